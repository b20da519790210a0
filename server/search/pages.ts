import type { Db } from '#server/db/client.ts'
import { currentRate, fixedRate } from '#server/rates/queries.ts'
import { pageOfBest } from '#server/search/best.ts'
import { pageByPrice } from '#server/search/by-price.ts'
import { countNewest, pageOfNewest } from '#server/search/newest.ts'
import { type Found, queryOf, type SearchQuery } from '#server/search/query.ts'
import { termsOf } from '#server/search/terms.ts'
import type { AdFilters, Sort } from '#shared/search/filters.ts'

/** So many matches are counted; more are "more". */
const counted = 1000

/**
 * A page of the live ads that fit known filters, in the order asked for: every ad comes once, however many pages are asked for.
 * Throws `request.invalid` for a cursor of another list.
 */
export async function findPage(
  db: Db,
  { filters, cursor, limit }: { filters: AdFilters; cursor?: string | undefined; limit: number },
): Promise<Found> {
  const query = await prepare(db, filters)
  const sort = sortOf(filters, query)
  if (sort === 'new') return pageOfNewest(db, query, cursor, limit)
  if (sort === 'best') return pageOfBest(db, query, cursor, limit)
  return pageByPrice(db, query, sort, cursor, limit)
}

/** How many live ads fit: up to a thousand, and whether there are more. */
export async function countAds(db: Db, filters: AdFilters): Promise<{ count: number; more: boolean }> {
  const count = await countNewest(db, await prepare(db, filters), counted + 1)
  return { count: Math.min(count, counted), more: count > counted }
}

/** The filters as the SQL functions are asked; a rate is read only where prices are compared. */
async function prepare(db: Db, filters: AdFilters): Promise<SearchQuery> {
  const terms = filters.q ? await termsOf(db, filters.q) : []
  return queryOf(filters, terms, filters.price ? await currentRate(db) : fixedRate)
}

/** The best match first where there are words; without any, nothing matches better than anything else. */
function sortOf({ sort }: AdFilters, { words }: SearchQuery): Sort {
  if (words !== null) return sort ?? 'best'
  return sort === undefined || sort === 'best' ? 'new' : sort
}
