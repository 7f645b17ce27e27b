/** Processes of ours, started as users start them, and everything they print. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { inject } from 'vitest'
import { projectRoot } from '#src/projectRoot.ts'

declare module 'vitest' {
  // Vitest's own name for it, added to.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface ProvidedContext {
    /** Where the programs are that `programs.mjs` made for the level. */
    programs: string
  }
}

export type Child = { process: ChildProcess; output: () => string; ended: Promise<number | null> }

/** What Node is started with to run a TypeScript file that `programs.mjs` bundles. */
export const programOf = (file: string): string[] => [
  '--conditions=production',
  path.join(inject('programs'), file.replace(/\.ts$/, '.js')),
]

/** Runs it in a process of its own. */
export const runFile = (file: string, args: string[], env: Record<string, string>): Child => {
  const child = spawn(process.execPath, [...programOf(file), ...args], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => void printed.push(text))
  }
  return {
    process: child,
    output: () => printed.join(''),
    ended: once(child, 'exit').then(([code]) => code as number | null),
  }
}

/** Waits until it has printed a word; fails when it ends before. */
export const untilPrinted = (child: Child, word: string): Promise<void> =>
  new Promise((resolve, reject) => {
    child.process.stdout?.on('data', () => {
      if (child.output().includes(word)) resolve()
    })
    child.process.once('exit', () => reject(new Error(`It ended early: ${child.output()}`)))
  })
