/** Several writes of one request that stand or fall together. */
import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

/**
 * Runs `act` in the request's transaction, or in one of its own when the request has none yet.
 *
 * @throws whatever `act` throws, after everything was taken back
 */
export const inTransaction = async <T>(req: PayloadRequest, act: () => Promise<T>): Promise<T> => {
  const isOwner = await initTransaction(req)
  try {
    const result = await act()
    if (isOwner) await commitTransaction(req)
    return result
  } catch (error) {
    if (isOwner) await killTransaction(req)
    throw error
  }
}
