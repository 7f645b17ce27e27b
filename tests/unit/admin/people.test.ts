/** What colleagues read of each other: who is here, who is named, which notes belong together. */
import { describe, expect, it } from 'vitest'
import {
  mentionedIn,
  mentioningAt,
  offersFor,
  piecesOf,
  withMention,
} from '#src/admin/components/notes/mentions.ts'
import { bodyText } from '#src/admin/components/notes/bodyText.ts'
import { threadsOf, type StoredNote } from '#src/admin/components/notes/threads.ts'
import { initialsOf, tellWhoIsHere } from '#src/admin/components/presence/sentences.ts'
import type { PersonHere, WhoIsHere } from '#src/workflow/presence.ts'

const timeOf = (at: string): string => at.slice(11, 16)
const person = (name: string, more: Partial<PersonHere> = {}): PersonHere => ({
  ...{ id: name, name, isYou: false, isWriting: false, writingSince: null, typedAt: null },
  ...more,
})
const you = person('You', { isYou: true })
const here = (people: PersonHere[], more: Partial<WhoIsHere> = {}): WhoIsHere => ({
  ...{ people, takenOverBy: null, takenOverAt: null },
  ...more,
})
const writing = { isWriting: true, writingSince: '2026-01-05T14:02:00.000Z' }

describe('who is here', () => {
  it('says nothing to who is alone', () => {
    expect(tellWhoIsHere(here([{ ...you, ...writing }]), false, timeOf)).toBeNull()
  })

  it('says who writes and since when, and offers to take over', () => {
    const told = tellWhoIsHere(
      here([you, person('Ana', writing), person('Cleo', { typedAt: '2026-01-05T13:40:00.000Z' })]),
      false,
      timeOf,
    )
    expect(told).toEqual({
      tone: 'waiting',
      main: 'Ana is writing, since 14:02.',
      rest: 'Cleo is here and last wrote at 13:40.',
      offer: 'Take over',
    })
  })

  it('says that the story is free when nobody types, and offers nothing', () => {
    expect(tellWhoIsHere(here([you, person('Ana')]), false, timeOf)).toEqual({
      tone: 'calm',
      main: 'Ana is here.',
      rest: 'Nobody is writing: whoever types first has the story.',
      offer: null,
    })
    const own = tellWhoIsHere(here([{ ...you, ...writing }, person('Ana')]), false, timeOf)
    expect(own).toMatchObject({ tone: 'calm', main: 'You are writing, since 14:02.', offer: null })
  })

  it('says who took over and when, and that the text is saved only when it is', () => {
    const taken = here([you, person('Ben', writing)], {
      takenOverBy: 'Ben',
      takenOverAt: writing.writingSince,
    })
    expect(tellWhoIsHere(taken, false, timeOf)).toMatchObject({
      tone: 'lost',
      main: 'Ben took over at 14:02. Your text is saved.',
      offer: 'Take back',
    })
    expect(tellWhoIsHere(taken, true, timeOf)?.main).toContain('not saved yet')
  })

  it('shortens names to two letters, whatever the script', () => {
    expect(['Ana Lima', 'ben', 'Łukasz de la Cruz', '李 明', ''].map(initialsOf)).toEqual([
      ...['AL', 'B', 'ŁC', '李明', ''],
    ])
  })
})

describe('naming somebody', () => {
  const ana = { id: '1', name: 'Ana' }
  const anaLima = { id: '2', name: 'Ana Lima' }
  const ben = { id: '3', name: 'Ben Okri' }
  const people = [ana, anaLima, ben]

  it('begins with an @ that is not within a word, and ends with the line', () => {
    expect(mentioningAt('Ask @an', 7)).toEqual({ start: 4, query: 'an' })
    expect(mentioningAt('@', 1)).toEqual({ start: 0, query: '' })
    expect(mentioningAt('ana@newsroom', 12)).toBeNull()
    expect(mentioningAt('@ ana', 5)).toBeNull()
    expect(mentioningAt('@ana\nand', 8)).toBeNull()
  })

  it('offers whose name or a word of it begins so', () => {
    expect(offersFor('an', people)).toEqual([ana, anaLima])
    expect(offersFor('okr', people)).toEqual([ben])
    expect(offersFor('ana l', people)).toEqual([anaLima])
    expect(offersFor('ben okri and', people)).toEqual([])
  })

  it('writes the name and a space, and leaves what follows', () => {
    expect(withMention('Ask @be now', 7, { start: 4, query: 'be' }, 'Ben Okri')).toEqual({
      text: 'Ask @Ben Okri now',
      caret: 14,
    })
  })

  it('takes the longer of two names, and no part of a word', () => {
    expect(mentionedIn('@Ana Lima, look', people)).toEqual(['2'])
    expect(mentionedIn('@ana and @BEN OKRI', people)).toEqual(['1', '3'])
    expect(mentionedIn('@Anabel or mail@Ana', people)).toEqual([])
    expect(piecesOf('Ask @Ana!', people)).toEqual([
      { text: 'Ask ', person: null },
      { text: '@Ana', person: ana },
      { text: '!', person: null },
    ])
  })

  it('means the one who was picked of two with one name', () => {
    const twins = [ana, { id: '4', name: 'Ana' }]
    expect(mentionedIn('@Ana', twins)).toEqual(['1', '4'])
    expect(mentionedIn('@Ana', twins, ['4'])).toEqual(['4'])
  })
})

it('answers stand with their thread, in order, and settled threads apart', () => {
  const note = (id: string, more: Partial<StoredNote> = {}): StoredNote => ({
    ...{ id, text: id, createdAt: `2026-01-05T10:0${id.length}:00.000Z` },
    ...more,
  })
  const { open, resolved } = threadsOf([
    note('answer', { thread: 'b' }),
    note('ans', { thread: 'b' }),
    note('b', { range: { exact: 'wind rose', prefix: 'The ' } }),
    note('done', { isResolved: true }),
  ])
  expect(open).toMatchObject([
    {
      first: { id: 'b' },
      answers: [{ id: 'ans' }, { id: 'answer' }],
      about: { exact: 'wind rose' },
    },
  ])
  expect(resolved).toMatchObject([{ first: { id: 'done' }, about: null }])
})

it('the words of a body are read block by block, without those of cards', () => {
  const text = (words: string) => ({ type: 'text', text: words })
  const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
  const body = {
    root: {
      type: 'root',
      children: [
        { type: 'heading', children: [text('Night')] },
        paragraph(text('The '), { type: 'link', children: [text('wind')] }, text(' rose'), {
          type: 'linebreak',
        }),
        { type: 'block', fields: { text: 'A quote' } },
        paragraph(text('and fell, '), { type: 'inlineBlock', fields: {} }, text('they say.')),
      ],
    },
  }
  expect(bodyText(body).trim()).toBe('Night The wind rose and fell, they say.')
  expect(bodyText(null)).toBe('')
})
