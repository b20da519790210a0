import { failureOf } from '#server/bot/failure.ts'
import { mayEdit, mayTakeDown } from '#server/channels/standing.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { again, alert, backoff } from './again.ts'
import { amend, takeDown } from './amend.ts'
import { findPost } from './find-post.ts'
import { movePost, type PostRow, pauseLeft } from './queries.ts'
import { takeTurn } from './turn.ts'
import {
  type Done,
  type Found,
  findPosted,
  notLetIn,
  type SyncOptions,
  type Work,
  whileMine,
} from './work.ts'

/**
 * Job `channel.sync`: makes the post of an ad in a channel true to the ad as it is when its turn comes. One job at a
 * time acts on a channel; any number of them, late or repeated, come to the same.
 *
 * Editing and deleting may happen twice; sending must not, and the Bot API cannot tell two sendings of one post apart.
 * Hence the states of `channel_posts`: `waiting` or `failed` (surely not there), `sending` (committed before the call; a
 * later job that sees it knows that the sender died), `unknown` (the answer was lost), `sent`, `deleted`. From `sending`
 * and `unknown` the way leads through looking whether it is there.
 */
export async function syncPost(deps: Deps, key: JobData['channel.sync'], options: SyncOptions = {}) {
  const did = await whileMine(deps, key.channelId, options, async (work) => {
    const pause = await pauseLeft(deps.db, key.channelId)
    if (pause === 0) return makeTrue(work, key.adId)
    await again(deps, deps.db, key, pause / 1000)
    return 'paused by Telegram'
  })
  if (did === undefined) await again(deps, deps.db, key, 1)
  deps.log.info({ ...key, did: did ?? 'another has the turn' }, 'channel.sync')
}

async function makeTrue(work: Work, adId: number): Promise<Done> {
  const { deps, channel } = work
  const key = { adId, channelId: channel.id }
  const found = await findPosted(deps, key)
  if (!found) return 'no such ad'
  const { ad, post } = found
  if (post?.state === 'sending' || post?.state === 'unknown') return settle(work, found, post)
  const shown = ad.state === 'active' || ad.state === 'sold' || ad.state === 'expired'
  if (post?.state === 'sent') {
    // An edit waits for a moderator: until then the post says what was approved, unless that was taken back.
    if (ad.state === 'pending' && ad.publishedAt !== null) return 'keeps what was approved'
    if (!shown || !post.wanted) return mayTakeDown(channel) ? takeDown(work, found, post) : notLetIn
    if (post.shownRevision === ad.revision) return 'true already'
    return mayEdit(channel) ? amend(work, found, post) : notLetIn
  }
  const isWanted = post?.wanted ?? true
  if (ad.state !== 'active' || !isWanted) return forget(deps, post, shown && isWanted)
  if (post?.state === 'deleted' && post.shownRevision !== null) return 'deleted by hand'
  if (found.photos.some(({ state }) => state === 'awaiting' || state === 'uploaded')) {
    await again(deps, deps.db, key, 1)
    return 'waits for photos'
  }
  return takeTurn(work, found, key)
}

/** Nothing stands in the channel and nothing should; an ad that leaves it altogether may come back as a new post. */
async function forget({ db }: Deps, post: PostRow | null, shown: boolean) {
  if (post)
    await movePost(db, post, ['waiting', 'failed', 'deleted'], {
      state: 'deleted',
      ...(!shown && { shownRevision: null }),
    })
  return 'nothing to show'
}

/** Finds out, once enough time has passed, whether an unanswered sending made a post, and goes on from there. */
async function settle(work: Work, { ad, photos }: Found, post: PostRow): Promise<Done> {
  const { deps, channel, probeDelay, clock } = work
  // Where nothing was ever posted, the place to look from is found by posting.
  if (channel.standing === 'mute' && post.sentAfter === null) return notLetIn
  const due = (post.sendingAt?.getTime() ?? 0) + probeDelay * 1000
  if (clock() < due) {
    await movePost(deps.db, post, ['sending'], { state: 'unknown' })
    await again(deps, deps.db, post, (due - clock()) / 1000)
    return 'waits to look for the post'
  }
  const uncertain = ['sending', 'unknown'] as const
  try {
    const standing = await findPost(deps, post, photos.filter(({ state }) => state === 'ready').length)
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
      await again(deps, tx, post, failure.kind === 'limited' ? failure.seconds : backoff(ad))
    })
    return failure
  }
  return makeTrue(work, ad.id)
}
