'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'
import type { Colleague } from '#src/admin/components/notes/mentions.ts'

type Person = Colleague & { roles?: string[] | null }

const MOST = 500

/** Everybody by id, and those who can be named in a note: only who works on stories can read it. */
export const useColleagues = () => {
  const { config } = useConfig()
  const url =
    `${config.serverURL}${config.routes.api}/users` +
    `?depth=0&limit=${MOST}&sort=name&select[name]=true&select[roles]=true`
  const [people, setPeople] = useState<Person[]>([])

  useEffect(() => {
    let isCurrent = true
    void load(url).then((loaded) => {
      if (isCurrent && loaded) setPeople(loaded)
    })
    return () => {
      isCurrent = false
    }
  }, [url])

  return useMemo(
    () => ({
      nameOf: (id: string | null | undefined) =>
        people.find((person) => person.id === id)?.name ?? 'Somebody',
      colleagues: people.filter(({ roles }) => (roles ?? []).some((role) => role !== 'admin')),
    }),
    [people],
  )
}

const load = async (url: string): Promise<Person[] | null> => {
  const answer = await fetch(url, { credentials: 'include' }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as { docs: Person[] }).docs : null
}
