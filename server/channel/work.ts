import { eq } from 'drizzle-orm'
import { findAd } from '#server/ads/queries.ts'
import type { AdWithAll } from '#server/ads/views.ts'
import type { Failure } from '#server/bot/failure.ts'
import { type ChannelRow, findChannel } from '#server/channels/queries.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { whileLocked } from './lock.ts'
import { findPostRow, type PostKey, type PostRow } from './queries.ts'

export interface SyncOptions {
  /** Seconds from an unanswered sending until the channel is looked through: by then Telegram has done it or never will. */
  probeDelay?: number
  /** What time it is for pace and quiet hours, in milliseconds since 1970. */
  clock?: () => number
}

/** What a job works on and by. */
export interface Work extends Required<SyncOptions> {
  deps: Deps
  channel: ChannelRow
}

/** An ad and what is known of its post in the job's channel. */
export type Found = Omit<AdWithAll, 'post'> & { post: PostRow | null }

/** What was done, or what came in the way, for the log. */
export type Done = string | Failure

/** What waits is taken up again when the bot may do it. */
export const notLetIn = 'the bot is not let in'

/**
 * Does something in a channel while no other job does. Where the bot is out nothing is done: all of it is taken up again
 * when it is in.
 * @returns `undefined` when the turn did not come
 */
export async function whileMine(
  deps: Deps,
  channelId: number,
  { probeDelay = 60, clock = Date.now }: SyncOptions,
  task: (work: Work) => Promise<Done>,
): Promise<Done | undefined> {
  return whileLocked(deps.locks, channelId, async () => {
    const channel = await findChannel(deps.db, channelId)
    if (!channel) return 'no such channel'
    if (channel.standing === 'out') return notLetIn
    return task({ deps, channel, probeDelay, clock })
  })
}

/** An ad with its post in this very channel. */
export async function findPosted({ db }: Pick<Deps, 'db'>, key: PostKey): Promise<Found | undefined> {
  const found = await findAd(db, key.channelId, eq(ads.id, key.adId))
  return found && { ...found, post: (await findPostRow(db, key)) ?? null }
}
