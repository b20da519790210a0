import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Desk } from '#shared/moderation/schema.ts'
import { createDesk, type DeskDoor } from './desk.ts'

interface Ad {
  id: number
  revision: number
}
const approve = { approve: true } as const

/** A server with ads that others may hold, and everything the desk said. */
function world(count: number) {
  let ads: Ad[] = Array.from({ length: count }, (_, index) => ({ id: index + 1, revision: 1 }))
  const others = new Map<number, string>()
  const said: string[] = []
  let failure: { code: string } | undefined
  let held: number[] = []
  const door: DeskDoor<Ad> = {
    async load({ holding, want, skip, first }) {
      const kept = first === undefined ? holding : [first, ...holding]
      const mine = kept.filter((id) => ads.some((ad) => ad.id === id) && !others.has(id))
      const free = ads.filter(({ id }) => !kept.includes(id) && !skip.includes(id) && !others.has(id))
      held = [...mine, ...free.slice(0, want).map(({ id }) => id)]
      const lost = kept.filter((id) => !mine.includes(id)).map((id) => ({ id, by: others.get(id) ?? null }))
      const items = held.map((id) => ({ ...(ads.find((ad) => ad.id === id) as Ad) }))
      return { items, lost, total: ads.length, fitting: ads.length, trusted: 0 }
    },
    async send(ad) {
      said.push(`send ${ad.id}.${ad.revision}`)
      if (failure) throw failure
      ads = ads.filter(({ id }) => id !== ad.id)
      return { decisionId: ad.id * 10 }
    },
    async undo(decisionId) {
      const id = decisionId / 10
      ads = [...ads, { id, revision: 3 }].sort((a, b) => a.id - b.id)
      return { adId: id }
    },
    onSent: () => said.push('sent'),
    onFailed: (error) => said.push((error as { code: string }).code),
    onLost: (by) => said.push(`lost ${by}`),
    onChanged: () => said.push('changed'),
  }
  return {
    door,
    said,
    others,
    held: () => held,
    fail: (code: string | undefined) => {
      failure = code === undefined ? undefined : { code }
    },
    change: (id: number) => {
      ads = ads.map((ad) => (ad.id === id ? { ...ad, revision: 2 } : ad))
    },
    remove: (id: number) => {
      ads = ads.filter((ad) => ad.id !== id)
    },
  }
}
const settle = () => vi.advanceTimersByTimeAsync(500)
const ids = (desk: { items: () => readonly Ad[] }) => desk.items().map(({ id }) => id)
const current = (desk: { items: () => readonly Ad[] }) => desk.items()[0] as Ad

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('all ads are decided one after another, each once, with the next ones in hand, and the end is reached', async () => {
  const { door, said } = world(8)
  const desk = createDesk(door)
  await desk.sync()
  expect(ids(desk)).toEqual([1, 2, 3])
  for (let ad = current(desk); ad; ad = current(desk)) {
    void desk.decide(ad, approve)
    await settle()
  }
  expect(said.filter((word) => word !== 'sent')).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((id) => `send ${id}.1`))
  expect([desk.done(), desk.numbers().total]).toEqual([true, 0])
})

test('the end is not announced while the last verdict is under way', async () => {
  const { door } = world(4)
  const desk = createDesk(door)
  await desk.sync()
  for (let ad = current(desk); ad; ad = current(desk)) {
    void desk.decide(ad, approve)
    expect(desk.done()).toBe(false)
    await settle()
  }
  expect(desk.done()).toBe(true)
})

test('a double tap decides one ad, not the one that slides in', async () => {
  const { door, said } = world(3)
  const desk = createDesk(door)
  await desk.sync()
  void desk.decide(current(desk), approve)
  void desk.decide(current(desk), approve)
  await settle()
  expect(said).toEqual(['send 1.1', 'sent'])
  expect(ids(desk)).toEqual([2, 3])
})

test('an answer that was on its way while an ad was decided does not bring it back', async () => {
  const { door } = world(2)
  let slow: (() => void) | undefined
  const desk = createDesk({
    ...door,
    async load(asked) {
      const hand = await door.load(asked)
      if (slow === undefined) return hand
      await new Promise<void>((resolve) => {
        slow = resolve
      })
      return hand
    },
  })
  await desk.sync()
  slow = () => {}
  void desk.sync()
  await settle()
  await Promise.all([desk.decide(current(desk), approve), settle()].slice(1))
  slow()
  slow = undefined
  await settle()
  expect(ids(desk)).toEqual([2])
})

test('a verdict that fails for want of a connection brings the ad back', async () => {
  const { door, said, fail } = world(3)
  const desk = createDesk(door)
  await desk.sync()
  fail('network')
  await desk.decide(current(desk), approve)
  expect(said).toEqual(['send 1.1', 'network'])
  expect(ids(desk)[0]).toBe(1)
  expect(desk.last()).toBeUndefined()
})

test('because the seller changed the ad, it comes back as it is now', async () => {
  const { door, fail, change } = world(3)
  const desk = createDesk(door)
  await desk.sync()
  change(1)
  fail('ads.changed')
  await desk.decide(current(desk), approve)
  expect(current(desk)).toEqual({ id: 1, revision: 2 })
})

test.each(['moderation.decided', 'moderation.claimed', 'ads.not_found'])(
  'with %s it is told, and the ad is gone',
  async (code) => {
    const { door, said, fail, remove } = world(3)
    const desk = createDesk(door)
    await desk.sync()
    fail(code)
    remove(1)
    await desk.decide(current(desk), approve)
    expect(said).toEqual(['send 1.1', code])
    expect(ids(desk)).toEqual([2, 3])
  },
)

test('an ad that is put off is given back, and comes round at the end', async () => {
  const { door, held } = world(2)
  const desk = createDesk(door)
  await desk.sync()
  desk.skip(current(desk))
  await settle()
  expect(ids(desk)).toEqual([2])
  expect(held()).toEqual([2])
  void desk.decide(current(desk), approve)
  await settle()
  expect(ids(desk)).toEqual([1])
})

test('a decision taken back brings its ad in front', async () => {
  const { door } = world(4)
  const desk = createDesk(door)
  await desk.sync()
  await desk.decide(current(desk), approve)
  await settle()
  expect(desk.last()).toMatchObject({ id: 10, approved: true })
  await desk.undo(10)
  expect(current(desk)).toEqual({ id: 1, revision: 3 })
  expect(desk.last()).toBeUndefined()
})

test('an ad that somebody else took while the phone slept is told and gone', async () => {
  const { door, said, others } = world(3)
  const desk = createDesk(door)
  await desk.sync()
  others.set(1, 'Bek')
  await desk.sync()
  expect(said).toEqual(['lost Bek'])
  expect(ids(desk)).toEqual([2, 3])
})

test('a desk opened at an ad begins there; at one that somebody looks at, with the others', async () => {
  const { door, said, others } = world(5)
  const desk = createDesk(door)
  await desk.begin(4)
  expect(current(desk).id).toBe(4)
  others.set(5, 'Bek')
  const late = createDesk(door)
  await late.begin(5)
  expect(said).toEqual(['lost Bek'])
  expect(current(late).id).toBe(1)
})

test('who comes back to the desk has the ad, the filter and what was put off as they were left', async () => {
  const { door, said, others } = world(6)
  const asked: Desk[] = []
  const desk = createDesk({
    ...door,
    load: (o) => {
      asked.push(o)
      return door.load(o)
    },
  })
  await desk.begin()
  desk.choose({ language: 'ru' })
  await settle()
  desk.skip(current(desk))
  await settle()
  expect(ids(desk)).toEqual([2, 3, 4])
  await desk.begin()
  expect(ids(desk)).toEqual([2, 3, 4])
  expect(asked.at(-1)).toMatchObject({ holding: [2, 3, 4], skip: [1], filter: { language: 'ru' } })
  // What somebody else has taken meanwhile is told.
  others.set(2, 'Bek')
  await desk.begin()
  expect([said, ids(desk)[0]]).toEqual([['lost Bek'], 3])
})

test('what ended elsewhere leaves the desk without a word', async () => {
  const { door, said, remove } = world(5)
  const desk = createDesk(door)
  await desk.begin()
  for (const id of [1, 2]) remove(id)
  desk.drop(({ id }) => id < 3)
  await settle()
  expect([ids(desk), said]).toEqual([[3, 4, 5], []])
})

test('an ad that its seller changes while it is looked at is said to be another, and no tap meets it unseen', async () => {
  const { door, said, change } = world(3)
  const desk = createDesk(door)
  await desk.begin()
  change(2)
  await desk.sync()
  expect([said, desk.settling()]).toEqual([[], false])
  change(1)
  await desk.sync()
  void desk.decide(current(desk), approve)
  expect(said).toEqual(['changed'])
  await settle()
  void desk.decide(current(desk), approve)
  expect(said).toEqual(['changed', 'send 1.2'])
})

test('a desk that failed to load can be tried again', async () => {
  const { door } = world(2)
  let broken = true
  const desk = createDesk({
    ...door,
    load: async (o) => (broken ? Promise.reject(new Error('no answer')) : door.load(o)),
  })
  await desk.sync()
  expect(desk.state()).toBe('failed')
  broken = false
  await desk.sync()
  expect(ids(desk)).toEqual([1, 2])
})
