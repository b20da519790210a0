import { and, count, desc, eq, lt, ne, type SQL, sql } from 'drizzle-orm'
import { type AdRow, type AdWithAll, type AdWithPhotos, adColumns, photosOfAd } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { ads, channelPosts, users } from '#server/db/schema.ts'
import type { AdState } from '#shared/ads/states.ts'
import { limits } from '#shared/limits.ts'

/** Live ads that fit, newest first; one more than `limit` rows tells that there is another page. */
export const findLive = (
  db: Db,
  where: SQL | undefined,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<AdWithPhotos[]> =>
  db
    .select({ ad: adColumns, photos: photosOfAd })
    .from(ads)
    .where(and(eq(ads.state, 'active'), cursor ? lt(ads.feedSeq, Number(cursor)) : undefined, where))
    .orderBy(desc(ads.feedSeq))
    .limit(limit + 1)

/**
 * Which of an ad's posts is shown with it: one that stands in a channel, in the given one if there are several. Goes into
 * a join of `channel_posts` to `ads`; written out, as Drizzle leaves a lone table's name away.
 */
export const isShownPost = (channelId: number) =>
  and(
    eq(channelPosts.adId, ads.id),
    sql`channel_posts.channel_id = (
      select p.channel_id from channel_posts p where p.ad_id = ads.id
      order by p.state = 'sent' desc, p.channel_id = ${channelId} desc, p.channel_id limit 1
    )`,
  )

/** One ad with its seller and its post, in the given channel if it stands there. */
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
    .select({ ad: adColumns, photos: photosOfAd, seller: users, post: channelPosts })
    .from(ads)
    .innerJoin(users, eq(users.id, ads.sellerId))
    .leftJoin(channelPosts, isShownPost(channelId))
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

/** Where the last ad of a person is that was not removed, null when there is none. */
export const findLastPlace = async (
  db: Db,
  sellerId: number,
): Promise<{ region: string; district: string } | null> =>
  (
    await db
      .select({ region: ads.regionId, district: ads.districtId })
      .from(ads)
      .where(and(eq(ads.sellerId, sellerId), ne(ads.state, 'removed')))
      .orderBy(desc(ads.id))
      .limit(1)
  )[0] ?? null
