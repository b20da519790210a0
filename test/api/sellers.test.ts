import { afterAll, beforeAll, expect, it } from 'vitest'
import { param, plough, publish, submit } from '../ads.ts'
import { people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.stop())

it('a seller’s page has their live ads, newest first, and nobody else’s', async () => {
  const [seller, other] = [world.as(people.karimjon), world.as(people.ivan)]
  const moderator = world.as(people.muhabbat)
  const ids: number[] = []
  for (const title of ['Birinchi', 'Ikkinchi'])
    ids.unshift((await publish(seller, moderator, { ...plough, title })).id)
  const sold = await publish(seller, moderator)
  await seller.ads[':id'].sold.$post({ ...param(sold.id), json: { revision: sold.revision } })
  await submit(seller)
  await publish(other, moderator)

  const buyer = world.as(people.dilnoza)
  const page = await (await buyer.sellers[':id'].$get({ ...param(people.karimjon), query: {} })).json()
  expect(page.items.map(({ id }) => id)).toEqual(ids)
  expect(page).toMatchObject({ seller: { name: 'Karimjon', ads: 2 }, nextCursor: null })
  expect(JSON.stringify(page)).not.toContain('998901234567')
  const older = await buyer.sellers[':id'].$get({
    ...param(people.karimjon),
    query: { cursor: '1' },
  })
  expect((await older.json()).items).toEqual([])
})

it('who never sold anything has no page', async () => {
  const buyer = world.as(people.dilnoza)
  await buyer.me.$get()
  for (const id of [people.dilnoza, 424_242])
    expect((await buyer.sellers[':id'].$get({ ...param(id), query: {} })).status).toBe(404)
})
