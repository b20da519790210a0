import { and, asc, count, eq, gt, inArray, notExists, sql } from 'drizzle-orm'
import { photosOfAd, toAdView } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { ads, channelPosts, photos, users } from '#server/db/schema.ts'
import { limits } from '#shared/limits.ts'

/** Ads that wait and whose photos have all been looked at. */
const waiting = (db: Db) =>
  and(
    eq(ads.state, 'pending'),
    notExists(
      db
        .select({ id: photos.id })
        .from(photos)
        .where(and(eq(photos.adId, ads.id), inArray(photos.state, ['awaiting', 'uploaded']))),
    ),
  )

export const countWaiting = async (db: Db): Promise<number> =>
  (await db.select({ total: count() }).from(ads).where(waiting(db)))[0]?.total ?? 0

/** The queue, oldest ad first, `after` an id: one mended and sent again keeps its place. */
export async function listQueue(db: Db, o: { viewerId: number; channelId: number; after?: number }) {
  const rows = await db
    .select({
      ad: ads,
      photos: photosOfAd,
      seller: users,
      post: channelPosts,
      sellerAds: sql<number>`(select count(*)::int from ads other where other.seller_id = ads.seller_id)`,
    })
    .from(ads)
    .innerJoin(users, eq(users.id, ads.sellerId))
    .leftJoin(channelPosts, and(eq(channelPosts.adId, ads.id), eq(channelPosts.channelId, o.channelId)))
    .where(and(waiting(db), o.after === undefined ? undefined : gt(ads.id, o.after)))
    .orderBy(asc(ads.id))
    .limit(limits.page.default + 1)
  const page = rows.slice(0, limits.page.default)
  return {
    items: page.map((row) => {
      const view = toAdView(row, { id: o.viewerId, moderates: true })
      return {
        ...view,
        seller: { ...view.seller, username: row.seller.username, ads: row.sellerAds },
        contactPhone: row.ad.contactPhone,
        /** Whether Telegram vouched for the seller having that phone. */
        phoneConfirmed: row.ad.contactPhone !== null && row.ad.contactPhone === row.seller.phone,
        submittedAt: row.ad.submittedAt.toISOString(),
      }
    }),
    nextCursor: rows.length > page.length ? String(page.at(-1)?.ad.id) : null,
    total: await countWaiting(db),
  }
}
