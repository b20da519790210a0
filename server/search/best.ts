import { sql } from 'drizzle-orm'
import { adColumns, photosOfAd } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { ads } from '#server/db/schema.ts'
import { cursors } from '#server/search/cursor.ts'
import { asked } from '#server/search/newest.ts'
import { endless, type Found, type SearchQuery } from '#server/search/query.ts'

/**
 * The newest thousand by rank, then the next thousand. The cursor names the place where the last ad's thousand began, so
 * that what is raised or comes in meanwhile moves nothing.
 */
export async function pageOfBest(
  db: Db,
  query: SearchQuery,
  cursor: string | undefined,
  limit: number,
): Promise<Found> {
  const [below, rank, place] = cursor === undefined ? [endless, null, 0] : cursors.best.read(cursor)
  const rows = await db
    .select({
      ad: adColumns,
      photos: photosOfAd,
      below: sql<string>`hit.below`,
      rank: sql<number>`hit.rank`,
      place: sql<string>`hit.place`,
    })
    .from(ads)
    .innerJoin(
      sql`search_best(${asked(query)}, ${below}::bigint, ${rank}::real, ${place}::bigint, ${limit + 1}::integer) as hit`,
      sql`hit.ad_id = ads.id`,
    )
    .orderBy(sql`hit.below desc, hit.rank desc, hit.place desc`)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const more = rows.length > limit && last
  return {
    rows: page,
    nextCursor: more ? cursors.best.write([Number(last.below), last.rank, Number(last.place)]) : null,
  }
}
