/** One request to whom the operator named: a cache in front of us, a hub. */
import { tellOutcome, type AttemptOutcome } from './outcomes.ts'

const TIMEOUT_MS = 15_000

/**
 * Sends it and tells whoever counts what came of it. Redirects are not followed: what is sent may hold a token.
 *
 * @throws Error when there was no answer, or none from 200 to 299; the signal's reason when it was aborted
 */
export const tellOutside = async (options: {
  kind: AttemptOutcome['kind']
  url: string
  headers: Record<string, string>
  body: string
  signal: AbortSignal
}): Promise<void> => {
  const { kind, url, headers, body, signal } = options
  const started = performance.now()
  const tell = (outcome: AttemptOutcome['outcome']): void =>
    tellOutcome({ kind, outcome, durationMs: Math.round(performance.now() - started) })
  try {
    const late = AbortSignal.timeout(TIMEOUT_MS)
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'User-Agent': `Verbatim (${kind})`, ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, late]),
    })
    await answer.body?.cancel()
    if (!answer.ok) throw new Error(`It answered with ${answer.status}.`)
  } catch (error) {
    signal.throwIfAborted()
    tell('failed')
    throw error
  }
  tell('delivered')
}
