'use client'
import { Button, toast, useConfig, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useState } from 'react'
import { useNotesLink } from '#src/admin/components/notes/useNotesLink.ts'
import { initialsOf, tellWhoIsHere } from '#src/admin/components/presence/sentences.ts'
import { useNewest } from '#src/admin/components/presence/useNewest.ts'
import { usePresence } from '#src/admin/components/presence/usePresence.ts'

/** Who else has the story open, who writes in it, and taking over. Alone, one sees nothing. */
export const PeopleBar = () => {
  const { config } = useConfig()
  const { hasSavePermission = false, id, isTrashed } = useDocumentInfo()
  const isModified = useFormModified()
  const [isBusy, setIsBusy] = useState(false)
  const story = id && !isTrashed ? `${config.serverURL}${config.routes.api}/articles/${id}` : null
  const { here, takeOver } = usePresence(story)
  const loadNewest = useNewest(story)
  useNotesLink()
  const told = here && tellWhoIsHere(here, isModified, clock)

  const take = async (): Promise<void> => {
    setIsBusy(true)
    const problem = await takeOver()
    if (problem) toast.error(problem)
    else await loadNewest()
    setIsBusy(false)
  }

  return (
    <div aria-live="polite" className="vb-people__place">
      {told && (
        <div className={`vb-people vb-people--${told.tone}`}>
          <span aria-hidden className="vb-people__faces">
            {here.people
              .filter(({ isYou }) => !isYou)
              .slice(0, 4)
              .map(({ id: person, name, isWriting }) => (
                <span
                  className={`vb-people__face${isWriting ? ' vb-people__face--writing' : ''}`}
                  key={person}
                  title={name}
                >
                  {initialsOf(name)}
                </span>
              ))}
          </span>
          <p className="vb-people__words">
            <strong>{told.main}</strong> {told.rest}
          </p>
          {told.offer && hasSavePermission && (
            <Button
              buttonStyle={told.tone === 'lost' ? 'primary' : 'secondary'}
              disabled={isBusy}
              margin={false}
              onClick={() => void take()}
              size="small"
              type="button"
            >
              {told.offer}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** `14:02`; with the day, when it was another one. */
const clock = (at: string): string => {
  const time = new Date(at)
  const isToday = time.toDateString() === new Date().toDateString()
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
  }).format(time)
}
