import { expect, test } from 'vitest'
import { type Batch, createPaged } from '#webapp/ui/paged.ts'

interface Item {
  id: number
  title: string
}
const item = (id: number, title = `ad ${id}`): Item => ({ id, title })
const page = (ids: number[], nextCursor: string | null = null): Batch<Item> => ({
  items: ids.map((id) => item(id)),
  nextCursor,
})
const ids = (list: { items: () => readonly Item[] }) => list.items().map(({ id }) => id)

/** Pages to be answered by hand, so that a test decides what comes first. */
function questions() {
  const asked: {
    cursor: string | undefined
    answer: (page: Batch<Item>) => void
    fail: (error: Error) => void
  }[] = []
  const load = (cursor?: string) =>
    new Promise<Batch<Item>>((answer, fail) => void asked.push({ cursor, answer, fail }))
  return { asked, load }
}

test('pages follow one another by cursor until there are no more', async () => {
  const pages: Record<string, Batch<Item>> = { '': page([9, 8], '8'), '8': page([7]) }
  const list = createPaged<Item>(async (cursor = '') => pages[cursor] as Batch<Item>)
  expect(list.state()).toBe('new')
  await list.more()
  expect([ids(list), list.state()]).toEqual([[9, 8], 'idle'])
  await list.more()
  expect([ids(list), list.state()]).toEqual([[9, 8, 7], 'end'])
})

test('a first page that is already there is not asked for', async () => {
  const { asked, load } = questions()
  const list = createPaged(load, page([3, 2], '2'))
  expect([ids(list), list.state()]).toEqual([[3, 2], 'idle'])
  void list.more()
  expect(asked.map(({ cursor }) => cursor)).toEqual(['2'])
})

test('scrolling fast asks for a page once', () => {
  const { asked, load } = questions()
  const list = createPaged(load)
  void list.more()
  void list.more()
  expect(asked).toHaveLength(1)
})

test('an ad that moved to a later page meanwhile is not shown twice', async () => {
  const list = createPaged<Item>(async () => page([2, 1]), page([3, 2], '2'))
  await list.more()
  expect(ids(list)).toEqual([3, 2, 1])
})

test('a failed page keeps what is there and can be tried again', async () => {
  let broken = true
  const list = createPaged<Item>(
    async () => {
      if (broken) throw new Error('no connection')
      return page([1])
    },
    page([2], '2'),
  )
  await list.more()
  expect([ids(list), list.state(), String(list.error())]).toEqual([[2], 'failed', 'Error: no connection'])
  broken = false
  await list.more()
  expect([ids(list), list.state(), list.error()]).toEqual([[2, 1], 'end', undefined])
})

test('refreshing throws away the answer to an older question', async () => {
  const { asked, load } = questions()
  const list = createPaged(load, page([3], '3'))
  const older = list.more()
  const refreshed = list.refresh()
  asked[1]?.answer(page([5, 4], '4'))
  await refreshed
  asked[0]?.answer(page([2, 1]))
  await older
  expect([ids(list), list.state()]).toEqual([[5, 4], 'idle'])
})

test('refreshing keeps the identity of what did not change', async () => {
  const first = [item(2), item(1)]
  const list = createPaged<Item>(
    async () => ({ items: [item(3), item(2), item(1, 'sold')], nextCursor: null }),
    {
      items: first,
      nextCursor: null,
    },
  )
  await list.refresh()
  expect(list.items()[1]).toBe(first[0])
  expect(list.items()[2]).toEqual(item(1, 'sold'))
})

test('a refresh that fails leaves the list alone', async () => {
  const list = createPaged<Item>(() => Promise.reject(new Error('offline')), page([1]))
  await expect(list.refresh()).rejects.toThrow('offline')
  expect([ids(list), list.state()]).toEqual([[1], 'end'])
})

test('a refresh that fails lets a page that was on its way arrive', async () => {
  const { asked, load } = questions()
  const list = createPaged(load, page([2], '2'))
  const more = list.more()
  const refreshed = list.refresh()
  asked[1]?.fail(new Error('offline'))
  await expect(refreshed).rejects.toThrow('offline')
  asked[0]?.answer(page([1]))
  await more
  expect([ids(list), list.state()]).toEqual([[2, 1], 'end'])
})
