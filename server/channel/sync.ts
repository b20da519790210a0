import { eq } from 'drizzle-orm'
import { findAd } from '#server/ads/queries.ts'
import type { AdWithAll } from '#server/ads/views.ts'
import { type Failure, failureOf } from '#server/bot/failure.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { again, alert, backoff } from './again.ts'
import { amend, takeDown } from './amend.ts'
import { findPost } from './find-post.ts'
import { whileLocked } from './lock.ts'
import { publish } from './publish.ts'
import { findUnsettled, movePost, type PostRow, pauseLeft } from './queries.ts'

export interface SyncOptions {
  /** Seconds from an unanswered sending until the channel is looked through: by then Telegram has done it or never will. */
  probeDelay?: number
}

/** What was done, or what came in the way, for the log. */
type Done = string | Failure

/**
 * Job `channel.sync`: makes the post of an ad true to the ad as it is when its turn comes. One job at a time acts on a
 * channel; any number of them, late or repeated, come to the same.
 *
 * Editing and deleting may happen twice; sending must not, and the Bot API cannot tell two sendings of one post apart.
 * Hence the states of `channel_posts`: `waiting` or `failed` (surely not there), `sending` (committed before the call; a
 * later job that sees it knows that the sender died), `unknown` (the answer was lost), `sent`, `deleted`. From `sending`
 * and `unknown` the way leads through looking whether it is there.
 */
export async function syncPost(deps: Deps, { adId }: JobData['channel.sync'], options: SyncOptions = {}) {
  const { channelId } = deps.config.telegram
  const did = await whileLocked(deps.db, channelId, async () => {
    const pause = await pauseLeft(deps.db, channelId)
    if (pause === 0) return makeTrue(deps, adId, options.probeDelay ?? 60)
    await again(deps, deps.db, adId, pause / 1000)
    return 'paused by Telegram'
  })
  if (did === undefined) await again(deps, deps.db, adId, 1)
  deps.log.info({ adId, did: did ?? 'another has the turn' }, 'channel.sync')
}

/** At start: looks after every post that is not, or not certainly, what it should be. */
export async function enqueueUnsettled({ db, jobs, config }: Deps) {
  for (const adId of await findUnsettled(db, config.telegram.channelId))
    await jobs.enqueue(db, 'channel.sync', { adId })
}

async function makeTrue(deps: Deps, adId: number, probeDelay: number): Promise<Done> {
  const { channelId } = deps.config.telegram
  const found = await findAd(deps.db, channelId, eq(ads.id, adId))
  if (!found) return 'no such ad'
  const { ad, post } = found
  if (post?.state === 'sending' || post?.state === 'unknown') return settle(deps, found, post, probeDelay)
  const shown = ad.state === 'active' || ad.state === 'sold' || ad.state === 'expired'
  if (post?.state === 'sent') {
    // An edit waits for a moderator: until then the post says what was approved, unless that was taken back.
    if (ad.state === 'pending' && ad.publishedAt !== null) return 'keeps what was approved'
    if (!shown) return takeDown(deps, found, post)
    return post.shownRevision === ad.revision ? 'true already' : amend(deps, found, post)
  }
  if (ad.state !== 'active') return forget(deps, found, shown)
  if (post?.state === 'deleted' && post.shownRevision !== null) return 'deleted by hand'
  if (found.photos.some(({ state }) => state === 'awaiting' || state === 'uploaded')) {
    await again(deps, deps.db, adId, 1)
    return 'waits for photos'
  }
  return publish(deps, found, { adId, channelId }, probeDelay)
}

/** Nothing stands in the channel and nothing should; an ad that leaves it altogether may come back as a new post. */
async function forget({ db }: Deps, { post }: AdWithAll, shown: boolean) {
  if (post)
    await movePost(db, post, ['waiting', 'failed', 'deleted'], {
      state: 'deleted',
      ...(!shown && { shownRevision: null }),
    })
  return 'nothing to show'
}

/** Finds out, once enough time has passed, whether an unanswered sending made a post, and goes on from there. */
async function settle(deps: Deps, { ad }: AdWithAll, post: PostRow, probeDelay: number): Promise<Done> {
  const due = (post.sendingAt?.getTime() ?? 0) + probeDelay * 1000
  if (Date.now() < due) {
    await movePost(deps.db, post, ['sending'], { state: 'unknown' })
    await again(deps, deps.db, ad.id, (due - Date.now()) / 1000)
    return 'waits to look for the post'
  }
  const uncertain = ['sending', 'unknown'] as const
  try {
    const standing = await findPost(deps, post)
    await (standing
      ? movePost(deps.db, post, uncertain, { state: 'sent', ...standing, error: null })
      : movePost(deps.db, post, uncertain, { state: 'waiting' }))
  } catch (error) {
    const failure = failureOf(error)
    const reason = failure.kind === 'limited' ? 'Too Many Requests' : failure.reason
    await deps.db.transaction(async (tx) => {
      await movePost(tx, post, uncertain, { state: 'unknown', error: reason })
      if (failure.kind === 'refused' && post.error !== reason)
        await alert(deps, tx, 'channel.alert_uncertain', ad, reason)
      await again(deps, tx, ad.id, failure.kind === 'limited' ? failure.seconds : backoff(ad))
    })
    return failure
  }
  return makeTrue(deps, ad.id, probeDelay)
}
