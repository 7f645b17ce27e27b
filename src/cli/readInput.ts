/** Files named on the command line. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { getConfig } from '#src/config.ts'
import { AppError } from '#src/errors.ts'

/** The text of a file, or of the standard input for `-`. Throws a readable error when it is not text. */
export const readInput = async (file: string): Promise<string> => {
  const bytes = file === '-' ? await buffer(process.stdin) : await readBytes(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AppError('unsupported-type', `${file} is not text in UTF-8.`, { cause })
  }
}

const readBytes = async (file: string): Promise<Buffer> => {
  try {
    return await readFile(path.resolve(getConfig().callerDir, file))
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const reason = code === 'ENOENT' ? 'there is no such file.' : `${code}.`
    throw new AppError('not-found', `${file} cannot be read: ${reason}`, { cause })
  }
}
