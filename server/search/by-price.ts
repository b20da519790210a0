import { sql } from 'drizzle-orm'
import { type AdWithPhotos, adColumns, photosOfAd } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { ads } from '#server/db/schema.ts'
import { currentRate } from '#server/rates/queries.ts'
import { cursors, type PricePhase } from '#server/search/cursor.ts'
import { findNewest } from '#server/search/newest.ts'
import {
  dollarsFrom,
  dollarsTo,
  endless,
  type Found,
  inSlots,
  type SearchQuery,
} from '#server/search/query.ts'
import { type Rate, toUzs } from '#shared/money/money.ts'

/** The order in which ads with and without a sum come. */
const phases: Record<'cheap' | 'dear', readonly PricePhase[]> = {
  cheap: ['free', 'priced', 'open'],
  dear: ['priced', 'free', 'open'],
}
const facetOf = { free: `'p:free'`, open: `'p:none'` } as const

interface Hit extends AdWithPhotos {
  phase: PricePhase
  /** So'm. */
  value: number
}

/**
 * A page by price, in both currencies at the rate of the first page. What names no sum has no place among the prices: it
 * follows them, the newest first; what is given away is cheaper than anything.
 */
export async function pageByPrice(
  db: Db,
  query: SearchQuery,
  sort: 'cheap' | 'dear',
  cursor: string | undefined,
  limit: number,
): Promise<Found> {
  const { uzsPerUsd } = await currentRate(db)
  const order = phases[sort]
  let from = cursor === undefined ? undefined : cursors[sort].read(cursor)
  const rate: Rate = { uzsPerUsd: from?.[1] ?? uzsPerUsd, date: '' }
  const hits: Hit[] = []
  for (const phase of order.slice(from ? order.indexOf(from[0]) : 0)) {
    const after = from && { value: from[2], place: from[3] }
    const missing = limit + 1 - hits.length
    if (phase === 'priced') hits.push(...(await findPriced(db, query, sort, rate, after, missing)))
    else hits.push(...(await findWithoutSum(db, query, phase, after?.place ?? endless, missing)))
    if (hits.length > limit) break
    from = undefined
  }
  const page = hits.slice(0, limit)
  const last = page.at(-1)
  const next = hits.length > limit && last
  return {
    rows: page,
    nextCursor: next
      ? cursors[sort].write([next.phase, rate.uzsPerUsd, next.value, next.ad.feedSeq ?? 0])
      : null,
  }
}

async function findWithoutSum(
  db: Db,
  query: SearchQuery,
  phase: 'free' | 'open',
  below: number,
  limit: number,
): Promise<Hit[]> {
  // Whoever names a price wants to know it.
  if (query.price && (phase === 'open' || query.price.uzs.min > 0)) return []
  const facets = [...query.facets, facetOf[phase]]
  const rows = await findNewest(db, { ...query, facets }, below, limit)
  return rows.map((row) => ({ ...row, phase, value: 0 }))
}

interface Place {
  value: number
  place: number
}

/** Prices of both currencies, each the next `limit` in its own order, in one. */
async function findPriced(
  db: Db,
  query: SearchQuery,
  sort: 'cheap' | 'dear',
  rate: Rate,
  after: Place | undefined,
  limit: number,
): Promise<Hit[]> {
  const dear = sort === 'dear'
  const of = (currency: 'UZS' | 'USD') => {
    const { from, to } = bounds(query, sort, rate, after, currency)
    const { words, facets, numbers } = query
    return sql`search_priced(${words}::tsquery, ${inSlots(facets)}, ${numbers}::jsonpath, ${currency}, ${dear}::boolean, ${from.value}::bigint, ${from.place}::bigint, ${to}::bigint, ${limit}::integer)`
  }
  // Rounded as `toUzs` rounds, so that a cursor finds its place again.
  const rows = await db
    .select({ ad: adColumns, photos: photosOfAd, value: sql<string>`hit.value` })
    .from(ads)
    .innerJoin(
      sql`(
        select ad_id, amount as value, place from ${of('UZS')}
        union all
        select ad_id, floor(amount * ${rate.uzsPerUsd}::float8 + 0.5)::bigint, place from ${of('USD')}
      ) as hit`,
      sql`hit.ad_id = ads.id`,
    )
    .orderBy(dear ? sql`hit.value desc, hit.place desc` : sql`hit.value, hit.place desc`)
    .limit(limit)
  return rows.map(({ value, ...row }) => ({ ...row, phase: 'priced', value: Number(value) }))
}

/** Behind which amount and place of a currency the walk begins, and the amount with which it ends. */
function bounds(
  { price }: SearchQuery,
  sort: 'cheap' | 'dear',
  rate: Rate,
  after: Place | undefined,
  currency: 'UZS' | 'USD',
): { from: Place; to: number } {
  const { min, max } = price?.[currency === 'UZS' ? 'uzs' : 'usd'] ?? { min: 0, max: endless - 1 }
  const up = sort === 'cheap'
  const [start, to] = up ? [min - 1, max] : [Math.min(max, endless - 1) + 1, min]
  const beginning = { from: { value: start, place: 0 }, to }
  if (!after) return beginning
  const nearest = up ? dollarsFrom : dollarsTo
  const amount = currency === 'UZS' ? after.value : nearest(after.value, rate)
  if (up ? amount < min : amount > max) return beginning
  // Behind the last ad of the same price; where none has it, before all of the next price.
  const same = toUzs(amount, currency, rate) === after.value
  const from = same
    ? { value: amount, place: after.place }
    : { value: up ? amount - 1 : amount + 1, place: 0 }
  return { from, to }
}
