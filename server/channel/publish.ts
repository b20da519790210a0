import type { AdWithAll } from '#server/ads/views.ts'
import { type Failure, failureOf } from '#server/bot/failure.ts'
import type { Deps } from '#server/deps.ts'
import { again, alert, backoff } from './again.ts'
import { fileIdOf, pictureOf, textOf } from './post.ts'
import { beginSending, movePost, type PostKey, pauseChannel } from './queries.ts'

/**
 * Sends the post of an ad. That it is being sent is committed before the call, so whatever ends this process, the next
 * one knows that there may be a post.
 */
export async function publish(deps: Deps, found: AdWithAll, key: PostKey, probeDelay: number) {
  const [text, picture] = await Promise.all([textOf(deps, found), pictureOf(deps, found)])
  if (!(await beginSending(deps.db, key))) return 'sent by another'
  const failure = await deps.telegram.sendPhoto(key.channelId, picture, text).then(async (message) => {
    const sent = {
      state: 'sent' as const,
      messageIds: [message.message_id],
      shownRevision: found.ad.revision,
      fileId: fileIdOf(message),
      error: null,
    }
    await movePost(deps.db, key, ['sending'], sent)
  }, failureOf)
  if (!failure) return 'published'
  await putDown(deps, found, key, failure, probeDelay)
  return failure
}

/** What is known of the post now, and when it is looked at again, in one transaction. */
const putDown = (deps: Deps, { ad, post }: AdWithAll, key: PostKey, failure: Failure, probeDelay: number) =>
  deps.db.transaction(async (tx) => {
    switch (failure.kind) {
      case 'limited':
        await pauseChannel(tx, key.channelId, failure.seconds)
        await movePost(tx, key, ['sending'], { state: 'waiting' })
        return again(deps, tx, ad.id, failure.seconds)
      case 'unsent':
        await movePost(tx, key, ['sending'], { state: 'waiting', error: failure.reason })
        return again(deps, tx, ad.id, backoff(ad))
      case 'uncertain':
        await movePost(tx, key, ['sending'], { state: 'unknown', error: failure.reason })
        return again(deps, tx, ad.id, probeDelay)
      case 'refused':
        await movePost(tx, key, ['sending'], { state: 'failed', error: failure.reason })
        if (post?.error !== failure.reason)
          await alert(deps, tx, 'channel.alert_not_posted', ad, failure.reason)
        return again(deps, tx, ad.id, backoff(ad))
    }
  })
