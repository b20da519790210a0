import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Db } from '#server/db/client.ts'
import { currentRate, fixedRate } from '#server/rates/queries.ts'
import { knownFilters } from '#server/search/known.ts'
import { countAds, findPage } from '#server/search/pages.ts'
import { queryOf } from '#server/search/query.ts'
import { termsOf } from '#server/search/terms.ts'
import type { AdFilters } from '#shared/search/filters.ts'
import type { Term } from '#shared/search/lexemes.ts'
import { fitting, inOrder, type LiveAd } from './brute-force.ts'

/** So many pages of one list are read at most. */
const mostPages = 30

/** Reads a list page by page and counts it; all must be as when each live ad is looked at. Answers how many fit. */
export async function expectEveryPage(db: Db, live: readonly LiveAd[], filters: AdFilters, limit: number) {
  const known = knownFilters(filters)
  const terms = known.q ? await termsOf(db, known.q) : []
  const rate = await currentRate(db)
  const fits = fitting(live, known, terms, rate)
  const sort = known.sort ?? (terms.length > 0 ? 'best' : 'new')
  const best = sort === 'best' && terms.length > 0
  const ranks = best ? await ranksOf(db, terms) : undefined
  const wanted = inOrder(fits, sort === 'best' && !best ? 'new' : sort, rate, ranks).map(({ id }) => id)

  const counted = await countAds(db, known)
  expect({ filters, ...counted }).toEqual({
    filters,
    count: Math.min(fits.length, 1000),
    more: fits.length > 1000,
  })
  const read: number[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < mostPages; pages++) {
    const { rows, nextCursor } = await findPage(db, { filters: known, limit, cursor })
    read.push(...rows.map(({ ad }) => ad.id))
    if (nextCursor === null) break
    expect(rows).toHaveLength(limit)
    cursor = nextCursor
  }
  expect({ filters, read }).toEqual({ filters, read: wanted.slice(0, mostPages * limit) })
  return fits.length
}

/** How well each ad matches, asked for the ad alone. */
async function ranksOf(db: Db, terms: readonly Term[]): Promise<ReadonlyMap<number, number>> {
  const { words } = queryOf({}, terms, fixedRate)
  const rows = await db.execute<{ id: string; rank: number }>(
    sql`select id, ts_rank('{0.1, 0.3, 0.5, 1}', search_words, ${words}::tsquery) as rank from ads where state = 'active'`,
  )
  return new Map(rows.map(({ id, rank }) => [Number(id), rank]))
}
