import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '#server/db/client.ts'
import { findAnyAd, findList, findSimilar, liveAfter, newestOf } from '#server/public/queries.ts'
import { hasPart } from '#server/public/sitemap.ts'
import { createPlannedDatabase, type PlannedDatabase } from '../plans.ts'

const people = 30_000
const amount = 120_000

let database: PlannedDatabase
let db: Db

/** A board with many ads of many people, a few of whom were banned. */
beforeAll(async () => {
  database = await createPlannedDatabase()
  db = database.db
  await db.execute(sql`insert into users (id, first_name, banned_at)
    select n, 'Kishi', case when n % 500 = 0 then now() end from generate_series(1, ${people}) n`)
  await db.execute(sql`insert into ads (seller_id, state, category_id, attributes, title, description, region_id,
      district_id, contact_name, contact_telegram, submit_key, feed_seq, published_at)
    select 1 + n % ${people}, case when n % 3 = 0 then 'sold' else 'active' end,
      (array['transport.cars', 'livestock.cattle', 'services.taxi', 'phones.phones'])[1 + n % 4], '{}', 'Nom', 'Matn',
      'andijon', (array['andijon.asaka', 'andijon.boston', 'andijon.marhamat'])[1 + n / 7 % 3], 'Kishi', true, n::text, n, now()
    from generate_series(1, ${amount}) n`)
  await db.execute(sql`insert into photos (owner_id, ad_id, position, state, content_type, content_length, create_key)
    select seller_id, id, 0, 'ready', 'image/jpeg', 1, id::text from ads`)
  await db.execute(sql`analyze`)
})
afterAll(() => database?.close())

const page = { before: undefined, limit: 24 }
it.each<[string, () => Promise<unknown>]>([
  ['an ad', () => findAnyAd(db, 777)],
  ['the feed', () => findList(db, page)],
  ['a deep page of it', () => findList(db, { ...page, before: String(amount / 2) })],
  ['a category', () => findList(db, { ...page, category: 'transport.cars' })],
  ['a top category', () => findList(db, { ...page, category: 'transport' })],
  ['a district', () => findList(db, { ...page, place: 'andijon.asaka' })],
  ['a category in a region', () => findList(db, { ...page, category: 'services.taxi', place: 'andijon' })],
  [
    'similar ads',
    () =>
      findSimilar(
        db,
        { id: 777, categoryId: 'transport.cars', regionId: 'andijon', districtId: 'andijon.asaka' },
        8,
      ),
  ],
  ['a part of the sitemap', () => liveAfter(db, 50_000, 100_000, 2_000)],
  ['whether a part is needed', () => hasPart(db, 1)],
  ['lists that have ads', () => newestOf(db, 'category', ['transport.cars', 'food.bread'])],
])('the query of %s reads by an index, however many ads and people there are', async (_, ask) => {
  const plans = await database.plansOf(ask)
  expect(plans).toHaveLength(1)
  for (const { plan } of plans) expect(plan).not.toMatch(/Seq Scan on (ads|users|photos)/)
})
