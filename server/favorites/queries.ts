import { and, desc, eq, inArray, isNull, lt, not } from 'drizzle-orm'
import { type AdWithPhotos, adColumns, photosOfAd } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { ads, favorites, users } from '#server/db/schema.ts'
import { banned } from '#server/users/standing.ts'
import type { AdState } from '#shared/ads/states.ts'
import { limits } from '#shared/limits.ts'

/** States of ads that everybody may see. */
export const visible: readonly AdState[] = ['active', 'sold', 'expired']

/** What a person has saved and may still see; what waits or was taken down is left out while it is so. */
const shownTo = (userId: number) => and(eq(favorites.userId, userId), inArray(ads.state, [...visible]))

/** Saved ads, the one saved last first, `before` a `seq`; one more than a page tells that there is another. */
export const findSaved = (
  db: Db,
  userId: number,
  before: number | undefined,
): Promise<(AdWithPhotos & { seq: number })[]> =>
  db
    .select({ ad: adColumns, photos: photosOfAd, seq: favorites.seq })
    .from(ads)
    .innerJoin(favorites, eq(favorites.adId, ads.id))
    .where(and(shownTo(userId), before === undefined ? undefined : lt(favorites.seq, before)))
    .orderBy(desc(favorites.seq))
    .limit(limits.page.default + 1)

/** The ids alone, for drawing hearts. */
export async function findSavedIds(db: Db, userId: number): Promise<number[]> {
  const rows = await db
    .select({ id: ads.id })
    .from(ads)
    .innerJoin(favorites, eq(favorites.adId, ads.id))
    .where(shownTo(userId))
    .orderBy(desc(favorites.seq))
    .limit(limits.favorites)
  return rows.map(({ id }) => id)
}

/** Live ads of the person's own, which get no heart; nobody has so many that they would not fit. */
export async function findOwnIds(db: Db, userId: number): Promise<number[]> {
  const rows = await db
    .select({ id: ads.id })
    .from(ads)
    .where(and(eq(ads.sellerId, userId), eq(ads.state, 'active')))
    .orderBy(desc(ads.id))
    .limit(limits.favorites)
  return rows.map(({ id }) => id)
}

export const isSaved = async (db: Db, userId: number, adId: number): Promise<boolean> =>
  (await db.$count(favorites, and(eq(favorites.userId, userId), eq(favorites.adId, adId)))) > 0

/** Who saved the ad, can be written to and is not banned. */
export async function findSavers(db: Db, adId: number): Promise<number[]> {
  const rows = await db
    .select({ userId: favorites.userId })
    .from(favorites)
    .innerJoin(users, eq(users.id, favorites.userId))
    .where(and(eq(favorites.adId, adId), isNull(users.unreachableAt), not(banned())))
  return rows.map(({ userId }) => userId)
}
