import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createDatabase } from '#server/db/client.ts'
import { rates, savedSearches, users } from '#server/db/schema.ts'
import { findPage } from '#server/search/pages.ts'
import { compileSearch } from '#server/searches/compile.ts'
import { matching } from '#server/searches/match.ts'
import { type AdFilters, writeFilters } from '#shared/search/filters.ts'
import { createAds } from '../bench/search/ads.ts'
import { loadAds } from '../bench/search/load.ts'
import { createTestDatabase } from '../db.ts'
import { filtersOf } from '../search/arbitrary.ts'

const adCount = 600
const buyer = 1_000_001
const uzsPerUsd = 12_345.67
const board = createAds(adCount)
const ads = [...board.all()]
const anyWord = fc.constantFrom(...board.vocabulary.slice(0, 60).flatMap(({ forms }) => forms))
const anySearch = filtersOf(anyWord, {
  categories: [...new Set(ads.map(({ categoryId }) => categoryId))].slice(0, 12),
  districts: [...new Set(ads.map(({ districtId }) => districtId))].slice(0, 6),
}).map(({ sort: _, ...filters }) => filters as AdFilters)

let database: Awaited<ReturnType<typeof createTestDatabase>>
let { db, sql: client, close } = {} as ReturnType<typeof createDatabase>
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'), inject('template'))
  ;({ db, sql: client, close } = createDatabase(database.url))
  await loadAds(client, ads)
  await db.insert(users).values({ id: buyer, firstName: 'Xaridor' })
  await db.insert(rates).values({ date: '2099-01-01', uzsPerUsd })
})
afterAll(async () => {
  await close?.()
  await database?.drop()
})

/** Keeps these searches; answers which filters an id stands for. */
async function keep(searches: readonly AdFilters[]) {
  await db.delete(savedSearches)
  const kept = new Map<number, AdFilters>()
  for (const filters of searches) {
    const row = { userId: buyer, filters, ...(await compileSearch(db, filters)) }
    const [saved] = await db.insert(savedSearches).values(row).returning({ id: savedSearches.id })
    kept.set(saved?.id as number, filters)
  }
  return kept
}
const matched = async (adId: number, was?: Parameters<typeof matching>[2]) => {
  const rows = await db.execute<{ search_id: string }>(
    sql`select search_id from ${matching(adId, uzsPerUsd, was)}`,
  )
  return new Set(rows.map(({ search_id }) => Number(search_id)))
}
/** The ads of all pages of a list, as the search engine gives them. */
async function listed(filters: AdFilters) {
  const found = new Set<number>()
  let cursor: string | undefined
  do {
    const page = await findPage(db, { filters: { ...filters, sort: 'new' }, cursor, limit: 50 })
    for (const { ad } of page.rows) found.add(ad.id)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return found
}
const distinct = (searches: readonly AdFilters[]) => [
  ...new Map(searches.map((s) => [writeFilters(s), s])).values(),
]

describe('a new ad', () => {
  test('is matched with exactly those of all searches that list it', async () => {
    const searches = await keep(distinct(fc.sample(anySearch, 400)))
    const lists = new Map<number, Set<number>>()
    for (const [id, filters] of searches) lists.set(id, await listed(filters))
    let hits = 0
    for (const { id: adId } of ads) {
      const expected = new Set([...lists].filter(([, list]) => list.has(adId)).map(([id]) => id))
      const found = await matched(adId)
      hits += found.size
      const wrong = [...found.symmetricDifference(expected)].map((id) => searches.get(id))
      expect({ adId, wrong }).toEqual({ adId, wrong: [] })
    }
    // Neither nothing nor everything.
    expect(hits).toBeGreaterThan(ads.length)
    expect(hits).toBeLessThan((ads.length * searches.size) / 4)
  })

  test('that got another price is matched with those searches only that it did not fit before', async () => {
    const range = fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 3, max: 7 }))
      .map(([n, zeros]) => ({ max: n * 10 ** zeros }))
    const currency = fc.constantFrom('UZS' as const, 'USD' as const)
    const byPrice = fc.record({ price: range, currency }) as fc.Arbitrary<AdFilters>
    const searches = await keep(
      distinct(
        fc.sample(byPrice, 60).map(({ currency, ...s }) => (currency === 'USD' ? { ...s, currency } : s)),
      ),
    )
    const ad = ads.find(
      ({ priceCurrency, priceAmount }) => priceCurrency === 'USD' && (priceAmount ?? 0) > 1000,
    )
    if (!ad?.priceAmount || !ad.priceCurrency || !ad.priceKind) throw new Error('no ad')
    const now = await matched(ad.id)
    const was = { kind: ad.priceKind, amount: ad.priceAmount * 50, currency: ad.priceCurrency }
    await client`update ads set price_amount = ${was.amount} where id = ${ad.id}`
    const before = await matched(ad.id)
    await client`update ads set price_amount = ${ad.priceAmount} where id = ${ad.id}`
    expect(before.size).toBeGreaterThan(0)
    expect(await matched(ad.id, was)).toEqual(now.difference(before))
    expect(now.difference(before).size).toBeGreaterThan(0)
    expect(searches.size).toBeGreaterThan(now.size)
    expect(await matched(ad.id, null)).toEqual(now)
  })

  test('is not matched with its seller’s own searches, with those that are off, nor for whoever cannot be written to', async () => {
    const ad = ads[0] as (typeof ads)[number]
    const searches = await keep([{ category: ad.categoryId }])
    const [id] = searches.keys()
    const found = async () => (await matched(ad.id)).has(id as number)
    expect(await found()).toBe(true)
    await db.update(savedSearches).set({ mode: 'off' })
    expect(await found()).toBe(false)
    await db.update(savedSearches).set({ mode: 'daily', userId: ad.sellerId })
    expect(await found()).toBe(false)
    await db.update(savedSearches).set({ userId: buyer })
    for (const column of ['banned_at', 'unreachable_at']) {
      await client`update users set ${client(column)} = now() where id = ${buyer}`
      expect(await found()).toBe(false)
      await client`update users set ${client(column)} = null where id = ${buyer}`
    }
    await client`update ads set state = 'sold' where id = ${ad.id}`
    expect(await found()).toBe(false)
    await client`update ads set state = 'active' where id = ${ad.id}`
    expect(await found()).toBe(true)
  })

  test('is looked up by its lexemes: no table is read through', async () => {
    await keep(distinct(fc.sample(anySearch, 300)))
    // One connection, so that its counts are written down before they are read.
    const { sql: one, db: through, close: end } = createDatabase(database.url, 1)
    const reads = async () => {
      await one`select pg_stat_force_next_flush()`
      const [row] = await one<{ whole: number; by_anchor: number }[]>`
        select seq_scan::int as whole, (
          select idx_scan::int from pg_stat_user_indexes where indexrelname = 'saved_searches_anchors'
        ) as by_anchor
        from pg_stat_user_tables where relname = 'saved_searches'`
      return row as { whole: number; by_anchor: number }
    }
    const before = await reads()
    for (const { id } of ads.slice(0, 20))
      await through.execute(sql`select count(*) from ${matching(id, uzsPerUsd)}`)
    const after = await reads()
    await end()
    expect(after.whole - before.whole).toBe(0)
    expect(after.by_anchor - before.by_anchor).toBe(20)
  })

  test('is not matched with a search for what the catalogue has no more', async () => {
    await keep([{ category: 'gone.category' }])
    for (const { id } of ads.slice(0, 5)) expect((await matched(id)).size).toBe(0)
  })
})
