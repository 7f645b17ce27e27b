'use client'
import { useConfig, useDocumentEvents, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import {
  loadRecord,
  type CardCollection,
  type CardRecord,
} from '#src/admin/components/blocks/records.ts'

export type Loaded = { id: string | null; record: CardRecord | null; isLoading: boolean }

/** The record that a field of the block points to; read anew when it is saved in a drawer. */
export const useRecord = (collection: CardCollection, field: string): Loaded => {
  const value: unknown = useFormFields(([fields]) => fields?.[field]?.value)
  const { config } = useConfig()
  const { mostRecentUpdate } = useDocumentEvents()
  const id = idOf(value)
  const api = `${config.serverURL}${config.routes.api}`
  const changedAt =
    mostRecentUpdate?.entitySlug === collection && mostRecentUpdate.id === id
      ? mostRecentUpdate.updatedAt
      : null
  const [loaded, setLoaded] = useState<{ id: string; record: CardRecord | null } | null>(null)

  useEffect(() => {
    if (id === null) return undefined
    let isCurrent = true
    void loadRecord(api, collection, id, changedAt !== null).then((record) => {
      if (isCurrent) setLoaded({ id, record })
    })
    return () => {
      isCurrent = false
    }
  }, [api, changedAt, collection, id])

  const isLoading = id !== null && loaded?.id !== id
  return { id, record: isLoading || id === null ? null : (loaded?.record ?? null), isLoading }
}

/** A text field of the block. */
export const useBlockText = (field: string): string => {
  const value: unknown = useFormFields(([fields]) => fields?.[field]?.value)
  return typeof value === 'string' ? value.trim() : ''
}

/** A text of a record, `''` when there is none. */
export const textIn = (record: CardRecord | null, key: string): string => {
  const value = record?.[key]
  return typeof value === 'string' ? value.trim() : ''
}

const idOf = (value: unknown): string | null => {
  if (typeof value === 'string' && value !== '') return value
  const id = (value as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : null
}
