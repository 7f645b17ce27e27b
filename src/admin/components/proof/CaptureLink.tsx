'use client'
import {
  Button,
  useConfig,
  useDocumentDrawerContext,
  useDocumentInfo,
  useFormFields,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { capturePage } from '#src/admin/components/proof/requests.ts'

/** On new evidence: an address, and the server fetches the page, keeps it and reads its words. */
export const CaptureLink = () => {
  const { id } = useDocumentInfo()
  return id ? null : <Capture />
}

const Capture = () => {
  const field = useId()
  const { config } = useConfig()
  const router = useRouter()
  const { drawerSlug, onSave } = useDocumentDrawerContext()
  const source: unknown = useFormFields(([fields]) => fields?.['source']?.value)
  const title: unknown = useFormFields(([fields]) => fields?.['title']?.value)
  const [url, setUrl] = useState('')
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const address = url.trim()

  const capture = async (): Promise<void> => {
    if (address === '' || isBusy) return
    setIsBusy(true)
    setProblem('')
    const answer = await capturePage(`${config.serverURL}${config.routes.api}`, {
      url: address,
      source: typeof source === 'string' && source !== '' ? source : null,
      title: typeof title === 'string' && title.trim() !== '' ? title.trim() : null,
    })
    setIsBusy(false)
    if ('problem' in answer) return setProblem(answer.problem)
    // In a drawer the form below must not be left: whoever opened it gets the record.
    if (drawerSlug && onSave) {
      await onSave({ doc: answer.doc, operation: 'create', result: answer.doc })
    } else router.push(`${config.routes.admin}/collections/evidence/${answer.doc.id}`)
  }

  return (
    <div className="vb-capture">
      <label className="field-label" htmlFor={field}>
        Capture from a link
      </label>
      <div className="vb-capture__row">
        <input
          className="vb-capture__address"
          id={field}
          inputMode="url"
          maxLength={2000}
          onChange={(event) => setUrl(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // It would send the form.
            event.preventDefault()
            void capture()
          }}
          placeholder="https://"
          type="text"
          value={url}
        />
        <Button
          buttonStyle="secondary"
          disabled={address === '' || isBusy}
          margin={false}
          onClick={() => void capture()}
          type="button"
        >
          {isBusy ? 'Fetching the page…' : 'Capture'}
        </Button>
      </div>
      <p className="vb-capture__problem" role="alert">
        {problem}
      </p>
      <p className="vb-proof__note">
        The server fetches the page, keeps it as it came with its hash, and reads its words. Or
        paste them below.
      </p>
    </div>
  )
}
