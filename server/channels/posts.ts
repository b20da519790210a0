import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { ads, channelPosts } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { waitOf } from '#shared/channel/pace.ts'
import type { PostList } from '#shared/channels/choices.ts'
import { limits } from '#shared/limits.ts'
import { type ChannelRow, lastSending } from './queries.ts'
import { lockChannel } from './verbs.ts'

const { state, error, adId, channelId, queuedAt, sendingAt, updatedAt } = channelPosts

/** What stands in each list. A post that could not be changed stands in the channel and among those that failed. */
const lists: Record<PostList, SQL | undefined> = {
  waiting: and(
    inArray(state, ['waiting', 'sending', 'unknown']),
    isNull(error),
    channelPosts.wanted,
    or(eq(ads.state, 'active'), inArray(state, ['sending', 'unknown'])),
  ),
  failed: and(isNotNull(error), inArray(state, ['failed', 'waiting', 'unknown', 'sent'])),
  sent: eq(state, 'sent'),
}

/** By what each list is in order: what waits by its turns, the rest newest first. */
const orders: Record<PostList, SQL> = {
  waiting: sql`${queuedAt}`,
  failed: sql`coalesce(${sendingAt}, ${updatedAt})`,
  sent: sql`${sendingAt}`,
}

const today = sql`date_trunc('day', now() at time zone 'Asia/Tashkent') at time zone 'Asia/Tashkent'`

/**
 * How many posts wait, failed, and were sent today in Tashkent, by channel; of one or of all. What was sent long ago and
 * stands as it should is not looked at.
 */
export async function countPosts(db: Db, id?: number) {
  const number = (condition: SQL | undefined) => sql`(count(*) filter (where ${condition}))::int`
  const isFresh = sql`${sendingAt} >= ${today}`
  const matters = or(inArray(state, ['waiting', 'sending', 'unknown']), isNotNull(error), isFresh)
  const rows = await db.execute<{ id: string; waiting: number; failed: number; sentToday: number }>(sql`
    select c.id, counts.* from channels c cross join lateral (
      select ${number(lists.waiting)} as waiting, ${number(lists.failed)} as failed,
        ${number(and(lists.sent, isFresh))} as "sentToday"
      from channel_posts join ads on ads.id = ${adId} where ${channelId} = c.id and ${matters}
    ) counts ${id === undefined ? sql`` : sql`where c.id = ${id}`}`)
  return new Map(rows.map(({ id: channel, ...counts }) => [Number(channel), counts]))
}

/** A page of one list; `after` is an ad's id. */
export async function listPosts(
  db: Db,
  o: { channel: Pick<ChannelRow, 'id' | 'username'>; list: PostList; after: number | undefined },
) {
  const order = orders[o.list]
  const [behind, direction] = o.list === 'waiting' ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`]
  const place = sql`(select ${order}, ${adId} from channel_posts
    where ${channelId} = ${o.channel.id} and ${adId} = ${o.after ?? 0})`
  const rows = await db
    .select({ post: channelPosts, title: ads.title, adState: ads.state })
    .from(channelPosts)
    .innerJoin(ads, eq(ads.id, adId))
    .where(
      and(
        eq(channelId, o.channel.id),
        lists[o.list],
        o.after === undefined ? undefined : sql`(${order}, ${adId}) ${behind} ${place}`,
      ),
    )
    .orderBy(sql`${order} ${direction}, ${adId} ${direction}`)
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
