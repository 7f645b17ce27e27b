'use client'
import { useEffect, type ReactNode } from 'react'
import { orderSaves, type StaleSave } from '#src/admin/components/saves/orderSaves.ts'

/** The window hears of a refused save under this name; `detail` is a `StaleSave`. */
export const STALE_EVENT = 'verbatim:stale'

let isWrapped = false

/** Puts the order of saves between the panel and the network, once for each window. */
export const SavesProvider = ({ children }: { children: ReactNode }) => {
  useEffect(() => {
    if (isWrapped) return
    isWrapped = true
    window.fetch = orderSaves(window.fetch.bind(window), (stale: StaleSave) => {
      window.dispatchEvent(new CustomEvent(STALE_EVENT, { detail: stale }))
    })
  }, [])
  return children
}
