import { and, count, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { type AdRow, type AdWithAll, type AdWithPhotos, photosOfAd } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { ads, channelPosts, users } from '#server/db/schema.ts'
import type { FeedQuery } from '#shared/ads/schema.ts'
import type { AdState } from '#shared/ads/states.ts'
import { catalog } from '#shared/catalog/index.ts'
import { limits } from '#shared/limits.ts'

/** The feed's live ads, newest first. */
export const findFeed = (db: Db, query: FeedQuery): Promise<AdWithPhotos[]> =>
  findLive(
    db,
    and(
      query.category ? inArray(ads.categoryId, categoriesUnder(query.category)) : undefined,
      query.region ? eq(ads.regionId, query.region) : undefined,
      query.district ? eq(ads.districtId, query.district) : undefined,
    ),
    query,
  )

/** Live ads that fit, newest first; one more than `limit` rows tells that there is another page. */
export const findLive = (
  db: Db,
  where: SQL | undefined,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<AdWithPhotos[]> =>
  db
    .select({ ad: ads, photos: photosOfAd })
    .from(ads)
    .where(and(eq(ads.state, 'active'), cursor ? lt(ads.feedSeq, Number(cursor)) : undefined, where))
    .orderBy(desc(ads.feedSeq))
    .limit(limit + 1)

/** The sub-categories of a top category; any other id stands for itself. */
const categoriesUnder = (id: string) =>
  catalog.find((top) => top.id === id)?.children.map((category) => category.id) ?? [id]

/** One ad with its seller and its post in the channel. */
export async function findAd(
  db: Db,
  channelId: number,
  where: SQL | undefined,
): Promise<AdWithAll | undefined> {
  return (await findAds(db, channelId, where, 1))[0]
}

export const findAds = (
  db: Db,
  channelId: number,
  where: SQL | undefined,
  limit: number,
): Promise<AdWithAll[]> =>
  db
    .select({ ad: ads, photos: photosOfAd, seller: users, post: channelPosts })
    .from(ads)
    .innerJoin(users, eq(users.id, ads.sellerId))
    .leftJoin(channelPosts, and(eq(channelPosts.adId, ads.id), eq(channelPosts.channelId, channelId)))
    .where(where)
    .orderBy(desc(ads.id))
    .limit(limit)

/** Ads of one person, newest first, `before` an id. */
export const findMyAds = (
  db: Db,
  channelId: number,
  sellerId: number,
  o: { before?: number; state?: AdState },
) =>
  findAds(
    db,
    channelId,
    and(
      eq(ads.sellerId, sellerId),
      o.before === undefined ? undefined : lt(ads.id, o.before),
      o.state ? eq(ads.state, o.state) : sql`${ads.state} <> 'removed'`,
    ),
    limits.page.default + 1,
  )

/** How many ads of one person are in each state; a state without any is left out. */
export async function countByState(db: Db, sellerId: number): Promise<Partial<Record<AdState, number>>> {
  const rows = await db
    .select({ state: ads.state, count: count() })
    .from(ads)
    .where(eq(ads.sellerId, sellerId))
    .groupBy(ads.state)
  return Object.fromEntries(rows.map((row) => [row.state, row.count]))
}

/** The state and revision that an ad has now, for telling somebody why a change did not go through. */
export const findStanding = async (
  db: Db,
  where: SQL | undefined,
): Promise<Pick<AdRow, 'state' | 'revision'> | undefined> =>
  (await db.select({ state: ads.state, revision: ads.revision }).from(ads).where(where))[0]
