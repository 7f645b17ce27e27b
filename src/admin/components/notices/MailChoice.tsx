'use client'
import { useField } from '@payloadcms/ui'
import type { SelectFieldClientProps } from 'payload'
import { noticeKinds, noticeNames, type NoticeKind } from '#src/workflow/notices.ts'

/** Which notices also come by mail: one box each, instead of a list of tags. */
export const MailChoice = ({ path, readOnly }: SelectFieldClientProps) => {
  const { value, setValue, disabled } = useField<NoticeKind[] | null>({ path })
  const chosen = value ?? []
  const isFixed = readOnly === true || disabled
  const choose = (kind: NoticeKind, isOn: boolean): void =>
    setValue(noticeKinds.filter((one) => (one === kind ? isOn : chosen.includes(one))))
  const isAll = noticeKinds.every((kind) => chosen.includes(kind))

  return (
    <fieldset className="vb-mail field-type" disabled={isFixed} id="field-mailFor">
      <legend className="field-label">Mail me when</legend>
      <p className="vb-mail__note">
        The bell above shows everything. These also come by mail, with the headline and a link and
        no text of the story.
      </p>
      {noticeKinds.map((kind) => (
        <label className="vb-mail__choice" key={kind}>
          <input
            checked={chosen.includes(kind)}
            onChange={(event) => choose(kind, event.target.checked)}
            type="checkbox"
          />
          {noticeNames[kind]}
        </label>
      ))}
      <div className="vb-mail__all">
        <button
          className="vb-checks__override"
          onClick={() => setValue(isAll ? [] : [...noticeKinds])}
          type="button"
        >
          {isAll ? 'No mail at all' : 'Choose all'}
        </button>
      </div>
    </fieldset>
  )
}
