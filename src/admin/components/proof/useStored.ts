'use client'
import { useDocumentEvents, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { VerifiedWords } from '#src/quotes/check/keptDifference.ts'
import {
  readEvidence,
  readLastVerified,
  readQuote,
  type EvidenceFacts,
  type StoredQuote,
} from '#src/admin/components/proof/requests.ts'
import { checkedWords } from '#src/admin/components/proof/checkedWords.ts'
import { readDifference } from '#src/quotes/check/keptDifference.ts'

export type Stored = {
  quote: StoredQuote
  words: string
  /** The words that were last verified, and when. */
  verified: VerifiedWords | null
}

/** A new quote has nothing stored. */
export type StoredState = { is: 'new' | 'reading' | 'failed' } | { is: 'here'; stored: Stored }

/** The quote as it is stored, read anew after each save of it or, in a drawer, of its evidence. */
export const useStored = (api: string): StoredState => {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { mostRecentUpdate } = useDocumentEvents()
  const [state, setState] = useState<StoredState>({ is: 'reading' })
  const quoteId = typeof id === 'string' ? id : null

  useEffect(() => {
    if (quoteId === null) return undefined
    let isCurrent = true
    void readStored(api, quoteId).then((stored) => {
      if (!isCurrent) return
      setState(stored ? { is: 'here', stored } : { is: 'failed' })
    })
    return () => {
      isCurrent = false
    }
  }, [api, quoteId, lastUpdateTime, mostRecentUpdate?.updatedAt])

  return quoteId === null ? { is: 'new' } : state
}

const readStored = async (api: string, id: string): Promise<Stored | null> => {
  const quote = await readQuote(api, id)
  if (!quote) return null
  const words = checkedWords({ text: quote.text, original: quote.original?.text })
  const { check, evidence } = quote
  if (isVerified(quote)) {
    return { quote, words, verified: { words, at: check?.checkedAt ?? null } }
  }
  if (!evidence) return { quote, words, verified: null }
  // A quote that an earlier release altered tells it by its versions, to who may read them.
  const kept = readDifference(check?.diff).verified
  return { quote, words, verified: kept ?? (await readLastVerified(api, id)) }
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
