'use client'
import { useEffect, useState } from 'react'
import { tryCheck, type Tried } from '#src/admin/components/proof/requests.ts'

/** Editors type in bursts; the server is asked after one. */
const PAUSE_MS = 600

/** What a check would find, `null` while it is not known. */
export type Trial = Tried | null

/**
 * Asks for a check of what is not saved yet.
 *
 * @param isByEye whether the words are those of a paraphrase
 * @param evidence `null` when there is nothing to ask: the form is as it was saved, or has no words or no evidence
 * @param since changes when the evidence does
 */
export const useTrial = (
  api: string,
  { words, isByEye }: { words: string; isByEye: boolean },
  evidence: string | null,
  since: string | null,
): Trial => {
  const [tried, setTried] = useState<{ of: string; result: Tried } | null>(null)
  const asked = evidence === null ? null : `${evidence} ${since ?? ''} ${isByEye} ${words}`
  useEffect(() => {
    if (asked === null || evidence === null) return undefined
    const aborted = new AbortController()
    const timer = setTimeout(() => {
      const kind = isByEye ? { kind: 'paraphrase' as const } : {}
      void tryCheck(api, { text: words, evidence, ...kind }, aborted.signal).then((result) => {
        if (!aborted.signal.aborted) setTried({ of: asked, result })
      })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      aborted.abort()
    }
    // `asked` stands for the words, their kind and the evidence.
  }, [api, asked])
  return tried && tried.of === asked ? tried.result : null
}
