import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ads, favorites, users } from '#server/db/schema.ts'
import { limits } from '#shared/limits.ts'
import { eventually, param, plough, publish, submit } from '../ads.ts'
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
beforeEach(async () => {
  await world.deps.db.delete(favorites)
  await world.deps.db.delete(ads)
})

const put = (api: ApiClient, id: number) => api.favorites[':id'].$put(param(id))
const unsave = (api: ApiClient, id: number) => api.favorites[':id'].$delete(param(id))
const page = async (api: ApiClient, cursor?: string) =>
  (await api.favorites.$get({ query: { ...(cursor && { cursor }) } })).json()
const idsOf = async (api: ApiClient) => (await (await api.favorites.ids.$get()).json()).ids
const listed = async (api: ApiClient) => (await page(api)).items.map(({ id }) => id)
const codeOf = async (response: { json(): Promise<unknown> }) =>
  ((await response.json()) as { error?: { code: string } }).error?.code
const savedToday = async (id: number) => {
  const { days } = await (await seller.my.ads[':id'].stats.$get(param(id))).json()
  return days.at(-1)?.favorites
}
/** Live ads made in one statement: the first has the smallest id. */
async function liveAds(count: number): Promise<number[]> {
  const { id } = await publish(seller, moderator)
  const [row] = await world.deps.db.select().from(ads).where(eq(ads.id, id))
  if (count > 1) {
    const { id: _, ...copy } = row as typeof ads.$inferSelect
    const more = Array.from({ length: count - 1 }, () => ({ ...copy, submitKey: crypto.randomUUID() }))
    await world.deps.db.insert(ads).values(more)
  }
  return (await world.deps.db.select({ id: ads.id }).from(ads).orderBy(ads.id)).map((ad) => ad.id)
}

describe('saving an ad', () => {
  it('needs genuine init data', async () => {
    expect((await fetch(`${world.config.publicUrl}/api/favorites`)).status).toBe(401)
    expect((await fetch(`${world.config.publicUrl}/api/favorites/1`, { method: 'PUT' })).status).toBe(401)
  })

  it('keeps it once, however often it is asked for, and forgets it as calmly', async () => {
    const [id = 0] = await liveAds(1)
    for (let times = 0; times < 3; times++) expect((await put(buyer, id)).status).toBe(200)
    expect(await idsOf(buyer)).toEqual([id])
    expect((await page(buyer)).items).toMatchObject([{ id, title: plough.title, state: 'active' }])
    expect(await idsOf(seller)).toEqual([])
    for (let times = 0; times < 2; times++) expect((await unsave(buyer, id)).status).toBe(200)
    expect(await idsOf(buyer)).toEqual([])
  })

  it('is kept once when it is asked for many times at once', async () => {
    const [id = 0] = await liveAds(1)
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(buyer, id)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
    await eventually(async () => (await savedToday(id)) === 1)
  })

  it('is refused for one’s own ad, one that waits, and one that is not there; one that is sold may come back', async () => {
    const [id = 0] = await liveAds(1)
    expect(await codeOf(await put(seller, id))).toBe('favorites.own')
    const waiting = await submit(seller)
    expect(await codeOf(await put(buyer, waiting))).toBe('ads.not_found')
    expect(await codeOf(await put(buyer, 999_999))).toBe('ads.not_found')
    await world.deps.db.update(ads).set({ state: 'sold' }).where(eq(ads.id, id))
    expect(await idsOf(buyer)).toEqual([])
    expect((await put(buyer, id)).status).toBe(200)
    expect(await idsOf(buyer)).toEqual([id])
  })

  it('stops at the limit with an error in the person’s language, and goes on after one is let go', async () => {
    const [first = 0, ...rest] = await liveAds(limits.favorites + 1)
    await buyer.me.$get()
    await world.deps.db.insert(favorites).values(rest.map((adId) => ({ userId: people.dilnoza, adId })))
    const refused = await put(buyer, first)
    expect(refused.status).toBe(409)
    expect(await codeOf(refused)).toBe('favorites.too_many')
    await unsave(buyer, rest[0] as number)
    expect((await put(buyer, first)).status).toBe(200)
    expect(await idsOf(buyer)).toHaveLength(limits.favorites)
  })
})

describe('the saved ads', () => {
  it('come page by page, the one saved last first, and none is missed when others go meanwhile', async () => {
    const all = await liveAds(45)
    await buyer.me.$get()
    // Saved in another order than they were published in.
    const order = [...all.slice(20), ...all.slice(0, 20)]
    for (const adId of order) await world.deps.db.insert(favorites).values({ userId: people.dilnoza, adId })
    const newest = order.toReversed()
    const first = await page(buyer)
    expect(first.items.map(({ id }) => id)).toEqual(newest.slice(0, 20))
    // What the cursor stands on goes, and so does one before it.
    await unsave(buyer, newest[19] as number)
    await unsave(buyer, newest[3] as number)
    const second = await page(buyer, first.nextCursor as string)
    expect(second.items.map(({ id }) => id)).toEqual(newest.slice(20, 40))
    const last = await page(buyer, second.nextCursor as string)
    expect(last.items.map(({ id }) => id)).toEqual(newest.slice(40))
    expect(last.nextCursor).toBeNull()
  })

  it('keep what was sold or has expired, and hide what waits, was sent back or removed', async () => {
    const [id = 0] = await liveAds(1)
    await put(buyer, id)
    for (const state of ['sold', 'expired', 'active'] as const) {
      await world.deps.db.update(ads).set({ state }).where(eq(ads.id, id))
      expect((await page(buyer)).items).toMatchObject([{ id, state }])
      expect(await idsOf(buyer)).toEqual([id])
    }
    for (const state of ['pending', 'rejected', 'removed'] as const) {
      await world.deps.db.update(ads).set({ state }).where(eq(ads.id, id))
      expect(await listed(buyer)).toEqual([])
      expect(await idsOf(buyer)).toEqual([])
    }
  })

  it('go with the person who wants to be forgotten', async () => {
    const [id = 0] = await liveAds(1)
    const ivan = world.as(people.ivan)
    await put(ivan, id)
    await put(buyer, id)
    await ivan.me.$delete()
    const left = await world.deps.db.select({ userId: favorites.userId }).from(favorites)
    expect(left).toEqual([{ userId: people.dilnoza }])
  })
})

describe('the seller’s numbers', () => {
  it('count a person who saves, lets go and saves again once, and two people twice', async () => {
    const [id = 0] = await liveAds(1)
    await put(buyer, id)
    await unsave(buyer, id)
    await put(buyer, id)
    await put(world.as(people.ivan), id)
    await eventually(async () => (await savedToday(id)) === 2)
  })

  it('leave out somebody banned, who may save all the same', async () => {
    const [id = 0] = await liveAds(1)
    await buyer.me.$get()
    await world.deps.db.update(users).set({ bannedAt: sql`now()` }).where(eq(users.id, people.dilnoza))
    expect((await put(buyer, id)).status).toBe(200)
    expect(await listed(buyer)).toEqual([id])
    // Somebody who is counted afterwards shows that the first would have been by now.
    await put(world.as(people.ivan), id)
    await eventually(async () => (await savedToday(id)) === 1)
    await world.deps.db.update(users).set({ bannedAt: null }).where(eq(users.id, people.dilnoza))
  })
})
