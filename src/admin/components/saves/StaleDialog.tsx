'use client'
import { Button, toast, useConfig, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { LocalTime } from '#src/admin/components/desk/LocalTime.tsx'
import { Dialog } from '#src/admin/components/dialog/Dialog.tsx'
import {
  findDifferences,
  type Choice,
  type Difference,
} from '#src/admin/components/saves/conflict.ts'
import { DifferenceRow } from '#src/admin/components/saves/DifferenceRow.tsx'
import type { StaleSave } from '#src/admin/components/saves/orderSaves.ts'
import { onRefusedSave } from '#src/admin/components/saves/SavesProvider.tsx'

type Open = Pick<StaleSave, 'current' | 'by' | 'at'> & { differences: Difference[] }
type Doc = Record<string, unknown>

/** Somebody else saved the story meanwhile: both versions side by side, to keep mine, take theirs, or choose field by field. */
export const StaleDialog = () => {
  const { collectionSlug, id, initialData, savedDocumentData, setData } = useDocumentInfo()
  const { getData, reset } = useForm()
  const { config } = useConfig()
  const [open, setOpen] = useState<Open | null>(null)
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const [isSaving, setIsSaving] = useState(false)
  const base = savedDocumentData ?? initialData ?? {}
  const seen = useRef(base)
  seen.current = base

  useEffect(() => {
    return onRefusedSave('stale', (stale) => {
      if (stale.id !== String(id) || stale.collection !== collectionSlug) return
      const differences = findDifferences(stale.conflicts, seen.current, getData())
      setChoices(Object.fromEntries(differences.map(({ field, proposed }) => [field, proposed])))
      const { current, by = null, at = '' } = stale
      setOpen({ current, by, at, differences })
    })
  }, [collectionSlug, getData, id])

  if (!open) return null
  const { current, by, at, differences } = open

  const chooseAll = (choice: Choice): void =>
    setChoices(Object.fromEntries(differences.map(({ field }) => [field, choice])))

  const merge = async (close: () => void): Promise<void> => {
    setIsSaving(true)
    const mine = getData()
    const kept = differences.filter(({ field }) => choices[field] === 'mine')
    const data = Object.fromEntries(kept.map(({ field }) => [field, mine[field] ?? null]))
    const url = `${config.serverURL}${config.routes.api}/${collectionSlug}/${id}?draft=true&depth=0`
    const answer = await fetch(url, {
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      ...(kept.length > 0
        ? { method: 'PATCH', body: JSON.stringify({ ...data, updatedAt: current }) }
        : {}),
    }).catch(() => null)
    setIsSaving(false)
    // Somebody saved once more: the dialog has heard of it and shows the new differences.
    if (answer?.status === 409) return
    if (!answer?.ok) {
      toast.error('It was not saved. Your text is still in the form; please try again.')
      return
    }
    const said = (await answer.json()) as { doc?: Doc } & Doc
    const doc = said.doc ?? said
    setData(doc)
    await reset(doc)
    close()
    toast.success('Both versions are one again.')
  }

  return (
    <Dialog
      isWide
      onClose={() => setOpen(null)}
      title={`${by ?? 'Somebody else'} saved this story while you had it open`}
    >
      {(close) => (
        <>
          {at && (
            <p>
              Saved <LocalTime at={at} isExact />.
            </p>
          )}
          <p>
            Nothing of yours is lost: it is in the form and was not saved yet. Choose, field by
            field, what the story keeps. The words you do not choose are gone when you save.
          </p>
          <div className="vb-stale__all">
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => chooseAll('mine')}
              size="small"
            >
              Keep all of mine
            </Button>
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => chooseAll('theirs')}
              size="small"
            >
              Take all of theirs
            </Button>
          </div>
          {differences.length === 0 && <p>The two do not differ any more.</p>}
          <ul className="vb-stale__fields">
            {differences.map((difference) => (
              <DifferenceRow
                key={difference.field}
                difference={difference}
                choice={choices[difference.field] ?? 'mine'}
                onChoose={(choice) => setChoices({ ...choices, [difference.field]: choice })}
              />
            ))}
          </ul>
          <div className="vb-dialog__end">
            <Button buttonStyle="secondary" margin={false} onClick={close}>
              Decide later
            </Button>
            <Button disabled={isSaving} margin={false} onClick={() => void merge(close)}>
              {isSaving ? 'Saving…' : 'Save this'}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
