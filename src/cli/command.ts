/** What every command is made of. */
import type { Command } from 'commander'

/** 0 done, 1 failed or something was found, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2

export type CliOutput = { out: (text: string) => void; err: (text: string) => void }

/** What a command has to say: `text` to people, `data` to scripts (`--json`). `undefined` data prints nothing. */
export type Outcome = { text: string; data: unknown; exitCode?: ExitCode }

export type CommonOptions = { json?: boolean }

/** Runs the work of a command, prints its outcome and settles the exit code. */
export type RunCommand = (options: CommonOptions, work: () => Promise<Outcome>) => Promise<void>

export type CommandRoom = { program: Command; run: RunCommand; output: CliOutput }

type Introduction = { parent: Command; name: string; description: string; example: string }

/** A command with the option `--json` and an example in its help. */
export const introduce = ({ parent, name, description, example }: Introduction): Command =>
  parent
    .command(name)
    .description(description)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', `\nExample:\n  ${example.replaceAll('\n', '\n  ')}`)
