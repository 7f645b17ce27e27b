/** The command line: its commands, and what they have in common (output, errors, exit codes). */
import { Command, CommanderError } from 'commander'
import { addBackup } from '#src/cli/commands/backup.ts'
import { addDoctor } from '#src/cli/commands/doctor.ts'
import { addExport } from '#src/cli/commands/export.ts'
import { addImport } from '#src/cli/commands/import.ts'
import { addIndex } from '#src/cli/commands/index.ts'
import { addKeys } from '#src/cli/commands/keys.ts'
import { addLedger } from '#src/cli/commands/ledger.ts'
import { addQuotes } from '#src/cli/commands/quotes.ts'
import { addRestore } from '#src/cli/commands/restore.ts'
import { addSeed } from '#src/cli/commands/seed.ts'
import { addServe } from '#src/cli/commands/serve.ts'
import { addStart } from '#src/cli/commands/start.ts'
import { addUser } from '#src/cli/commands/user.ts'
import type { CliOutput, ExitCode, Outcome, RunCommand } from '#src/cli/command.ts'
import { describeError } from '#src/cli/describeError.ts'

const processOutput: CliOutput = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
}

/** Runs one command. Resolves to 0 when it went well, 1 when it failed or found something, 2 for wrong usage. */
export const runCli = async (
  args: string[],
  output: CliOutput = processOutput,
): Promise<ExitCode> => {
  let exitCode: ExitCode = 0
  const run: RunCommand = async (options, work) => {
    const print = options.json ? printJson : printText
    const outcome = await settle(work)
    print(output, outcome)
    exitCode = outcome.exitCode ?? 0
  }

  try {
    await buildProgram({ run, output }).parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    const isAnswered = ['commander.helpDisplayed', 'commander.version'].includes(error.code)
    return isAnswered ? 0 : 2
  }
}

const buildProgram = ({ run, output }: { run: RunCommand; output: CliOutput }): Command => {
  const program = new Command('verbatim')
    .description('Verbatim: the editorial backend that can prove every quote.')
    .exitOverride()
    .showHelpAfterError('Add --help to see how it is used.')
    .configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.err(text.trimEnd()),
    })
    .addHelpText('after', '\nExit codes: 0 done, 1 failed or something was found, 2 wrong usage.')
  const adders = [
    addStart,
    addServe,
    addSeed,
    addImport,
    addExport,
    addUser,
    addKeys,
    addLedger,
    addIndex,
    addQuotes,
    addBackup,
    addRestore,
    addDoctor,
  ]
  for (const add of adders) add({ program, run, output })
  return program
}

type Settled = Outcome & { isFailure?: boolean }

/** A failed command is an outcome too: scripts read it where they read the others. */
const settle = async (work: () => Promise<Outcome>): Promise<Settled> => {
  try {
    return await work()
  } catch (error) {
    const { text, data } = describeError(error)
    return { text, data: { error: data }, exitCode: 1, isFailure: true }
  }
}

const printText = (output: CliOutput, { text, isFailure }: Settled): void => {
  if (text) (isFailure ? output.err : output.out)(text)
}

const printJson = (output: CliOutput, { data }: Settled): void => {
  if (data !== undefined) output.out(JSON.stringify(data, null, 2))
}
