'use client'
import { Button, toast, useConfig, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { ImpactSave } from '#src/admin/components/saves/orderSaves.ts'
import { onRefusedSave } from '#src/admin/components/saves/SavesProvider.tsx'

type Doc = Record<string, unknown>

/** Kept by the server, or no field of the record at all: not sent back. */
const kept = ['id', 'createdAt', 'check', 'verification', 'isPublic', 'createdBy', 'usedIn']

/** Lists as people at this newsroom know them, without its own address. */
const pathOf = (address: string): string => address.replace(/^https?:\/\/[^/]+/, '')

/** Readers have these words already: which stories carry them, and whether readers are told of the change. */
export const ImpactDialog = () => {
  const { collectionSlug, id, setData } = useDocumentInfo()
  const { getData, reset } = useForm()
  const { config } = useConfig()
  const [impact, setImpact] = useState<ImpactSave | null>(null)
  const [reason, setReason] = useState('')
  const [isSaving, setIsSaving] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const api = `${config.serverURL}${config.routes.api}/${collectionSlug}/${id}`

  useEffect(() => {
    return onRefusedSave('confirm-impact', (refused) => {
      if (refused.id !== String(id) || refused.collection !== collectionSlug) return
      setImpact(refused)
      setProblem(null)
      if (!dialog.current?.open) dialog.current?.showModal()
    })
  }, [collectionSlug, id])

  const send = async (path: string, method: string, body: Doc): Promise<void> => {
    setIsSaving(true)
    const answer = await fetch(`${api}${path}`, {
      method,
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => null)
    setIsSaving(false)
    const said = (await answer?.json().catch(() => null)) as {
      message?: string
      doc?: Doc
      errors?: { message: string; data?: { errors?: { message: string }[] } }[]
    } | null
    if (!answer?.ok || !said?.doc) {
      const [error] = said?.errors ?? []
      const all = error?.data?.errors?.map(({ message }) => message).join(' ')
      setProblem(all ?? error?.message ?? 'It was not saved. Please try again.')
      return
    }
    setData(said.doc)
    await reset(said.doc)
    setReason('')
    dialog.current?.close()
    toast.success(said.message ?? 'Saved.')
  }

  const correct = (): Promise<void> => {
    const { text, speaker } = getData()
    return send('/correct', 'POST', { text, speaker, reason, confirm: impact?.confirm })
  }
  const change = (): Promise<void> => {
    const fields = Object.entries(getData()).filter(([name]) => !kept.includes(name))
    return send(`?depth=0&confirm=${impact?.confirm}`, 'PATCH', Object.fromEntries(fields))
  }
  const many = impact?.confirm === 1 ? 'a live story' : `${impact?.confirm} live stories`

  return (
    <dialog className="vb-stale" ref={dialog} aria-labelledby="vb-impact-title">
      <h2 id="vb-impact-title">Readers have these words: {many}</h2>
      <p>Nothing was changed yet. This is what a change reaches.</p>
      <ul className="vb-impact__stories">
        {impact?.stories.map((story) => (
          <li key={story.id}>
            <a href={`${config.routes.admin}/collections/articles/${story.id}`} target="_blank">
              {story.headline}
            </a>
          </li>
        ))}
      </ul>
      {impact && impact.feeds.length > 0 && (
        <p className="vb-impact__lists">Also in {impact.feeds.map(pathOf).join(', ')}</p>
      )}
      <label className="vb-impact__reason">
        What was wrong and what is right, for readers
        <textarea rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      {problem && (
        <p className="vb-impact__problem" role="alert">
          {problem}
        </p>
      )}
      <div className="vb-stale__end">
        <Button buttonStyle="secondary" onClick={() => dialog.current?.close()}>
          Not now
        </Button>
        <Button buttonStyle="secondary" disabled={isSaving} onClick={() => void change()}>
          Change without a note
        </Button>
        <Button disabled={isSaving || reason.trim().length < 10} onClick={() => void correct()}>
          Correct and tell readers
        </Button>
      </div>
    </dialog>
  )
}
