import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { ads, channelPosts } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { waitOf } from '#shared/channel/pace.ts'
import type { PostList } from '#shared/channels/choices.ts'
import { limits } from '#shared/limits.ts'
import { type ChannelRow, lastSending } from './queries.ts'
import { lockChannel } from './verbs.ts'

const { state, error } = channelPosts

/** What stands in each list. A post that could not be changed stands in the channel and among those that failed. */
const lists: Record<PostList, SQL | undefined> = {
  waiting: and(
    inArray(state, ['waiting', 'sending', 'unknown']),
    isNull(error),
    channelPosts.wanted,
    or(eq(ads.state, 'active'), inArray(state, ['sending', 'unknown'])),
  ),
  failed: or(eq(state, 'failed'), and(isNotNull(error), inArray(state, ['waiting', 'unknown', 'sent']))),
  sent: eq(state, 'sent'),
}

const today = sql`date_trunc('day', now() at time zone 'Asia/Tashkent') at time zone 'Asia/Tashkent'`

/** How many posts wait, failed, and were sent today in Tashkent, by channel. */
export async function countPosts(db: Db) {
  const number = (condition: SQL | undefined) => sql<number>`(count(*) filter (where ${condition}))::int`
  const rows = await db
    .select({
      channelId: channelPosts.channelId,
      waiting: number(lists.waiting),
      failed: number(lists.failed),
      sentToday: number(and(lists.sent, sql`${channelPosts.sendingAt} >= ${today}`)),
    })
    .from(channelPosts)
    .innerJoin(ads, eq(ads.id, channelPosts.adId))
    .groupBy(channelPosts.channelId)
  return new Map(rows.map(({ channelId, ...counts }) => [channelId, counts]))
}

/** A page of one list: what waits in the order of its turns, the rest newest first. `after` is an ad's id. */
export async function listPosts(
  db: Db,
  o: { channel: Pick<ChannelRow, 'id' | 'username'>; list: PostList; after: number | undefined },
) {
  const turn = sql`(${channelPosts.queuedAt}, ${channelPosts.adId})`
  const sent = sql`(coalesce(${channelPosts.sendingAt}, ${channelPosts.updatedAt}), ${channelPosts.adId})`
  const [key, direction] = o.list === 'waiting' ? [turn, asc] : [sent, desc]
  const place = sql`(select ${o.list === 'waiting' ? sql`p.queued_at` : sql`coalesce(p.sending_at, p.updated_at)`}, p.ad_id
    from channel_posts p where p.channel_id = ${o.channel.id} and p.ad_id = ${o.after ?? 0})`
  const rows = await db
    .select({ post: channelPosts, title: ads.title, adState: ads.state })
    .from(channelPosts)
    .innerJoin(ads, eq(ads.id, channelPosts.adId))
    .where(
      and(
        eq(channelPosts.channelId, o.channel.id),
        lists[o.list],
        o.after === undefined
          ? undefined
          : o.list === 'waiting'
            ? sql`${key} > ${place}`
            : sql`${key} < ${place}`,
      ),
    )
    .orderBy(direction(key))
    .limit(limits.page.default + 1)
  const items = rows.slice(0, limits.page.default)
  return {
    items: items.map(({ post, title, adState }) => ({
      adId: post.adId,
      title,
      adState,
      state: post.state,
      error: post.error,
      queuedAt: post.queuedAt.toISOString(),
      sentAt: post.sendingAt?.toISOString() ?? null,
      url: post.messageIds[0] === undefined ? null : linkOf(o.channel, post.messageIds[0]),
    })),
    nextCursor: rows.length > items.length ? String(items.at(-1)?.post.adId) : null,
  }
}

/** Everybody can open a link by name; one by id only those who are in the channel. */
export const linkOf = ({ id, username }: Pick<ChannelRow, 'id' | 'username'>, messageId: number) =>
  `https://t.me/${username ?? `c/${String(id).replace(/^-100/, '')}`}/${messageId}`

/** When the next post may come; null when that is now. */
export async function nextTurn(db: Db, channel: ChannelRow): Promise<string | null> {
  const now = Date.now()
  const wait = waitOf(channel, await lastSending(db, channel.id), now)
  return wait > 0 ? new Date(now + wait).toISOString() : null
}

/**
 * Tries what failed again: one ad's post, or all of the channel. What may stand there already is looked for first, so
 * nothing is posted twice. Throws `channels.not_found`.
 * @returns how many
 */
export const retryPosts = (
  deps: Deps,
  o: { adminId: number; channelId: number; adId: number | undefined },
): Promise<number> =>
  deps.db.transaction(async (tx) => {
    await lockChannel(tx, o.channelId)
    const failed = await tx
      .select({ adId: channelPosts.adId })
      .from(channelPosts)
      .innerJoin(ads, eq(ads.id, channelPosts.adId))
      .where(
        and(
          eq(channelPosts.channelId, o.channelId),
          o.adId === undefined ? undefined : eq(channelPosts.adId, o.adId),
          lists.failed,
        ),
      )
    const adIds = failed.map(({ adId }) => adId)
    if (adIds.length === 0) return 0
    await tx
      .update(channelPosts)
      .set({
        error: null,
        state: sql`case when ${state} = 'failed' then 'waiting' else ${state} end`,
        updatedAt: sql`now()`,
      })
      .where(
        and(
          eq(channelPosts.channelId, o.channelId),
          inArray(channelPosts.adId, adIds),
          inArray(state, ['failed', 'waiting', 'unknown', 'sent']),
        ),
      )
    await deps.jobs.enqueueAll(
      tx,
      'channel.sync',
      adIds.map((adId) => ({ adId, channelId: o.channelId })),
    )
    const after = { channelId: o.channelId, posts: adIds.length }
    await writeAudit(tx, {
      actorId: o.adminId,
      action: 'channel_retried',
      after,
      ...(o.adId !== undefined && { adId: o.adId }),
    })
    return adIds.length
  })
