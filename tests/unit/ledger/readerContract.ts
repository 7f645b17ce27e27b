/** What every ledger store promises its readers: the same suite runs against each of them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { PublicationInput } from '#src/ledger/chain.ts'
import { verifyChain } from '#src/ledger/chain.ts'
import type { LedgerReader, Publication, ReaderKind, SearchQuery } from '#src/ledger/port.ts'
import { readQuery } from '#src/ledger/searchWords.ts'
import { endAt } from '#src/ledger/sortKeys.ts'
import type { StoryBlock } from '#src/story/publishedStory.ts'
import {
  makeAuthor,
  makeCorrection,
  makeQuote,
  makeSource,
  makeStory,
  publicationOf,
} from '#tests/fixtures/ledgerStories.ts'

export type LedgerUnderTest = {
  reader: LedgerReader
  append: (row: PublicationInput) => Promise<Publication>
  close?: () => Promise<void>
}

/**
 * Declares the suite.
 * @param makeStore makes an empty ledger; called before each test.
 */
export const describeLedgerReader = (
  name: string,
  makeStore: () => Promise<LedgerUnderTest>,
): void => {
  describe(`ledger: ${name}`, () => {
    let store: LedgerUnderTest
    const publish = (n: number, over = {}) => store.append(publicationOf(makeStory(n, over)))
    const ids = async <K extends ReaderKind>(kind: K, facets: string[] = [], limit = 100) => {
      const rows = await store.reader.list(kind, { facets, after: null, limit })
      return rows.map(({ doc }) => ('story' in doc ? doc.story.id : doc.id))
    }

    beforeEach(async () => {
      store = await makeStore()
    })
    afterEach(async () => {
      await store.close?.()
    })

    it('is empty before the first publication', async () => {
      expect(await store.reader.head()).toBe(0)
      expect(await store.reader.get('story', { slug: 'storm-1' })).toBeNull()
      expect(await ids('story')).toEqual([])
      expect(await store.reader.changes(0, 10)).toEqual([])
      expect(await store.reader.redirectFor('storm-1')).toBeNull()
      expect(await store.reader.seqOf('storm-1')).toBeNull()
    })

    it('looks back on a story as far as it last came back', async () => {
      const row = (event: Publication['event'], standfirst: string) =>
        store.append(publicationOf(makeStory(1, { standfirst }), event))
      const seqs = async (before: number | null, limit: number) =>
        (await store.reader.history('story-1', { before, limit })).map(({ seq }) => seq)
      expect(await seqs(null, 10)).toEqual([])
      await row('publish', 'One.')
      await publish(2)
      await row('update', 'Two.')
      expect(await seqs(null, 10)).toEqual([3, 1])
      expect(await seqs(null, 1)).toEqual([3])
      expect(await seqs(3, 10)).toEqual([1])
      await row('retract', 'Two.')
      expect(await seqs(null, 10)).toEqual([])
      await row('publish', 'Three.')
      await row('correct', 'Four.')
      expect(await seqs(null, 10)).toEqual([6, 5])
      expect(await seqs(4, 10)).toEqual([])
      await row('unpublish', 'Four.')
      expect(await seqs(null, 10)).toEqual([])
    })

    it('knows the number of the row that an address leads to', async () => {
      await publish(1)
      await publish(2)
      await publish(1, { standfirst: 'Later.' })
      expect(await store.reader.seqOf('storm-1')).toBe(3)
      expect(await store.reader.seqOf('storm-2')).toBe(2)
      expect(await store.reader.seqOf('storm-3')).toBeNull()
    })

    it('numbers rows without gaps and chains them', async () => {
      for (const n of [1, 2, 3]) await publish(n)
      const rows = await store.reader.changes(0, 1000)
      expect(rows.map((row) => row.seq)).toEqual([1, 2, 3])
      expect(await store.reader.head()).toBe(3)
      expect(await verifyChain(rows)).toEqual([])
    })

    it('gives changes after a row, oldest first, as many as asked', async () => {
      for (const n of [1, 2, 3, 4]) await publish(n)
      const rows = await store.reader.changes(1, 2)
      expect(rows.map((row) => row.articleId)).toEqual(['story-2', 'story-3'])
      expect(await store.reader.changes(4, 2)).toEqual([])
    })

    it('does not repeat a row when a publication is retried', async () => {
      const first = await publish(1)
      const second = await publish(1)
      expect(second.seq).toBe(first.seq)
      expect(await store.reader.head()).toBe(1)
    })

    it('finds a story by id and by slug, the newest row of it', async () => {
      await publish(1)
      await store.append(publicationOf(makeStory(1, { headline: 'Storm over' }), 'update'))
      const bySlug = await store.reader.get('story', { slug: 'storm-1' })
      expect(bySlug).toMatchObject({ state: 'live', seq: 2, story: { headline: 'Storm over' } })
      expect(await store.reader.get('story', { id: 'story-1' })).toEqual(bySlug)
    })

    it('keeps the first publication time through updates', async () => {
      const { story } = await publish(1)
      const later = { firstPublishedAt: '2027-01-01T00:00:00.000Z', headline: 'Storm over' }
      await store.append(publicationOf(makeStory(1, later), 'update'))
      const current = await store.reader.get('story', { id: 'story-1' })
      expect(current?.story.firstPublishedAt).toBe(story.firstPublishedAt)
    })

    it('lists stories newest first, and pages that new rows do not disturb', async () => {
      for (const n of [1, 2, 3, 4]) await publish(n)
      expect(await ids('story')).toEqual(['story-4', 'story-3', 'story-2', 'story-1'])
      const top = await store.reader.list('story', { facets: [], after: null, limit: 2 })
      await publish(5)
      await store.append(publicationOf(makeStory(1, { headline: 'Corrected' }), 'correct'))
      const after = top.at(-1)?.sortKey ?? ''
      const rest = await store.reader.list('story', { facets: [], after, limit: 10 })
      expect(rest.map(({ doc }) => doc.story.id)).toEqual(['story-2', 'story-1'])
    })

    it('narrows stories by facets, which combine', async () => {
      await publish(1)
      await publish(2, { kind: 'opinion', topics: [] })
      await publish(3, { section: null, authors: [makeAuthor({ id: 'author-bo', slug: 'bo' })] })
      expect(await ids('story', ['section:world'])).toEqual(['story-2', 'story-1'])
      expect(await ids('story', ['section:world', 'kind:opinion'])).toEqual(['story-2'])
      expect(await ids('story', ['topic:weather'])).toEqual(['story-3', 'story-1'])
      expect(await ids('story', ['author:author-bo'])).toEqual(['story-3'])
      expect(await ids('story', ['source:source-port', 'quote:quote-2'])).toEqual(['story-2'])
      expect(await ids('story', ['section:nowhere'])).toEqual([])
    })

    it('narrows quotes by speaker, by anyone in the chain, and by kind', async () => {
      const relayed = makeQuote({
        id: 'quote-relayed',
        kind: 'partial',
        speaker: { ...makeQuote().speaker, sourceId: null, name: null, isAnonymous: true },
        chain: [{ mode: 'relayed', sourceId: 'source-paper', name: 'The Paper', url: null }],
      })
      await publish(1)
      await publish(2, { quotes: [relayed] })
      expect(await ids('quote')).toEqual(['quote-relayed', 'quote-1'])
      expect(await ids('quote', ['speaker:source-port'])).toEqual(['quote-1'])
      expect(await ids('quote', ['source:source-paper'])).toEqual(['quote-relayed'])
      expect(await ids('quote', ['kind:partial'])).toEqual(['quote-relayed'])
      expect(await ids('quote', ['article:story-1'])).toEqual(['quote-1'])
    })

    it('lists authors, sources and sections by name, whatever the case and accents', async () => {
      const named = (id: string, name: string) => makeAuthor({ id, name, slug: id })
      await publish(1, { authors: [named('a3', 'Émile Zola'), named('a1', 'eric Blair')] })
      await publish(2, { authors: [named('a2', 'Eric')], sources: [makeSource({ id: 's2' })] })
      expect(await ids('author')).toEqual(['a3', 'a2', 'a1'])
      expect(await ids('source', ['kind:organisation'])).toEqual(['s2', 'source-port'])
      expect(await ids('source', ['kind:person'])).toEqual([])
      expect(await ids('section')).toEqual(['section-world'])
    })

    it('shows an entity as the newest row that carries it has it', async () => {
      await publish(1)
      await publish(2, { authors: [makeAuthor({ name: 'Ada Quill-Byrne' })] })
      const author = await store.reader.get('author', { slug: 'ada-quill' })
      expect(author?.name).toBe('Ada Quill-Byrne')
      await store.append(publicationOf(makeStory(2), 'unpublish'))
      expect((await store.reader.get('author', { id: 'author-ada' }))?.name).toBe('Ada Quill')
    })

    it('does not move a quote that another story uses again', async () => {
      await publish(1)
      await publish(2)
      await publish(3, { quotes: [makeQuote({ id: 'quote-1', verification: 'differs' })] })
      expect(await ids('quote')).toEqual(['quote-2', 'quote-1'])
      expect(await ids('quote', ['article:story-1'])).toEqual(['quote-1'])
      expect(await ids('quote', ['article:story-3'])).toEqual(['quote-1'])
      expect((await store.reader.get('quote', { id: 'quote-1' }))?.verification).toBe('differs')
    })

    it('forgets what a story no longer carries', async () => {
      await publish(1, { sources: [makeSource(), makeSource({ id: 's2', slug: 's2' })] })
      await store.append(publicationOf(makeStory(1, { quotes: [], body: [] }), 'update'))
      expect(await ids('quote')).toEqual([])
      expect(await ids('source')).toEqual(['source-port'])
      expect(await store.reader.get('source', { id: 's2' })).toBeNull()
      expect(await ids('story', ['quote:quote-1'])).toEqual([])
    })

    it('keeps the address and the notice of a retracted story, and nothing of its text', async () => {
      await publish(1)
      await store.append(publicationOf(makeStory(1), 'retract'))
      const current = await store.reader.get('story', { slug: 'storm-1' })
      expect(current).toMatchObject({
        state: 'retracted',
        reason: 'The document turned out to be forged.',
        story: { headline: 'Storm warning 1', body: [], quotes: [], standfirst: null },
      })
      expect(await ids('story')).toEqual([])
      expect(await ids('quote')).toEqual([])
      expect(await ids('author')).toEqual([])
      expect(await store.reader.getMany('quote', ['quote-1'])).toEqual(new Map())
    })

    it('keeps only the address of an unpublished story, and takes it back', async () => {
      const { story } = await publish(1)
      await store.append(publicationOf(makeStory(1), 'unpublish', { reason: 'internal' }))
      const current = await store.reader.get('story', { id: 'story-1' })
      expect(current).toMatchObject({ state: 'unpublished', reason: null, story: { byline: '' } })
      expect(await ids('story')).toEqual([])
      await store.append(publicationOf(makeStory(1, { headline: 'Back' })))
      const back = await store.reader.get('story', { slug: 'storm-1' })
      expect(back).toMatchObject({ state: 'live', seq: 3, story: { headline: 'Back' } })
      expect(back?.story.firstPublishedAt).toBe(story.firstPublishedAt)
      expect(await ids('quote')).toEqual(['quote-1'])
    })

    it('lists corrections newest first, with the story as it is now called', async () => {
      await publish(1, { corrections: [makeCorrection(1), makeCorrection(3)] })
      await publish(2, { corrections: [makeCorrection(2, { kind: 'clarification' })] })
      const told = async (facets: string[] = [], before: string | null = null) => {
        const query = { facets, after: null, before, limit: 100 }
        return (await store.reader.list('correction', query)).map(({ doc }) => doc.id)
      }
      expect(await told()).toEqual(['correction-3', 'correction-2', 'correction-1'])
      expect(await told(['kind:clarification'])).toEqual(['correction-2'])
      expect(await told(['article:story-1', 'section:world'])).toEqual([
        'correction-3',
        'correction-1',
      ])
      expect(await told([], endAt(makeCorrection(2).at))).toEqual(['correction-3', 'correction-2'])
      const renamed = { headline: 'Storm over', corrections: [makeCorrection(3)] }
      await store.append(publicationOf(makeStory(1, renamed), 'correct'))
      expect(await told()).toEqual(['correction-3', 'correction-2'])
      const found = await store.reader.get('correction', { id: 'story-1:correction-3' })
      expect(found?.article.headline).toBe('Storm over')
    })

    it('keeps the corrections of a retracted story without its words, and adds the retraction', async () => {
      await publish(1, { corrections: [makeCorrection(1)] })
      await store.append(
        publicationOf(makeStory(1, { corrections: [makeCorrection(1)] }), 'retract'),
      )
      const rows = await store.reader.list('correction', { facets: [], after: null, limit: 9 })
      expect(rows.map(({ doc }) => doc)).toMatchObject([
        { id: 'correction-1', before: null, after: null, article: { state: 'retracted' } },
        { kind: 'retraction', text: 'The document turned out to be forged.' },
      ])
      await store.append(publicationOf(makeStory(1), 'unpublish'))
      expect(await ids('correction')).toEqual([])
    })

    it('leads every slug a story had to the one it has', async () => {
      await publish(1)
      await store.append(publicationOf(makeStory(1, { slug: 'second' }), 'update'))
      await store.append(publicationOf(makeStory(1, { slug: 'third' }), 'update'))
      expect(await store.reader.redirectFor('storm-1')).toBe('third')
      expect(await store.reader.redirectFor('second')).toBe('third')
      expect(await store.reader.redirectFor('third')).toBeNull()
      expect(await store.reader.get('story', { slug: 'storm-1' })).toBeNull()
    })

    it('fetches many at once and leaves out what it does not know', async () => {
      await publish(1)
      await publish(2)
      const found = await store.reader.getMany('story', ['story-2', 'nobody', 'story-1'])
      expect([...found.keys()].sort()).toEqual(['story-1', 'story-2'])
      expect(await store.reader.getMany('author', [])).toEqual(new Map())
    })

    it('tells listeners of each new head until they stop', async () => {
      const heads: number[] = []
      const stop = store.reader.onAppend((head) => heads.push(head))
      await publish(1)
      await publish(2)
      stop()
      await publish(3)
      expect(heads).toEqual([1, 2])
    })

    describe('searching', () => {
      const found = async (q: string, over: Partial<SearchQuery> = {}) => {
        const usual = { kinds: ['story' as const], facets: [], offset: 0, limit: 100 }
        const hits = await store.reader.search({ terms: readQuery(q), ...usual, ...over })
        return hits.map(({ doc }) => ('story' in doc ? doc.story.id : doc.id))
      }
      const text = (words: string) => ({
        body: [
          { type: 'paragraph', children: [{ type: 'text', text: words, marks: [] }] },
        ] as StoryBlock[],
        quotes: [],
      })

      it('wants every word, whatever its case and accents', async () => {
        await publish(1, { headline: 'Señor Núñez speaks', ...text('He came by ship.') })
        await publish(2, { headline: 'A ship', ...text('It came alone.') })
        expect(await found('NUNEZ ship')).toEqual(['story-1'])
        expect(await found('ñunez')).toEqual(['story-1'])
        expect(await found('ship AND came')).toHaveLength(2)
        expect(await found('ship nowhere')).toEqual([])
      })

      it('puts headlines before texts, and rare words before common ones', async () => {
        await publish(1, { headline: 'Rain', ...text('It rained all day, on the harbour too.') })
        await publish(2, { headline: 'The harbour', ...text('Nothing happened there.') })
        await publish(3, { headline: 'Sun', ...text('Nobody came.') })
        expect(await found('harbour')).toEqual(['story-2', 'story-1'])
        const usual = { facets: [], offset: 0, limit: 9 }
        const kinds = ['story' as const]
        const hits = await store.reader.search({ terms: readQuery('harbour'), kinds, ...usual })
        const [first, second] = hits.map(({ score }) => score)
        expect(first).toBeGreaterThan(second ?? 0)
      })

      it('knows phrases and beginnings of words', async () => {
        await publish(1, text('The harbour master said so.'))
        await publish(2, text('The master of the harbour did not.'))
        expect(await found('"harbour master"')).toEqual(['story-1'])
        expect((await found('harb*')).sort()).toEqual(['story-1', 'story-2'])
        expect(await found('harb')).toEqual([])
        expect(await found('harbour-mast*')).toEqual(['story-1'])
        // The headline ends where the text begins: no phrase reaches across.
        await publish(3, { headline: 'Harbour', standfirst: 'Master of all', ...text('.') })
        expect(await found('"harbour master"')).toEqual(['story-1'])
      })

      it('reads scripts that write without spaces, and any other', async () => {
        await publish(1, text('大統領は東京で会見した。'))
        await publish(2, text('Γιώργος Παπαδόπουλος'))
        await publish(3, text('إيران أرسلت القوات'))
        expect(await found('東京')).toEqual(['story-1'])
        expect(await found('京東')).toEqual([])
        expect(await found('ΓΙΩΡΓΟΣ')).toEqual(['story-2'])
        expect(await found('ايران')).toEqual(['story-3'])
      })

      it('combines with filters', async () => {
        await publish(1, { language: 'de-AT', headline: 'Sturm', section: null })
        await publish(2, { headline: 'Sturm', authors: [makeAuthor({ id: 'a2', slug: 'a2' })] })
        await publish(3, { headline: 'Sturm', kind: 'opinion' })
        expect(await found('sturm', { facets: ['language:de'] })).toEqual(['story-1'])
        expect(await found('sturm', { facets: ['language:de-at'] })).toEqual(['story-1'])
        expect(await found('sturm', { facets: ['author:a2', 'section:world'] })).toEqual([
          'story-2',
        ])
        expect(await found('sturm', { facets: ['kind:opinion'] })).toEqual(['story-3'])
        const before = endAt(makeStory(2).firstPublishedAt)
        expect((await found('sturm', { before })).sort()).toEqual(['story-2', 'story-3'])
        expect(await found('sturm', { facets: ['author:a_'] })).toEqual([])
      })

      it('finds quotes by their words and their speakers, in every story that carries them', async () => {
        await publish(1)
        await publish(2, { section: { id: 's2', name: 'Sea', slug: 'sea' }, quotes: [makeQuote()] })
        const quotes = { kinds: ['quote' as const] }
        expect(await found('"before the storm"', quotes)).toEqual(['quote-1'])
        expect(await found('port authority', quotes)).toEqual(['quote-1'])
        for (const facet of ['section:world', 'section:sea', 'author:author-ada']) {
          expect(await found('storm', { ...quotes, facets: [facet] })).toEqual(['quote-1'])
        }
        expect(await found('storm', { kinds: ['quote', 'story'] })).toHaveLength(3)
      })

      it('shows what readers may see now, and nothing else', async () => {
        await publish(1, { headline: 'First words' })
        await store.append(publicationOf(makeStory(1, { headline: 'Other words' }), 'update'))
        expect(await found('first')).toEqual([])
        expect(await found('other')).toEqual(['story-1'])
        await store.append(publicationOf(makeStory(1, { headline: 'Other words' }), 'retract'))
        expect(await found('other', { kinds: ['story', 'quote'] })).toEqual([])
        expect(await found('storm', { kinds: ['story', 'quote'] })).toEqual([])
      })

      it('gives pages, and narrows lists in their own order', async () => {
        for (const n of [1, 2, 3]) await publish(n, { headline: `Harbour ${n}` })
        const all = await found('harbour')
        expect(await found('harbour', { limit: 2 })).toEqual(all.slice(0, 2))
        expect(await found('harbour', { offset: 2, limit: 2 })).toEqual(all.slice(2))
        const terms = readQuery('harbour')
        const list = (after: string | null) =>
          store.reader.list('story', { terms, facets: ['section:world'], after, limit: 2 })
        const first = await list(null)
        expect(first.map(({ doc }) => doc.story.id)).toEqual(['story-3', 'story-2'])
        const rest = await list(first.at(-1)?.sortKey ?? null)
        expect(rest.map(({ doc }) => doc.story.id)).toEqual(['story-1'])
        const none = { terms: [], facets: [], after: null, limit: 9 }
        expect(await store.reader.list('story', none)).toEqual([])
      })

      it('holds for anything that is asked', async () => {
        await publish(1)
        const hostile = [
          '"unbalanced storm',
          'storm" OR 1=1 --',
          'title:storm ^storm NEAR(storm ships, 5) {storm}',
          'storm NOT ships',
          '(((((',
          '-storm +storm *storm** *',
          '😀 🏴‍☠️',
          '\u0000storm\u0000',
          '\ud800storm',
          '\u{E000}',
          '_',
          "'; DROP TABLE reader_search; --",
          '.* $where [a-z]+ \\',
          'ß'.repeat(400),
          'a* '.repeat(20),
          '𞤀𞤣𞤤𞤢𞤥 ꧋ ʰ ½ ① ﷺ',
        ]
        for (const q of hostile) {
          expect(Array.isArray(await found(q, { kinds: ['story', 'quote'] })), q).toBe(true)
        }
        expect(await found('"unbalanced storm')).toEqual([])
        expect(await found('"storm')).toEqual(['story-1'])
        expect(await found('😀')).toEqual([])
      })
    })

    it('reads several lists at once as it reads them one by one', async () => {
      for (const n of [1, 2, 3]) await publish(n, { kind: n === 2 ? 'opinion' : 'report' })
      const queries = [
        { facets: ['section:world'], after: null, limit: 2 },
        { facets: ['kind:opinion', 'section:world'], after: null, limit: 9 },
        { facets: ['kind:report'], terms: readQuery('"warning 3"'), after: null, limit: 9 },
        { facets: ['section:none'], after: null, limit: 9 },
        ...Array.from({ length: 120 }, (_, n) => ({
          facets: [`quote:quote-${n}`],
          after: null,
          limit: 1,
        })),
      ]
      const together = await store.reader.listMany?.('story', queries)
      const apart = await Promise.all(queries.map((query) => store.reader.list('story', query)))
      expect(together).toEqual(apart)
      expect(apart.slice(0, 6).map((rows) => rows.length)).toEqual([2, 1, 1, 0, 0, 1])
    })

    it('treats hostile keys as unknown', async () => {
      await publish(1)
      for (const id of ["' OR 1=1 --", '__proto__', '$where', '', '\u0000', 'ü'.repeat(2000)]) {
        expect(await store.reader.get('story', { slug: id })).toBeNull()
        expect(await store.reader.get('author', { id })).toBeNull()
        expect(await ids('story', [`author:${id}`])).toEqual([])
        expect(await store.reader.redirectFor(id)).toBeNull()
      }
    })
  })
}
