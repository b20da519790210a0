import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adDays } from '#server/db/schema.ts'
import { createCounter } from '#server/stats/counter.ts'
import { eventually, param, publish, submit } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let seller: ApiClient
let buyer: ApiClient
let moderator: ApiClient
beforeAll(async () => {
  world = await startWorld()
  seller = world.as(people.karimjon)
  buyer = world.as(people.dilnoza)
  moderator = world.as(people.muhabbat)
})
afterAll(() => world?.stop())

const daysOf = async (id: number) => (await (await seller.my.ads[':id'].stats.$get(param(id))).json()).days
const todayOf = async (id: number) => (await daysOf(id)).at(-1)
const tashkent = (at = new Date()) => new Date(at.getTime() + 5 * 3_600_000).toISOString().slice(0, 10)

describe('the numbers of an ad', () => {
  it('count everybody else who opens it or asks for the number, each once a day', async () => {
    const { id } = await publish(seller, moderator)
    const ivan = world.as(people.ivan)
    for (const person of [buyer, buyer, ivan]) await person.ads[':id'].$get(param(id))
    for (const person of [buyer, buyer, seller]) await person.ads[':id'].contact.$post(param(id))
    await seller.ads[':id'].$get(param(id))
    await eventually(async () => (await todayOf(id))?.views === 2)
    // Whoever was not counted above would have been by now, as rows are written in order of asking.
    await moderator.ads[':id'].$get(param(id))
    await eventually(async () => (await todayOf(id))?.views === 3)
    expect(await todayOf(id)).toEqual({ day: tashkent(), views: 3, contacts: 1, favorites: 0 })
  })

  it('go back thirty days, with the days on which nothing happened', async () => {
    const { id } = await publish(seller, moderator)
    const ago = (days: number) => tashkent(new Date(Date.now() - days * 86_400_000))
    await world.deps.db.insert(adDays).values([
      { adId: id, day: ago(29), views: 5, contacts: 1 },
      { adId: id, day: ago(30), views: 70, contacts: 7 },
    ])
    const days = await daysOf(id)
    expect(days).toHaveLength(30)
    expect(days[0]).toEqual({ day: ago(29), views: 5, contacts: 1, favorites: 0 })
    expect(days.slice(1).every(({ views, contacts }) => views === 0 && contacts === 0)).toBe(true)
  })

  it('are not of an ad that waits, and are for its seller alone', async () => {
    const id = await submit(seller)
    await moderator.ads[':id'].$get(param(id))
    const { id: live } = await publish(seller, moderator)
    await buyer.ads[':id'].$get(param(live))
    await eventually(async () => (await todayOf(live))?.views === 1)
    expect((await todayOf(id))?.views).toBe(0)
    expect((await buyer.my.ads[':id'].stats.$get(param(id))).status).toBe(404)
  })

  it('count a person again on the next day of Tashkent, which begins at 19:00 UTC', async () => {
    const { id } = await publish(seller, moderator)
    let now = Date.parse('2026-03-01T18:59:00Z')
    const count = createCounter(world.deps, () => now)
    count('views', id, people.dilnoza)
    count('views', id, people.dilnoza)
    now = Date.parse('2026-03-01T19:00:00Z')
    count('views', id, people.dilnoza)
    const views = async () => (await world.deps.db.select().from(adDays).where(eq(adDays.adId, id)))[0]?.views
    await eventually(async () => (await views()) === 2)
  })
})
