'use client'
import { useEffect, type ReactNode } from 'react'
import { orderSaves, type RefusedSave } from '#src/admin/components/saves/orderSaves.ts'

const REFUSED_EVENT = 'verbatim:refused-save'

/**
 * Listens for refusals of one kind.
 *
 * @returns the way to stop
 */
export const onRefusedSave = <Code extends RefusedSave['code']>(
  code: Code,
  hear: (refused: Extract<RefusedSave, { code: Code }>) => void,
): (() => void) => {
  const listen = (event: Event): void => {
    const refused = (event as CustomEvent<RefusedSave>).detail
    if (refused.code === code) hear(refused as Extract<RefusedSave, { code: Code }>)
  }
  window.addEventListener(REFUSED_EVENT, listen)
  return () => window.removeEventListener(REFUSED_EVENT, listen)
}

let isWrapped = false

/** Puts the order of saves between the panel and the network, once for each window. */
export const SavesProvider = ({ children }: { children: ReactNode }) => {
  useEffect(() => {
    if (isWrapped) return
    isWrapped = true
    window.fetch = orderSaves(window.fetch.bind(window), (refused) => {
      window.dispatchEvent(new CustomEvent<RefusedSave>(REFUSED_EVENT, { detail: refused }))
    })
  }, [])
  return children
}
