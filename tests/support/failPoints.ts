/** MongoDB's own way to fail: the next commands of a kind get the error that a failover would give them. */
import { MongoClient } from 'mongodb'

export type Failure = {
  commands: string[]
  times: number
  /** The server's number of the error: 112 is a write conflict, 91 a server that is shutting down. */
  errorCode?: number
  errorLabels?: string[]
  /** Drops the connection instead of answering. */
  closeConnection?: boolean
}

/** Whether the server lets itself be told to fail; one started without test commands does not. */
export const canFail = async (url: string): Promise<boolean> => {
  try {
    await configure(url, 'off')
    return true
  } catch {
    return false
  }
}

/** Makes the next commands fail, `times` times. */
export const failNext = async (url: string, { times, commands, ...how }: Failure): Promise<void> =>
  configure(url, { times }, { failCommands: commands, ...how })

/** Ends every failure that is still due. */
export const stopFailing = (url: string): Promise<void> => configure(url, 'off')

const configure = async (url: string, mode: unknown, data: object = {}): Promise<void> => {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5000 })
  try {
    await client.db('admin').command({ configureFailPoint: 'failCommand', mode, data })
  } finally {
    await client.close()
  }
}
