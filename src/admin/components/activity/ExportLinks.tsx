'use client'
import { useConfig } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'

const formats = { csv: 'CSV, for spreadsheets', jsonl: 'JSON lines' }

/** Takes the record out of the panel, as the list is filtered now. */
export const ExportLinks = () => {
  const { routes } = useConfig().config
  const filters = [...useSearchParams().entries()].filter(([name]) => name.startsWith('where['))
  const link = (format: string): string =>
    `${routes.api}/activity/export?${new URLSearchParams([['format', format], ...filters]).toString()}`
  return (
    <p className="vb-export">
      Export what is listed:{' '}
      {Object.entries(formats).map(([format, label]) => (
        <a className="vb-export__link" download href={link(format)} key={format}>
          {label}
        </a>
      ))}
    </p>
  )
}
