'use client'
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { sourcesLike, type KnownSource } from '#src/admin/components/findQuotes/requests.ts'
import type {
  FoundQuote,
  FoundSourceKind,
  GivenSource,
  QuoteChanges,
} from '#src/quotes/body/foundQuote.ts'

type Props = {
  finding: FoundQuote
  changes: QuoteChanges | null
  api: string
  onKeep: (changes: QuoteChanges) => void
  onCancel: () => void
}

type Draft = {
  text: string
  name: string
  sourceKind: FoundSourceKind
  role: string
  affiliation: string
  isUnnamed: boolean
  passedOnBy: string
}

/** Words, speaker and way of a quotation, to be set right before it is accepted. */
export const ChangeForm = ({ finding, changes, api, onKeep, onCancel }: Props) => {
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const [start] = useState(() => draftOf(finding, changes))
  const [draft, setDraft] = useState(start)
  const sources = useSources(api, draft.name)
  const known = sources.find(({ name }) => name === draft.name && !draft.isUnnamed) ?? null
  const parts = finding.place?.parts ?? 1

  useEffect(() => first.current?.select(), [])

  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change })
  const keep = (event?: FormEvent): void => {
    event?.preventDefault()
    onKeep({ ...changes, ...changesOf(start, draft, known) })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep()
  }

  return (
    <form className="vb-change" onKeyDown={onKeyDown} onSubmit={keep}>
      <label htmlFor={`${id}-name`}>Speaker</label>
      <input
        autoComplete="off"
        id={`${id}-name`}
        list={`${id}-sources`}
        maxLength={200}
        onChange={(event) => set(renamed(start, draft, event.target.value))}
        ref={first}
        value={draft.name}
      />
      <datalist id={`${id}-sources`}>
        {sources.map((source) => (
          <option key={source.id} label={source.role ?? source.kind} value={source.name} />
        ))}
      </datalist>
      <p className="vb-change__note">
        {known ? 'In your sources.' : draft.name.trim() && 'A new source is made.'}
      </p>
      <label htmlFor={`${id}-kind`}>Is a</label>
      <select
        disabled={known !== null}
        id={`${id}-kind`}
        onChange={(event) => set({ sourceKind: event.target.value as FoundSourceKind })}
        value={known?.kind ?? draft.sourceKind}
      >
        <option value="person">Person</option>
        <option value="organisation">Organisation</option>
        <option value="publication">Publication</option>
        <option value="document">Document</option>
        <option value="social account">Social account</option>
      </select>
      <label className="vb-change__tick">
        <input
          checked={draft.isUnnamed}
          onChange={(event) => set({ isUnnamed: event.target.checked })}
          type="checkbox"
        />
        Readers must not learn who it is
      </label>
      <label htmlFor={`${id}-role`}>Role at the time</label>
      <input
        id={`${id}-role`}
        maxLength={200}
        onChange={(event) => set({ role: event.target.value })}
        value={draft.role}
      />
      <label htmlFor={`${id}-affiliation`}>Party, company, institution</label>
      <input
        id={`${id}-affiliation`}
        maxLength={200}
        onChange={(event) => set({ affiliation: event.target.value })}
        value={draft.affiliation}
      />
      <label htmlFor={`${id}-via`}>Passed on by</label>
      <input
        id={`${id}-via`}
        maxLength={200}
        onChange={(event) => set({ passedOnBy: event.target.value })}
        placeholder="Empty when we heard or read it ourselves"
        value={draft.passedOnBy}
      />
      <label htmlFor={`${id}-words`}>Exact words</label>
      <textarea
        disabled={parts > 1}
        id={`${id}-words`}
        maxLength={10_000}
        onChange={(event) => set({ text: event.target.value })}
        required
        rows={3}
        value={draft.text}
      />
      {parts > 1 && (
        <p className="vb-change__note">Interrupted in its sentence: change the words there.</p>
      )}
      <div className="vb-finding__actions">
        <button className="vb-key vb-key--primary" type="submit">
          Accept so
        </button>
        <button className="vb-key" onClick={onCancel} type="button">
          Leave as it is
        </button>
      </div>
    </form>
  )
}

const draftOf = (finding: FoundQuote, changes: QuoteChanges | null): Draft => {
  const { speakerSource, chain } = finding.suggestion
  const given = typeof changes?.speaker === 'object' ? changes.speaker : null
  const via = chain.find(({ mode }) => mode === 'relayed')?.source?.name ?? ''
  return {
    text: changes?.text ?? finding.text,
    name: given?.name ?? speakerSource?.name ?? finding.speaker ?? '',
    sourceKind: given?.kind ?? speakerSource?.kind ?? 'person',
    role: changes?.role ?? finding.speakerRole ?? '',
    affiliation: changes?.affiliation ?? finding.affiliation ?? '',
    isUnnamed: given?.anonymous ?? finding.anonymous,
    passedOnBy: changes?.chain ? nameOf(changes.chain[0]?.source) : via,
  }
}

/** What the text says of one person says nothing of another. */
const renamed = (start: Draft, draft: Draft, name: string): Partial<Draft> => ({
  name,
  role: draft.role === start.role ? '' : draft.role,
  affiliation: draft.affiliation === start.affiliation ? '' : draft.affiliation,
})

const nameOf = (source: GivenSource | undefined): string =>
  typeof source === 'object' ? source.name : ''

/** Only what was changed: the rest stays as the text says it. */
const changesOf = (start: Draft, draft: Draft, known: KnownSource | null): QuoteChanges => {
  const changes: QuoteChanges = {}
  const name = draft.name.trim()
  const isOther =
    name !== start.name ||
    draft.isUnnamed !== start.isUnnamed ||
    draft.sourceKind !== start.sourceKind
  if (draft.text.trim() !== start.text) changes.text = draft.text.trim()
  if (isOther) changes.speaker = name === '' ? null : speakerOf(draft, name, known)
  if (draft.role !== start.role || isOther) changes.role = draft.role.trim() || null
  if (draft.affiliation !== start.affiliation || isOther)
    changes.affiliation = draft.affiliation.trim() || null
  if (draft.passedOnBy !== start.passedOnBy) {
    const via = draft.passedOnBy.trim()
    changes.chain =
      via === '' ? [] : [{ mode: 'relayed', source: { name: via, kind: 'publication' } }]
  }
  return changes
}

const speakerOf = (draft: Draft, name: string, known: KnownSource | null): GivenSource => {
  const kind = (known?.kind as FoundSourceKind | undefined) ?? draft.sourceKind
  return { name, kind, anonymous: draft.isUnnamed }
}

/** Sources like what is typed, asked a moment after the last key. */
const useSources = (api: string, typed: string): KnownSource[] => {
  const [sources, setSources] = useState<KnownSource[]>([])
  useEffect(() => {
    const name = typed.trim()
    if (name.length < 2) return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      void sourcesLike(api, name).then((found) => {
        if (isCurrent) setSources(found)
      })
    }, 200)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [api, typed])
  return sources
}
