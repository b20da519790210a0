import { and, asc, eq, isNotNull, max, sql } from 'drizzle-orm'
import type { AdRow } from '#server/ads/views.ts'
import type { Config } from '#server/config.ts'
import type { Db } from '#server/db/client.ts'
import { channelPosts, channels } from '#server/db/schema.ts'

export type ChannelRow = typeof channels.$inferSelect

export const findChannel = async (db: Db, id: number): Promise<ChannelRow | undefined> =>
  (await db.select().from(channels).where(eq(channels.id, id)))[0]

/** Those that take new ads, oldest first. */
export const findEnabled = (db: Db): Promise<ChannelRow[]> =>
  db
    .select()
    .from(channels)
    .where(eq(channels.enabled, true))
    .orderBy(asc(channels.createdAt), asc(channels.id))

type Placed = Pick<AdRow, 'categoryId' | 'regionId'>

/** Whether an ad of this category and region belongs into the channel, once it is enabled. */
export function takes(channel: Pick<ChannelRow, 'categories' | 'regions'>, ad: Placed): boolean {
  const { categories, regions } = channel
  const top = ad.categoryId.split('.')[0] ?? ''
  return (
    (categories.length === 0 || categories.includes(ad.categoryId) || categories.includes(top)) &&
    (regions.length === 0 || regions.includes(ad.regionId))
  )
}

/** How posts of the channel look: its language, style and signature. */
export type ChannelVoice = Pick<ChannelRow, 'locale' | 'style' | 'signature'>

/** The voice of the first channel that takes the ad: what its seller is shown before there is a post. */
export async function voiceFor(db: Db, { telegram }: Config, ad: Placed): Promise<ChannelVoice> {
  const taking = (await findEnabled(db)).filter((channel) => takes(channel, ad))
  const own = taking.find(({ id }) => id === telegram.channelId) ?? taking[0]
  return own ?? { locale: telegram.channelLocale, style: 'picture', signature: '' }
}

/** When the newest post of the channel was sent, in milliseconds since 1970; the sample of an admin does not count. */
export async function lastSending(db: Db, channelId: number): Promise<number | undefined> {
  const [row] = await db
    .select({ at: max(channelPosts.sendingAt) })
    .from(channelPosts)
    .where(and(eq(channelPosts.channelId, channelId), isNotNull(channelPosts.sendingAt)))
  return row?.at?.getTime()
}

/** The ad that waits longest of those that could be posted now. */
export async function firstWaiting(db: Db, channelId: number): Promise<number | undefined> {
  const [row] = await db.execute<{ ad_id: string }>(sql`
    select p.ad_id from channel_posts p join ads on ads.id = p.ad_id
    where p.channel_id = ${channelId} and p.state = 'waiting' and p.wanted and p.error is null
      and ads.state = 'active'
      and not exists (select 1 from photos f where f.ad_id = ads.id and f.state in ('awaiting', 'uploaded'))
    order by p.queued_at, p.ad_id limit 1`)
  return row && Number(row.ad_id)
}
