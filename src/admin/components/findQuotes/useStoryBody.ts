'use client'
import { useForm, useFormFields } from '@payloadcms/ui'
import { useCallback } from 'react'

type StoryBody = {
  /** What the editor holds now, saved or not. */
  read: () => { body: unknown; language: string | undefined }
  /** Puts another text into the editor; it counts as changed and is saved like typing. */
  replace: (body: unknown) => void
}

/** The body of the story in the form, for reading it and for putting another in its place. */
export const useStoryBody = (): StoryBody => {
  const { dispatchFields, getField, setModified } = useForm()
  const read = useCallback(() => {
    const language: unknown = getField('language')?.value
    return {
      body: getField('body')?.value,
      language: typeof language === 'string' && language !== '' ? language : undefined,
    }
  }, [getField])
  const replace = useCallback(
    (body: unknown) => {
      // The editor takes a value that it has not written itself only together with a new initial value.
      dispatchFields({ type: 'UPDATE', path: 'body', value: body, initialValue: body })
      setModified(true)
    },
    [dispatchFields, setModified],
  )
  return { read, replace }
}

/** The body, each time it changes. */
export const useLiveBody = (): unknown => useFormFields(([fields]) => fields?.['body']?.value)
