import { afterAll, beforeAll, expect, it } from 'vitest'
import { countNewWords } from '#server/search/count-words.ts'
import { publish } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let buyer: ApiClient
beforeAll(async () => {
  world = await startWorld()
  buyer = world.as(people.dilnoza)
})
afterAll(() => world?.stop())

it('a query is answered as filters, each with the words it was read from', async () => {
  const answer = await buyer.search.understood.$get({ query: { q: 'oq kobalt 10 ming $ gacha' } })
  expect(await answer.json()).toEqual({
    filters: {
      q: 'oq',
      category: 'transport.cars',
      attributes: { model: ['chevrolet-cobalt'] },
      price: { max: 10_000 },
      currency: 'USD',
    },
    parts: [
      {
        text: 'kobalt',
        filters: { category: 'transport.cars', attributes: { model: ['chevrolet-cobalt'] } },
      },
      { text: '10 ming $ gacha', filters: { price: { max: 10_000 }, currency: 'USD' } },
    ],
  })
  expect(answer.headers.get('cache-control')).toBe('private, max-age=3600')
})

it('a word of an ad that went live is suggested, and the app may keep the answer', async () => {
  await publish(world.as(people.karimjon), world.as(people.muhabbat))
  await countNewWords(world.deps)
  const answer = await buyer.search.suggestions.$get({ query: { q: 'hayd' } })
  expect(await answer.json()).toEqual({ items: [{ text: 'haydayman' }] })
  expect(answer.headers.get('cache-control')).toBe('private, max-age=120')
})

it('an endless query is refused, an empty one has no answer', async () => {
  const q = 'a'.repeat(101)
  expect((await buyer.search.understood.$get({ query: { q } })).status).toBe(400)
  expect((await buyer.search.suggestions.$get({ query: { q } })).status).toBe(400)
  expect(await (await buyer.search.suggestions.$get({ query: { q: '' } })).json()).toEqual({ items: [] })
  expect(await (await buyer.search.understood.$get({ query: { q: '' } })).json()).toEqual({
    filters: {},
    parts: [],
  })
})
