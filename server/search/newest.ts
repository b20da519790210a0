import { type SQL, sql } from 'drizzle-orm'
import { adColumns, photosOfAd } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { ads } from '#server/db/schema.ts'
import { cursors } from '#server/search/cursor.ts'
import { endless, type Found, inSlots, type SearchQuery } from '#server/search/query.ts'

/** What `search_newest` and `search_best` begin with. */
export const asked = ({ words, facets, price, numbers }: SearchQuery): SQL => {
  const range = (amounts: { min: number; max: number } | undefined) =>
    amounts ? (amounts.min > amounts.max ? 'empty' : `[${amounts.min},${amounts.max}]`) : null
  const [first, ...others] = facets
  const all = price ? [...(first ? [first] : []), price.facets, ...others] : facets
  return sql`${words}::tsquery, ${inSlots(all)}, ${range(price?.uzs)}::int8range, ${range(price?.usd)}::int8range, ${numbers}::jsonpath`
}

const newest = (query: SearchQuery, below: number, limit: number) =>
  sql`search_newest(${asked(query)}, ${below}::bigint, ${limit}::integer) as hit`

/** The newest that fit below a place in the feed. */
export const findNewest = (db: Db, query: SearchQuery, below: number, limit: number) =>
  db
    .select({ ad: adColumns, photos: photosOfAd })
    .from(ads)
    .innerJoin(newest(query, below, limit), sql`hit.ad_id = ads.id`)
    .orderBy(sql`hit.place desc`)

/** How many fit, counted no further than `limit`. */
export async function countNewest(db: Db, query: SearchQuery, limit: number): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${newest(query, endless, limit)}`,
  )
  return row?.count ?? 0
}

export async function pageOfNewest(
  db: Db,
  query: SearchQuery,
  cursor: string | undefined,
  limit: number,
): Promise<Found> {
  const [below] = cursor === undefined ? [endless] : cursors.new.read(cursor)
  const rows = await findNewest(db, query, below, limit + 1)
  const page = rows.slice(0, limit)
  const place = page.at(-1)?.ad.feedSeq
  return { rows: page, nextCursor: rows.length > limit && place ? cursors.new.write([place]) : null }
}
