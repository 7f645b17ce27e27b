'use client'
import { useRowLabel } from '@payloadcms/ui'

/** A doubt's row says what it is about, so that the list reads as one. */
export const DoubtLabel = () => {
  const { data, rowNumber } = useRowLabel<{ message?: string | null }>()
  return <span>{data.message ?? `Doubt ${(rowNumber ?? 0) + 1}`}</span>
}
