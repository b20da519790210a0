import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expireAds } from '#server/ads/verbs.ts'
import { ads, audit } from '#server/db/schema.ts'
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

const feed = async (query = {}) => (await buyer.ads.$get({ query })).json()

describe('an ad', () => {
  it('is seen by nobody but its seller and the moderators until it is approved', async () => {
    const id = await submit(seller)
    expect((await buyer.ads[':id'].$get(param(id))).status).toBe(404)
    expect((await seller.ads[':id'].$get(param(id))).status).toBe(200)
    expect((await moderator.ads[':id'].$get(param(id))).status).toBe(200)
    expect((await feed()).items.map((ad) => ad.id)).not.toContain(id)
  })

  it('that was approved is the newest of the feed within a second of the feed having been read', async () => {
    await feed()
    const { id } = await publish(seller, moderator)
    await eventually(async () => (await feed()).items[0]?.id === id, 2)
    const ad = await (await buyer.ads[':id'].$get(param(id))).json()
    expect(ad).toMatchObject({
      title: plough.title,
      state: 'active',
      price: { kind: 'fixed', amount: 11_500, currency: 'USD' },
      mine: false,
      seller: { name: 'Karimjon' },
      contact: { phone: true, telegram: true },
    })
    expect(JSON.stringify(ad)).not.toContain('998901234567')
  })

  it('gives its contact only while it is live', async () => {
    const { id, revision } = await publish(seller, moderator)
    expect(await (await buyer.ads[':id'].contact.$post(param(id))).json()).toEqual({
      name: 'Karimjon',
      phone: '+998901234567',
      telegram: { url: 'https://t.me/karimjon' },
    })
    await seller.ads[':id'].sold.$post({ ...param(id), json: { revision } })
    expect((await buyer.ads[':id'].contact.$post(param(id))).status).toBe(404)
  })

  it('changes its price without a moderator; a price out of range names the field', async () => {
    const { id, revision } = await publish(seller, moderator)
    const price = { kind: 'fixed' as const, amount: 10_900, currency: 'USD' as const }
    const changed = await (await seller.ads[':id'].$patch({ ...param(id), json: { price, revision } })).json()
    expect(changed).toMatchObject({ state: 'active', price, revision: revision + 1 })
    const wrong = await seller.ads[':id'].$patch({
      ...param(id),
      json: { price: { ...price, amount: 10 ** 12 }, revision: revision + 1 },
    })
    expect(wrong.status).toBe(422)
    expect(((await wrong.json()) as unknown as { error: object }).error).toMatchObject({
      code: 'ads.invalid',
      fields: { 'price.amount': expect.stringContaining('100000000') },
    })
  })

  it('is changed by its seller alone', async () => {
    const { id, revision } = await publish(seller, moderator)
    const change = { ...param(id), json: { revision } }
    for (const verb of ['sold', 'renew', 'remove'] as const)
      expect((await buyer.ads[':id'][verb].$post(change)).status).toBe(404)
    const price = { kind: 'negotiable' as const, currency: 'UZS' as const }
    expect((await buyer.ads[':id'].$patch({ ...param(id), json: { price, revision } })).status).toBe(404)
  })

  it('changed upon an old revision tells so and stays', async () => {
    const { id, revision } = await publish(seller, moderator)
    const late = await seller.ads[':id'].sold.$post({ ...param(id), json: { revision: revision - 1 } })
    expect(late.status).toBe(409)
    expect(((await late.json()) as unknown as { error: { code: string } }).error.code).toBe('ads.changed')
  })

  it('sold twice at once is sold once; the other is told', async () => {
    const { id, revision } = await publish(seller, moderator)
    const answers = await Promise.all(
      [1, 2, 3].map(() => seller.ads[':id'].sold.$post({ ...param(id), json: { revision } })),
    )
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(2)
  })

  it('that was removed is gone for all, and cannot come back', async () => {
    const { id, revision } = await publish(seller, moderator)
    const removed = await (await seller.ads[':id'].remove.$post({ ...param(id), json: { revision } })).json()
    expect((await buyer.ads[':id'].$get(param(id))).status).toBe(404)
    const renewed = await seller.ads[':id'].renew.$post({
      ...param(id),
      json: { revision: removed.revision },
    })
    expect(renewed.status).toBe(409)
  })

  it('expires when its time is over and is renewed as the newest', async () => {
    const { id } = await publish(seller, moderator)
    await publish(seller, moderator)
    await world.deps.db
      .update(ads)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(ads.id, id))
    await expireAds(world.deps)
    const expired = await (await buyer.ads[':id'].$get(param(id))).json()
    expect(expired.state).toBe('expired')
    await eventually(async () => !(await feed()).items.some((ad) => ad.id === id), 2)
    const change = { ...param(id), json: { revision: expired.revision } }
    expect((await seller.ads[':id'].renew.$post(change)).status).toBe(200)
    await eventually(async () => (await feed()).items[0]?.id === id, 2)
  })

  it('marked as sold by mistake is put live again', async () => {
    const { id, revision } = await publish(seller, moderator)
    const sold = await (await seller.ads[':id'].sold.$post({ ...param(id), json: { revision } })).json()
    const again = await seller.ads[':id'].renew.$post({ ...param(id), json: { revision: sold.revision } })
    expect((await again.json()).state).toBe('active')
  })

  it('keeps a record of who did what', async () => {
    const { id, revision } = await publish(seller, moderator)
    await seller.ads[':id'].sold.$post({ ...param(id), json: { revision } })
    const rows = await world.deps.db.select().from(audit).where(eq(audit.adId, id)).orderBy(audit.id)
    expect(rows.map((row) => [row.actorId, row.action])).toEqual([
      [people.karimjon, 'submitted'],
      [people.muhabbat, 'approved'],
      [people.karimjon, 'sold'],
    ])
  })
})

describe('the feed', () => {
  it('pages through all live ads once each, newest first', async () => {
    for (let n = 0; n < 5; n++) await publish(seller, moderator, { ...plough, title: `Sigir ${n}` })
    const seen: number[] = []
    let cursor: string | undefined
    do {
      const page = await feed({ limit: '3', ...(cursor && { cursor }) })
      seen.push(...page.items.map((ad) => ad.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    const live = await world.deps.db
      .select({ id: ads.id })
      .from(ads)
      .where(eq(ads.state, 'active'))
      .orderBy(ads.feedSeq)
    expect(seen).toEqual(live.map(({ id }) => id).reverse())
  })

  it('shows a top category, a sub-category, a region or a district', async () => {
    const { id } = await publish(seller, moderator, { ...plough, districtId: 'fargona.qoqon-sh' })
    const ids = async (query: object) => (await feed({ limit: '50', ...query })).items.map((ad) => ad.id)
    for (const query of [
      { category: 'services' },
      { category: 'services.machines' },
      { region: 'fargona' },
      { district: 'fargona.qoqon-sh' },
    ])
      expect(await ids(query)).toContain(id)
    for (const query of [{ category: 'livestock' }, { region: 'andijon' }, { district: 'andijon.asaka' }])
      expect(await ids(query)).not.toContain(id)
  })

  it('is searched by words in any script, filtered and counted', async () => {
    const tractor = { ...plough, title: 'Култиватор ижараси', districtId: 'namangan.pop' }
    const { id } = await publish(seller, moderator, tractor)
    const ids = async (query: Record<string, string>) => (await feed(query)).items.map((ad) => ad.id)
    for (const query of [
      { q: 'kultivator' },
      { q: 'культиватор' },
      { q: 'KULTIVATOR pop' },
      { q: 'kultivator', category: 'services', 'attr.kind': 'plough', price: '..12000', currency: 'USD' },
      { q: 'kultivator', price: '130000000..', sort: 'dear' },
      { district: 'namangan.pop', sort: 'cheap' },
    ]) {
      expect([query, await ids(query)]).toEqual([query, [id]])
      expect(await (await buyer.ads.count.$get({ query })).json()).toEqual({ count: 1, more: false })
    }
    expect(await ids({ q: 'kultivator', price: '..11000', currency: 'USD' })).toEqual([])
    expect(await ids({ q: 'kultivator', photos: 'true' })).toEqual([])
    // What the catalogue does not know is not asked.
    expect(
      await ids({ q: 'kultivator', category: 'rockets', 'attr.colour': 'loud', region: 'mars' }),
    ).toEqual([id])
  })

  it('answers 304 to who has the page already', async () => {
    const first = await buyer.ads.$get({ query: {} })
    const etag = first.headers.get('etag') as string
    const again = await buyer.ads.$get({ query: {} }, { headers: { 'If-None-Match': etag } })
    expect(again.status).toBe(304)
  })

  it.each([{ cursor: 'x' }, { limit: '0' }, { limit: '51' }, { limit: '1e1' }, { cursor: '-1' }])(
    'refuses %o',
    async (query) => {
      expect((await buyer.ads.$get({ query })).status).toBe(400)
    },
  )
})
