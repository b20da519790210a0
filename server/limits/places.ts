import { and, count, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { ads } from '#server/db/schema.ts'
import { AppError } from '#server/errors.ts'
import { lockOwner } from '#server/photos/queries.ts'
import { type PlacesLeft, placesIn, placesLeft } from '#shared/ads/places.ts'

/** How many more ads a person may send or renew; `exceptAdId` is one that has its place already. */
export async function readPlaces(db: Db, sellerId: number, exceptAdId: number | null): Promise<PlacesLeft> {
  const top = sql<string>`split_part(${ads.categoryId}, '.', 1)`
  const rows = await db
    .select({ top, open: count() })
    .from(ads)
    .where(
      and(
        eq(ads.sellerId, sellerId),
        inArray(ads.state, ['pending', 'active']),
        exceptAdId === null ? undefined : ne(ads.id, exceptAdId),
      ),
    )
    .groupBy(top)
  return placesLeft(Object.fromEntries(rows.map((row) => [row.top, row.open])))
}

/**
 * Lets an ad that is about to wait or go live pass only if its seller has a place for it; others of the same seller
 * wait until the transaction ends, so that two never take the last place. Throws `ads.too_many`.
 */
export async function requirePlace(tx: Db, sellerId: number, categoryId: string, adId: number | null) {
  await lockOwner(tx, sellerId)
  const left = await readPlaces(tx, sellerId, adId)
  if (placesIn(left, categoryId) <= 0) throw new AppError('ads.too_many')
}
