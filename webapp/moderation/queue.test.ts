import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createQueue, type QueueDoor } from './queue.ts'

interface Ad {
  id: number
  revision: number
}
const approve = { approve: true } as const

/** A server with ads in pages of three, and everything the queue said. */
function world(count: number) {
  let ads: Ad[] = Array.from({ length: count }, (_, index) => ({ id: index + 1, revision: 1 }))
  const said: string[] = []
  let failure: { code: string } | undefined
  const door: QueueDoor<Ad> = {
    async load(after = 0) {
      const rest = ads.filter(({ id }) => id > after)
      const items = rest.slice(0, 3)
      return { items, nextCursor: rest.length > 3 ? String(items[2]?.id) : null, total: ads.length }
    },
    async send(ad) {
      said.push(`send ${ad.id}.${ad.revision}`)
      if (failure) throw failure
      ads = ads.filter(({ id }) => id !== ad.id)
    },
    onSent: () => said.push('sent'),
    onFailed: (error) => said.push((error as { code: string }).code),
    onGone: () => said.push('gone'),
  }
  return {
    door,
    said,
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
const ids = (queue: { items: () => readonly Ad[] }) => queue.items().map(({ id }) => id)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('all ads are decided one after another, each once, and the end is reached', async () => {
  const { door, said } = world(8)
  const queue = createQueue(door)
  await queue.load()
  for (let ad = queue.items()[0]; ad; ad = queue.items()[0]) {
    void queue.decide(ad, approve)
    await settle()
  }
  expect(said.filter((word) => word !== 'sent')).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((id) => `send ${id}.1`))
  expect([queue.done(), queue.waiting()]).toEqual([true, 0])
})

test('a double tap decides one ad, not the one that slides in', async () => {
  const { door, said } = world(3)
  const queue = createQueue(door)
  await queue.load()
  void queue.decide(queue.items()[0] as Ad, approve)
  void queue.decide(queue.items()[0] as Ad, approve)
  await settle()
  expect(said).toEqual(['send 1.1', 'sent'])
  expect(ids(queue)).toEqual([2, 3])
})

describe('a verdict that fails', () => {
  test('for want of a connection brings the ad back behind the one looked at', async () => {
    const { door, said, fail } = world(3)
    const queue = createQueue(door)
    await queue.load()
    fail('network')
    await queue.decide(queue.items()[0] as Ad, approve)
    expect(said).toEqual(['send 1.1', 'network'])
    expect(ids(queue)).toEqual([2, 1, 3])
    expect(queue.waiting()).toBe(3)
  })

  test('because the seller changed the ad brings it back as it is now', async () => {
    const { door, fail, change } = world(3)
    const queue = createQueue(door)
    await queue.load()
    change(1)
    fail('ads.changed')
    await queue.decide(queue.items()[0] as Ad, approve)
    expect(queue.items()[1]).toEqual({ id: 1, revision: 2 })
  })

  test.each(['moderation.decided', 'ads.not_found'])('with %s is told, and the ad is gone', async (code) => {
    const { door, said, fail } = world(3)
    const queue = createQueue(door)
    await queue.load()
    fail(code)
    await queue.decide(queue.items()[0] as Ad, approve)
    expect(said).toEqual(['send 1.1', code])
    expect(ids(queue)).toEqual([2, 3])
  })
})

test('a queue opened at an ad begins there and goes around to the older ones', async () => {
  const { door } = world(5)
  const queue = createQueue(door, 4)
  await queue.load()
  expect(ids(queue)).toEqual([4, 5])
  void queue.decide(queue.items()[0] as Ad, approve)
  await settle()
  expect(ids(queue)).toEqual([5, 1, 2, 3])
})

test('a queue opened at an ad that does not wait any more says so and shows the others', async () => {
  const { door, said, remove } = world(3)
  remove(3)
  const queue = createQueue(door, 3)
  await queue.load()
  expect(said).toEqual(['gone'])
  expect(ids(queue)).toEqual([1, 2])
})

test('an empty queue that failed to load can be tried again', async () => {
  const { door } = world(2)
  const broken = createQueue({ ...door, load: async () => Promise.reject(new Error('no answer')) })
  await broken.load()
  expect(broken.state()).toBe('failed')
  const queue = createQueue(door)
  await queue.reload()
  expect(ids(queue)).toEqual([1, 2])
})
