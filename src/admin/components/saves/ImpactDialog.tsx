'use client'
import { Button, toast, useConfig, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { Dialog } from '#src/admin/components/dialog/Dialog.tsx'
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
  const api = `${config.serverURL}${config.routes.api}/${collectionSlug}/${id}`

  useEffect(() => {
    return onRefusedSave('confirm-impact', (refused) => {
      if (refused.id !== String(id) || refused.collection !== collectionSlug) return
      setImpact(refused)
      setProblem(null)
    })
  }, [collectionSlug, id])

  const send = async (path: string, method: string, body: Doc): Promise<boolean> => {
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
      return false
    }
    setData(said.doc)
    await reset(said.doc)
    setReason('')
    toast.success(said.message ?? 'Saved.')
    return true
  }

  const correct = (): Promise<boolean> => {
    const { text, speaker } = getData()
    return send('/correct', 'POST', { text, speaker, reason, confirm: impact?.confirm })
  }
  const change = (): Promise<boolean> => {
    const fields = Object.entries(getData()).filter(([name]) => !kept.includes(name))
    return send(`?depth=0&confirm=${impact?.confirm}`, 'PATCH', Object.fromEntries(fields))
  }
  if (!impact) return null
  const many = impact.confirm === 1 ? 'a live story' : `${impact.confirm} live stories`
  return (
    <Dialog
      isWide
      key={impact.id}
      onClose={() => setImpact(null)}
      title={`Readers have these words: ${many}`}
    >
      {(close) => (
        <>
          <p>Nothing was changed yet. This is what a change reaches.</p>
          <ul className="vb-impact__stories">
            {impact.stories.map((story) => (
              <li key={story.id}>
                <a href={`${config.routes.admin}/collections/articles/${story.id}`} target="_blank">
                  {story.headline}
                </a>
              </li>
            ))}
          </ul>
          {impact.feeds.length > 0 && (
            <p className="vb-impact__lists">Also in {impact.feeds.map(pathOf).join(', ')}</p>
          )}
          <label className="vb-dialog__label" htmlFor="vb-impact-reason">
            What was wrong and what is right, for readers
          </label>
          <textarea
            className="vb-dialog__text"
            id="vb-impact-reason"
            onChange={(event) => setReason(event.target.value)}
            rows={3}
            value={reason}
          />
          <p className="vb-dialog__problem" role="alert">
            {problem}
          </p>
          <div className="vb-dialog__end">
            <Button buttonStyle="secondary" margin={false} onClick={close}>
              Not now
            </Button>
            <Button
              buttonStyle="secondary"
              disabled={isSaving}
              margin={false}
              onClick={() => void change().then((isDone) => isDone && close())}
            >
              Change without a note
            </Button>
            <Button
              disabled={isSaving || reason.trim().length < 10}
              margin={false}
              onClick={() => void correct().then((isDone) => isDone && close())}
            >
              Correct and tell readers
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
