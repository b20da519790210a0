import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createDatabase } from '#server/db/client.ts'
import { ads, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { countNewWords } from '#server/search/count-words.ts'
import { termsOf } from '#server/search/terms.ts'
import { catalog, topOfCategory } from '#shared/catalog/index.ts'
import { understand } from '#shared/search/understand.ts'
import { createTestDatabase } from '../db.ts'
import { type AdName, type WrittenAd, writtenAds } from './relevance-ads.ts'
import { matcherOf } from './relevance-matcher.ts'
import { writtenQueries } from './relevance-queries.ts'

const names = new Map(Object.entries(writtenAds).map(([name, ad]) => [ad as WrittenAd, name as AdName]))
const written = [...names.keys()]
const match = matcherOf(written)

let database: Awaited<ReturnType<typeof createTestDatabase>>
let connection: ReturnType<typeof createDatabase>
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'), inject('template'))
  connection = createDatabase(database.url)
  await connection.db.insert(users).values({ id: 1, firstName: 'Karim' })
  await connection.db.insert(ads).values(
    written.map(({ categoryId, attributes, title, description, districtId }, at) => ({
      ...{ categoryId, attributes, title, description, districtId },
      sellerId: 1,
      state: 'active' as const,
      regionId: districtId.split('.')[0] ?? '',
      contactName: 'Karim',
      contactTelegram: true,
      feedSeq: at + 1,
      submitKey: String(at),
    })),
  )
  await countNewWords({ db: connection.db } as Deps)
})
afterAll(async () => {
  await connection?.close()
  await database?.drop()
})

/** What a buyer who types it is shown, in its order. */
async function shown(q: string): Promise<AdName[]> {
  const { filters } = understand(q)
  const terms = await termsOf(connection.db, filters.q ?? '')
  return match(filters, terms).flatMap((ad) => names.get(ad) ?? [])
}

it('the ads are of every top category, and no query is asked twice', () => {
  const tops = new Set(written.map(({ categoryId }) => topOfCategory(categoryId)?.id))
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
  const found = await Promise.all(asked.map(async ({ q, name }) => (await shown(q)).includes(name)))
  const share = (found.filter(Boolean).length / asked.length) * 100
  process.stdout.write(
    `search: ${writtenQueries.length} queries, ${written.length} ads, ${asked.length} to be found, found ${share.toFixed(1)} %\n`,
  )
  expect(share).toBe(100)
})
