'use client'
import { useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'

type Doc = Record<string, unknown>

/** Puts the newest draft into the form, unless it holds words of its own: those are never replaced. */
export const useNewest = (story: string | null): (() => Promise<void>) => {
  const { initialData, savedDocumentData, setData } = useDocumentInfo()
  const { reset } = useForm()
  const isModified = useFormModified()
  const known = (savedDocumentData ?? initialData) as Doc | undefined

  return async () => {
    if (!story || isModified) return
    const answer = await fetch(`${story}?draft=true&depth=0&fallback-locale=null`, {
      credentials: 'include',
      cache: 'no-store',
    }).catch(() => null)
    const doc = answer?.ok ? ((await answer.json()) as Doc) : null
    if (!doc || doc['updatedAt'] === known?.['updatedAt']) return
    setData(doc)
    await reset(doc)
  }
}
