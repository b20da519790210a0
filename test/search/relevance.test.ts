import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ads, users } from '#server/db/schema.ts'
import { countNewWords } from '#server/search/count-words.ts'
import { searchColumns } from '#server/search/words.ts'
import { catalog, topOfCategory } from '#shared/catalog/index.ts'
import { type AdFilters, writeFilters } from '#shared/search/filters.ts'
import { type ApiClient, initDataOf, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'
import { type AdName, type WrittenAd, writtenAds } from './relevance-ads.ts'
import { writtenQueries } from './relevance-queries.ts'

const written = Object.entries(writtenAds) as [AdName, WrittenAd][]
/** By the id that the database gave. */
const names = new Map<number, AdName>()

let world: World
let buyer: ApiClient
beforeAll(async () => {
  world = await startWorld()
  buyer = world.as(people.dilnoza)
  const { db } = world.deps
  await db.insert(users).values({ id: people.karimjon, firstName: 'Karimjon' }).onConflictDoNothing()
  const rows = await db
    .insert(ads)
    .values(written.map(([name, ad], at) => rowOf(ad, name, at + 1)))
    .returning({ id: ads.id, name: ads.submitKey })
  for (const { id, name } of rows) names.set(id, name as AdName)
  await countNewWords(world.deps)
})
afterAll(() => world?.stop())

function rowOf(ad: WrittenAd, name: string, feedSeq: number) {
  const { categoryId, attributes, title, description, districtId, price } = ad
  const regionId = districtId.split('.')[0] ?? ''
  const searched = { categoryId, attributes, title, description, regionId, districtId }
  return {
    ...searched,
    ...searchColumns({ ...searched, mahalla: null, landmark: null }),
    sellerId: people.karimjon,
    state: 'active' as const,
    ...(price && {
      priceKind: 'fixed' as const,
      priceAmount: Number(price.replace('$', '')),
      priceCurrency: price.startsWith('$') ? ('USD' as const) : ('UZS' as const),
    }),
    contactName: 'Karimjon',
    contactTelegram: true,
    feedSeq,
    submitKey: name,
  }
}

/** What a buyer who types it is shown, in its order: the query is understood, and what it asks for is listed. */
async function shown(q: string): Promise<AdName[]> {
  const understood = await (await buyer.search.understood.$get({ query: { q } })).json()
  const { filters } = understood as { filters: AdFilters }
  const answer = await fetch(`${world.config.publicUrl}/api/ads?limit=50&${writeFilters(filters)}`, {
    headers: { authorization: `tma ${initDataOf(people.dilnoza)}` },
  })
  const { items } = (await answer.json()) as { items: { id: number }[] }
  return items.flatMap(({ id }) => names.get(id) ?? [])
}

it('the ads are of every top category, and no query is asked twice', () => {
  const tops = new Set(written.map(([, { categoryId }]) => topOfCategory(categoryId)?.id))
  expect(catalog.map(({ id }) => id).filter((id) => !tops.has(id))).toEqual([])
  expect(written.length).toBeGreaterThanOrEqual(150)
  expect(writtenQueries.length).toBeGreaterThanOrEqual(120)
  expect(new Set(writtenQueries.map(({ q }) => q)).size).toBe(writtenQueries.length)
})

describe('whoever types', () => {
  it.each(writtenQueries)('$q is shown what was meant', async ({ q, finds, not, first }) => {
    const found = await shown(q)
    expect(found).toEqual(expect.arrayContaining([...finds]))
    expect(found.filter((name) => not.includes(name))).toEqual([])
    if (first) expect(found[0]).toBe(first)
  })
})

it('everything that is asked for is found', async () => {
  const asked = writtenQueries.flatMap(({ q, finds }) => finds.map((name) => ({ q, name })))
  let found = 0
  for (const { q, name } of asked) if ((await shown(q)).includes(name)) found++
  const share = (found / asked.length) * 100
  process.stdout.write(
    `search: ${writtenQueries.length} queries, ${written.length} ads, ${asked.length} to be found, found ${share.toFixed(1)} %\n`,
  )
  expect(share).toBe(100)
})
