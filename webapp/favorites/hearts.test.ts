import { expect, test } from 'vitest'
import { createHearts } from '#webapp/favorites/hearts.ts'

/** Hearts with a server that answers when it is told to. */
function world(kept?: readonly number[]) {
  const asked: { what: string; answer: (ids?: readonly number[]) => void; refuse: () => void }[] = []
  const ask = (what: string) =>
    new Promise<readonly number[]>((resolve, reject) => {
      asked.push({ what, answer: (ids = []) => resolve(ids), refuse: () => reject(new Error('no')) })
    })
  const refused: unknown[] = []
  const phone: { ids: readonly number[] | undefined } = { ids: kept }
  const hearts = createHearts({
    load: () => ask('load'),
    save: (id) => ask(`save ${id}`),
    letGo: (id) => ask(`let go ${id}`),
    kept: () => phone.ids,
    keep: (ids) => void (phone.ids = ids),
    onRefused: (error) => void refused.push(error),
  })
  const turn = () => new Promise((resolve) => setTimeout(resolve))
  return { hearts, asked, refused, phone, turn }
}

test('what the phone remembers is there before the server is asked', () => {
  expect(world([3, 1]).hearts.ids()).toEqual([3, 1])
  expect(world().hearts.ids()).toEqual([])
})

test('a tap counts at once, the newest first, and is remembered when the server has it', async () => {
  const { hearts, asked, phone, turn } = world([1])
  expect(hearts.toggle(2)).toBe(true)
  hearts.toggle(3)
  expect(hearts.ids()).toEqual([3, 2, 1])
  expect(phone.ids).toEqual([1])
  for (const request of asked) request.answer()
  await turn()
  expect(phone.ids).toEqual([3, 2, 1])
  expect(hearts.toggle(2)).toBe(false)
  expect(hearts.has(2)).toBe(false)
})

test('a refusal takes the heart back and is said, either way', async () => {
  const { hearts, asked, refused, turn } = world([1])
  hearts.toggle(2)
  hearts.toggle(1)
  expect(hearts.ids()).toEqual([2])
  for (const request of asked) request.refuse()
  await turn()
  expect(hearts.ids()).toEqual([1])
  expect(refused).toHaveLength(2)
})

test('however often it is tapped, one request an ad is under way, and the last tap stands', async () => {
  const { hearts, asked, turn } = world()
  hearts.toggle(5)
  hearts.toggle(5)
  hearts.toggle(5)
  hearts.toggle(5)
  expect(asked.map(({ what }) => what)).toEqual(['save 5'])
  asked[0]?.answer()
  await turn()
  expect(asked.map(({ what }) => what)).toEqual(['save 5', 'let go 5'])
  expect(hearts.has(5)).toBe(false)
  let heard = false
  void hearts.heard().then(() => (heard = true))
  await turn()
  expect(heard).toBe(false)
  asked[1]?.answer()
  await turn()
  expect(heard).toBe(true)
  expect(hearts.ids()).toEqual([])
})

test('a list asked for before something was settled is asked for again, and never undoes a tap', async () => {
  const { hearts, asked, turn } = world()
  void hearts.load()
  hearts.toggle(7)
  asked.find(({ what }) => what === 'save 7')?.answer()
  await turn()
  asked[0]?.answer([4])
  await turn()
  expect(asked.map(({ what }) => what)).toEqual(['load', 'save 7', 'load'])
  hearts.toggle(9)
  asked[2]?.answer([7, 4])
  await turn()
  expect(hearts.ids()).toEqual([9, 7, 4])
})
