/** Two windows on one story: the order of one window's saves, and what is whose when two have saved. */
import { describe, expect, it } from 'vitest'
import { compareWords, findDifferences } from '#src/admin/components/saves/conflict.ts'
import { orderSaves, type RefusedSave } from '#src/admin/components/saves/orderSaves.ts'

const ID = '3f0c0f4e-0000-4000-8000-000000000001'
const url = `/api/articles/${ID}?draft=true&autosave=true`
const at = (second: number) => `2026-11-23T08:00:0${second}.000Z`

const patch = (data: object): RequestInit => {
  const body = new FormData()
  body.set('_payload', JSON.stringify(data))
  return { method: 'PATCH', body }
}

/** A server that stores one revision after the other, when it is told to. */
const server = () => {
  const asked: { updatedAt?: string }[] = []
  const answers: (() => void)[] = []
  let second = 0
  const send = ((_: string, init: RequestInit) => {
    asked.push(JSON.parse(String((init.body as FormData).get('_payload'))) as never)
    return new Promise<Response>((resolve) => {
      answers.push(() => {
        second += 1
        resolve(Response.json({ doc: { updatedAt: at(second) } }))
      })
    })
  }) as typeof fetch
  return { asked, answerNext: () => answers.shift()?.(), send }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('saves of one window', () => {
  it('wait for each other and start from what the one before has left', async () => {
    const { answerNext, asked, send } = server()
    const save = orderSaves(send, () => undefined)
    const first = save(url, patch({ headline: 'A', updatedAt: at(0) }))
    const second = save(url, patch({ headline: 'B', updatedAt: at(0) }))
    await settle()
    expect(asked).toHaveLength(1)
    answerNext()
    await first
    await settle()
    expect(asked[1]).toEqual({ headline: 'B', updatedAt: at(1) })
    answerNext()
    expect((await second).ok).toBe(true)
  })

  it('go on after one that failed', async () => {
    let turn = 0
    const save = orderSaves(
      () => {
        turn += 1
        return turn === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(Response.json({}))
      },
      () => undefined,
    )
    const first = save(url, patch({ updatedAt: at(0) }))
    const second = save(url, patch({ updatedAt: at(0) }))
    await expect(first).rejects.toThrow('gone')
    expect((await second).ok).toBe(true)
  })

  it('never take another window’s revision for their own', async () => {
    const { answerNext, asked, send } = server()
    const save = orderSaves(send, () => undefined)
    const first = save(url, patch({ updatedAt: at(0) }))
    await settle()
    answerNext()
    await first
    // The form was loaded anew after somebody else saved.
    const second = save(url, patch({ updatedAt: at(9) }))
    await settle()
    expect(asked[1]).toEqual({ updatedAt: at(9) })
    answerNext()
    await second
  })

  it('do not ask again for where the story stood before the last save', async () => {
    const sent: Record<string, unknown>[] = []
    const save = orderSaves(
      (_, init) => {
        const form = init?.body as FormData
        sent.push(JSON.parse(form.get('_payload') as string) as Record<string, unknown>)
        return Promise.resolve(Response.json({ doc: { updatedAt: at(5) } }))
      },
      () => undefined,
    )
    await save(url, patch({ updatedAt: at(0), state: 'approved' }))
    await save(url, patch({ updatedAt: at(0), state: 'approved' }))
    expect(sent).toEqual([{ updatedAt: at(0), state: 'approved' }, { updatedAt: at(5) }])
  })

  it('leave everything else alone', async () => {
    const seen: unknown[] = []
    const save = orderSaves(
      (...args: unknown[]) => {
        seen.push(args)
        return Promise.resolve(new Response('ok'))
      },
      () => undefined,
    )
    const requests: [string, RequestInit?][] = [
      ['/api/articles?limit=1'],
      [`/api/articles/${ID}`, { method: 'POST', body: '{}' }],
      [`/api/articles/${ID}`, { method: 'PATCH', body: 'not JSON' }],
    ]
    for (const [path, init] of requests) await save(path, init)
    expect(seen).toEqual(requests.map(([path, init]) => [path, init]))
  })

  it('tell of a refusal, and hand it on', async () => {
    const heard: RefusedSave[] = []
    const conflicts = [{ field: 'headline', theirs: 'B', yours: 'A' }]
    const refusal = { errors: [{ data: { code: 'stale', current: at(5), conflicts } }] }
    const save = orderSaves(
      () => Promise.resolve(Response.json(refusal, { status: 409 })),
      (refused) => heard.push(refused),
    )
    const answer = await save(url, patch({ updatedAt: at(0) }))
    expect(answer.status).toBe(409)
    expect(await answer.json()).toEqual(refusal)
    expect(heard).toEqual([
      { code: 'stale', collection: 'articles', id: ID, current: at(5), conflicts },
    ])
  })
})

describe('two versions of a story', () => {
  const base = { headline: 'Old', standfirst: 'Old', dateline: 'OLD', topics: [] }

  it('propose what only they changed from theirs, and everything of mine otherwise', () => {
    const conflicts = [
      { field: 'headline', theirs: 'New', yours: 'Old' },
      { field: 'standfirst', theirs: 'Old', yours: 'Mine' },
      { field: 'dateline', theirs: 'THEIRS', yours: 'MINE' },
    ]
    const mine = { headline: 'Old', standfirst: 'Mine', dateline: 'MINE' }
    expect(
      findDifferences(conflicts, base, mine).map(({ field, changedBy, proposed }) => [
        field,
        changedBy,
        proposed,
      ]),
    ).toEqual([
      ['headline', 'them', 'theirs'],
      ['standfirst', 'me', 'mine'],
      ['dateline', 'both', 'mine'],
    ])
  })

  it('do not differ where a form says empty and a record says nothing', () => {
    const conflicts = [{ field: 'topics', theirs: null, yours: [] }]
    expect(findDifferences(conflicts, base, { topics: [] })).toEqual([])
  })

  it('count what was typed after the save was sent', () => {
    const conflicts = [{ field: 'headline', theirs: 'New', yours: 'Ol' }]
    expect(findDifferences(conflicts, base, { headline: 'Older' })[0]?.yours).toBe('Older')
  })

  it('are compared word by word', () => {
    expect(
      compareWords({ field: 'headline', theirs: 'The wind rose', yours: 'The wind fell' }),
    ).toEqual([
      { text: 'The wind ', is: 'same' },
      { text: 'rose', is: 'theirs' },
      { text: 'fell', is: 'mine' },
    ])
  })
})
