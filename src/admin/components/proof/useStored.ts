'use client'
import { useDocumentEvents, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import {
  readEvidence,
  readLastVerified,
  readQuote,
  type EvidenceFacts,
  type StoredQuote,
  type VerifiedVersion,
} from '#src/admin/components/proof/requests.ts'
import { verifiedInCheck } from '#src/admin/components/proof/differences.ts'
import { checkedWords } from '#src/admin/components/proof/checkedWords.ts'

export type Stored = {
  quote: StoredQuote
  words: string
  /** The words that were last verified, and when; a version tells more than the check. */
  verified: { words: string; evidence: string | null; at: string | null } | null
}

/** A new quote has nothing stored. */
export type StoredState = { is: 'new' | 'reading' | 'failed' } | { is: 'here'; stored: Stored }

/** The quote as it is stored, read anew after each save of it or, in a drawer, of its evidence. */
export const useStored = (api: string): StoredState => {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { mostRecentUpdate } = useDocumentEvents()
  const [state, setState] = useState<StoredState>({ is: 'reading' })
  /** Reporters read no versions, but what was verified while they looked at it they know. */
  const seen = useRef<VerifiedVersion | null>(null)
  const quoteId = typeof id === 'string' ? id : null

  useEffect(() => {
    if (quoteId === null) return undefined
    let isCurrent = true
    void readStored(api, quoteId, seen.current).then((stored) => {
      if (!isCurrent) return
      if (stored && isVerified(stored.quote)) seen.current = stored.verified as VerifiedVersion
      setState(stored ? { is: 'here', stored } : { is: 'failed' })
    })
    return () => {
      isCurrent = false
    }
  }, [api, quoteId, lastUpdateTime, mostRecentUpdate?.updatedAt])

  return quoteId === null ? { is: 'new' } : state
}

const readStored = async (
  api: string,
  id: string,
  seen: VerifiedVersion | null,
): Promise<Stored | null> => {
  const quote = await readQuote(api, id)
  if (!quote) return null
  const words = checkedWords({ text: quote.text, original: quote.original?.text })
  const { check, evidence = null } = quote
  if (isVerified(quote)) {
    return { quote, words, verified: { words, evidence, at: check?.checkedAt ?? '' } }
  }
  if (!evidence) return { quote, words, verified: null }
  const version = (await readLastVerified(api, id)) ?? seen
  if (version) return { quote, words, verified: version }
  const kept = verifiedInCheck(check ?? null)
  return { quote, words, verified: kept ? { words: kept, evidence, at: null } : null }
}

const isVerified = ({ verification }: StoredQuote): boolean =>
  verification === 'verified' || verification === 'verified-with-edits'

/** The evidence that the form points to: `undefined` while it is read, `null` when it is gone. */
export const useEvidenceFacts = (
  api: string,
  id: string | null,
): EvidenceFacts | null | undefined => {
  const { mostRecentUpdate } = useDocumentEvents()
  const [facts, setFacts] = useState<{ id: string; found: EvidenceFacts | null } | null>(null)
  useEffect(() => {
    if (id === null) return undefined
    let isCurrent = true
    void readEvidence(api, id).then((found) => {
      if (isCurrent) setFacts({ id, found })
    })
    return () => {
      isCurrent = false
    }
  }, [api, id, mostRecentUpdate?.updatedAt])
  return facts?.id === id ? facts?.found : undefined
}
