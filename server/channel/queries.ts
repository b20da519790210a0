import { and, eq, inArray, ne, not, or, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { ads, audit, channelPauses, channelPosts, type PostState } from '#server/db/schema.ts'
import type { AdState } from '#shared/ads/states.ts'

export type PostRow = typeof channelPosts.$inferSelect
export type PostKey = Pick<PostRow, 'adId' | 'channelId'>
type Change = Partial<Omit<PostRow, keyof PostKey | 'updatedAt'>>

const is = ({ adId, channelId }: PostKey) =>
  and(eq(channelPosts.adId, adId), eq(channelPosts.channelId, channelId))

/** Changes the row if it is (still) in one of the states; false when it is not. */
export async function movePost(db: Db, key: PostKey, from: readonly PostState[], change: Change) {
  const moved = await db
    .update(channelPosts)
    .set({ ...change, updatedAt: sql`now()` })
    .where(and(is(key), inArray(channelPosts.state, [...from])))
    .returning({ adId: channelPosts.adId })
  return moved.length > 0
}

/** Puts down, before the call, that the post is being sent; false when it is being sent or stands there already. */
export async function beginSending(db: Db, key: PostKey, at = new Date()) {
  const sentAfter = await newestMessage(db, key.channelId)
  const begun = {
    state: 'sending' as const,
    sendingAt: at,
    sentAfter: sentAfter ?? null,
    messageIds: [],
    shownRevision: null,
    fileId: null,
  }
  const rows = await db
    .insert(channelPosts)
    .values({ ...key, ...begun })
    .onConflictDoUpdate({
      target: [channelPosts.adId, channelPosts.channelId],
      set: { ...begun, updatedAt: sql`now()` },
      setWhere: inArray(channelPosts.state, ['waiting', 'failed', 'deleted']),
    })
    .returning({ adId: channelPosts.adId })
  return rows.length > 0
}

/** Enough for the newest message to be among theirs: posts come about in the order of their ads. */
const recentPosts = 100

const recentMessages = (channelId: number) => sql`(
  select unnest(message_ids || sent_after) as id from (
    select message_ids, sent_after from ${channelPosts}
    where ${channelPosts.channelId} = ${channelId} order by ${channelPosts.adId} desc limit ${recentPosts}
  ) recent
)`

/** The greatest message id known in the channel; undefined before anything was posted there. */
async function newestMessage(db: Db, channelId: number): Promise<number | undefined> {
  const [row] = await db.execute<{ newest: string | null }>(
    sql`select max(id) as newest from ${recentMessages(channelId)} messages`,
  )
  return row?.newest == null ? undefined : Number(row.newest)
}

/** The channel's messages that are known to be posts of ads. */
export async function knownMessages(db: Db, channelId: number): Promise<ReadonlySet<number>> {
  const rows = await db.execute<{ id: string | null }>(
    sql`select distinct id from ${recentMessages(channelId)} messages where id is not null`,
  )
  return new Set(rows.map(({ id }) => Number(id)))
}

/**
 * Whether a post of the given revision bears the picture that the live ad has now, as the audit tells: it was live
 * then, and no moderator has approved other photos since.
 */
export async function keepsPicture(db: Db, adId: number, revision: number): Promise<boolean> {
  const since = await db
    .select({
      action: audit.action,
      state: sql<AdState>`${audit.after}->>'state'`,
      revision: sql<number>`(${audit.after}->>'revision')::int`,
    })
    .from(audit)
    .where(and(eq(audit.adId, adId), sql`(${audit.after}->>'revision')::int >= ${revision}`))
  const wasLive = since.some((entry) => entry.revision === revision && entry.state === 'active')
  return wasLive && !since.some((entry) => entry.revision > revision && entry.action === 'approved')
}

/** Whether the ad has the photos that it had at a revision: no moderator has approved others since. */
export async function keepsPhotos(db: Db, adId: number, revision: number): Promise<boolean> {
  const approved = await db.$count(
    audit,
    and(
      eq(audit.adId, adId),
      eq(audit.action, 'approved'),
      sql`(${audit.after}->>'revision')::int > ${revision}`,
    ),
  )
  return approved === 0
}

/** Milliseconds until Telegram may be called for the channel again; 0 when it may be now. */
export async function pauseLeft(db: Db, channelId: number): Promise<number> {
  const [row] = await db.select().from(channelPauses).where(eq(channelPauses.channelId, channelId))
  return Math.max(0, (row?.until.getTime() ?? 0) - Date.now())
}

export const pauseChannel = (db: Db, channelId: number, seconds: number) => {
  const until = new Date(Date.now() + seconds * 1000)
  return db
    .insert(channelPauses)
    .values({ channelId, until })
    .onConflictDoUpdate({ target: channelPauses.channelId, set: { until } })
}

/** Posts that are not what they should be, or of which that is not certain, oldest first; of one channel or of all. */
export async function findUnsettled(db: Db, channelId?: number): Promise<PostKey[]> {
  return db
    .select({ adId: channelPosts.adId, channelId: channelPosts.channelId })
    .from(channelPosts)
    .innerJoin(ads, eq(ads.id, channelPosts.adId))
    .where(
      and(
        channelId === undefined ? undefined : eq(channelPosts.channelId, channelId),
        or(
          inArray(channelPosts.state, ['sending', 'unknown', 'waiting', 'failed']),
          and(
            eq(channelPosts.state, 'sent'),
            or(ne(sql`coalesce(${channelPosts.shownRevision}, 0)`, ads.revision), not(channelPosts.wanted)),
          ),
        ),
      ),
    )
    .orderBy(channelPosts.queuedAt, channelPosts.adId)
}

export const findPostRow = async (db: Db, key: PostKey): Promise<PostRow | undefined> =>
  (await db.select().from(channelPosts).where(is(key)))[0]

/** Puts a post among those that wait for their turn in the channel; one that waits already keeps its place. */
export async function queuePost(db: Db, key: PostKey, at: Date) {
  await db
    .insert(channelPosts)
    .values({ ...key, queuedAt: at })
    .onConflictDoUpdate({
      target: [channelPosts.adId, channelPosts.channelId],
      set: {
        state: 'waiting',
        error: null,
        queuedAt: sql`case when ${channelPosts.state} = 'deleted' then excluded.queued_at else ${channelPosts.queuedAt} end`,
        updatedAt: sql`now()`,
      },
      setWhere: inArray(channelPosts.state, ['waiting', 'failed', 'deleted']),
    })
}
