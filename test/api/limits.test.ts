import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ads } from '#server/db/schema.ts'
import { newKey, openAds, param, plough, publish, submit } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let moderator: ApiClient
let nextSeller = 6000
beforeAll(async () => {
  world = await startWorld()
  moderator = world.as(people.muhabbat)
})
afterAll(() => world?.stop())

const { all, category } = openAds

/** Somebody with so many open ads of a category, but for one in which tests begin. */
async function sellerWith(open: Record<string, number>) {
  const id = nextSeller++
  const api = world.as(id)
  const first = await publish(api, moderator)
  const [row] = await world.deps.db.select().from(ads).where(eq(ads.id, first.id))
  if (!row) throw new Error('the ad is not there')
  const { id: _, ...values } = row
  for (const [categoryId, count] of Object.entries(open))
    await world.deps.db
      .insert(ads)
      .values(Array.from({ length: count }, () => ({ ...values, categoryId, submitKey: newKey() })))
  return { api, first }
}
const placesOf = async (api: ApiClient) => (await (await api.draft.$get()).json()).places
async function send(api: ApiClient, key = newKey()) {
  const { revision: before } = await (await api.draft.$get()).json()
  const { revision } = await (await api.draft.$put({ json: { draft: plough, revision: before } })).json()
  return api.draft.submit.$post({ json: { revision }, header: { 'idempotency-key': key } })
}
const codeOf = async (answer: { json(): Promise<unknown> }) =>
  ((await answer.json()) as { error: { code: string } }).error.code

describe('how many ads a person may have', () => {
  it('is told before anything is typed, and one fewer after each', async () => {
    const { api } = await sellerWith({ 'phones.phones': 3 })
    expect(await placesOf(api)).toMatchObject({ all: all - 4, categories: { services: category - 1 } })
    await submit(api)
    expect((await placesOf(api)).categories).toMatchObject({ services: category - 2 })
  })

  it('ends in one category before it ends in all; selling frees the place at once', async () => {
    const { api, first } = await sellerWith({ 'services.machines': category - 1 })
    expect((await placesOf(api)).categories).toMatchObject({ services: 0 })
    const refused = await send(api)
    expect(refused.status).toBe(409)
    expect(await codeOf(refused)).toBe('ads.too_many')
    await api.ads[':id'].sold.$post({ ...param(first.id), json: { revision: first.revision } })
    expect((await send(api)).status).toBe(200)
  })

  it('ends in all, whatever the category', async () => {
    const { api } = await sellerWith({
      'phones.phones': category,
      'transport.cars': category,
      'food.ready': 9,
    })
    expect((await placesOf(api)).all).toBe(0)
    expect(await codeOf(await send(api))).toBe('ads.too_many')
  })

  it('is another for somebody who has a limit of their own, higher or lower', async () => {
    const { api } = await sellerWith({ 'services.machines': category - 1 })
    const { id } = (await (await api.me.$get()).json()).user
    const person = moderator.people[':id']
    const allow = (most: number | null) => person.limit.$put({ ...param(id), json: { openAds: most } })
    expect((await allow(category + 1)).status).toBe(200)
    expect(await (await person.$get(param(id))).json()).toMatchObject({
      openAds: category + 1,
      may: { limit: true },
    })
    expect(await placesOf(api)).toEqual({ all: 1, categories: {} })
    expect((await send(api)).status).toBe(200)
    expect(await codeOf(await send(api))).toBe('ads.too_many')
    await allow(3)
    expect(await placesOf(api)).toEqual({ all: 0, categories: {} })
    await allow(3)
    await allow(null)
    expect(await placesOf(api)).toMatchObject({ all: all - category - 1, categories: { services: 0 } })
    const { items } = await (await person.history.$get({ ...param(id), query: {} })).json()
    const label = 'Eʼlonlari chegarasi'
    expect(items.map(({ action, changes }) => [action, changes])).toEqual([
      ['own_limit', [{ label, before: '3', after: null }]],
      ['own_limit', [{ label, before: `${category + 1}`, after: '3' }]],
      ['own_limit', [{ label, before: null, after: `${category + 1}` }]],
    ])
  })

  it.each([-1, 0.5, 100_001, '3', undefined])('is not %s for anybody', async (openAds) => {
    const json = { openAds } as { openAds: number }
    const refused = await moderator.people[':id'].limit.$put({ ...param(people.karimjon), json })
    expect(await codeOf(refused)).toBe('request.invalid')
  })

  it('is for nobody whom the board does not know', async () => {
    const refused = await moderator.people[':id'].limit.$put({ ...param(999_999), json: { openAds: 1 } })
    expect(await codeOf(refused)).toBe('people.not_found')
  })

  it('is as the board’s settings say', async () => {
    const strict = await startWorld((config) => ({
      ...config,
      openAds: { all: 9, category: 2, categories: { lost: 1 } },
    }))
    const api = strict.as(people.karimjon)
    expect(await placesOf(api)).toEqual({ all: 9, categories: { lost: 1 } })
    await submit(api)
    await submit(api)
    expect(await placesOf(api)).toEqual({ all: 7, categories: { lost: 1, services: 0 } })
    expect(await codeOf(await send(api))).toBe('ads.too_many')
    await strict.stop()
  })

  it('holds for renewing too', async () => {
    const { api, first } = await sellerWith({ 'services.machines': category - 1 })
    const sold = await api.ads[':id'].sold.$post({
      ...param(first.id),
      json: { revision: first.revision },
    })
    const { revision } = await sold.json()
    expect((await send(api)).status).toBe(200)
    const renewed = await api.ads[':id'].renew.$post({ ...param(first.id), json: { revision } })
    expect(await codeOf(renewed)).toBe('ads.too_many')
  })

  it('does not keep the last ad from being edited', async () => {
    const { api, first } = await sellerWith({ 'services.machines': category - 1 })
    const edited = await (await api.draft.from[':id'].$post(param(first.id))).json()
    expect(edited.places.categories).toMatchObject({ services: 1 })
    const header = { 'idempotency-key': newKey() }
    const sent = await api.draft.submit.$post({ json: { revision: edited.revision }, header })
    expect(sent.status).toBe(200)
  })

  it('is kept to by two renewals at once that want the last place', async () => {
    const { api } = await sellerWith({ 'services.machines': category - 2 })
    const one = await publish(api, moderator)
    const sold = await api.ads[':id'].sold.$post({ ...param(one.id), json: { revision: one.revision } })
    const { revision } = await sold.json()
    const [other] = await world.deps.db.select().from(ads).where(eq(ads.id, one.id))
    const { id: _, ...values } = other as NonNullable<typeof other>
    const [twin] = await world.deps.db
      .insert(ads)
      .values({ ...values, submitKey: newKey() })
      .returning({ id: ads.id, revision: ads.revision })
    const answers = await Promise.all([
      api.ads[':id'].renew.$post({ ...param(one.id), json: { revision } }),
      api.ads[':id'].renew.$post({ ...param(twin?.id ?? 0), json: { revision: twin?.revision ?? 0 } }),
    ])
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
  })
})
