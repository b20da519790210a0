import { InputMediaBuilder } from 'grammy'
import type { Message } from 'grammy/types'
import { type Failure, failureOf } from '#server/bot/failure.ts'
import { noteStanding, standingBehind } from '#server/channels/standing.ts'
import { again, alert, backoff } from './again.ts'
import { albumOf, fileIdOf, isAlbum, pictureOf, textOf } from './post.ts'
import { beginSending, movePost, type PostKey, pauseChannel } from './queries.ts'
import { type Done, type Found, notLetIn, type Work } from './work.ts'

/**
 * Sends the post of an ad. That it is being sent is committed before the call, so whatever ends this process, the next
 * one knows that there may be a post.
 */
export async function publish(work: Work, found: Found, key: PostKey): Promise<Done> {
  const { deps, clock } = work
  const send = await composed(work, found)
  if (!(await beginSending(deps.db, key, new Date(clock())))) return 'sent by another'
  const failure = await send().then(async (messages) => {
    const sent = {
      state: 'sent' as const,
      messageIds: messages.map((message) => message.message_id),
      shownRevision: found.ad.revision,
      fileId: messages[0] ? fileIdOf(messages[0]) : null,
      error: null,
    }
    await movePost(deps.db, key, ['sending'], sent)
  }, failureOf)
  return failure ? putDown(work, found, key, failure) : 'published'
}

/** All that takes time is done before it counts as being sent. */
async function composed(
  { deps, channel }: Work,
  found: Found,
): Promise<() => Promise<readonly Pick<Message, 'message_id' | 'photo'>[]>> {
  const { telegram } = deps
  if (!isAlbum(channel, found)) {
    const [text, picture] = await Promise.all([textOf(deps, channel, found), pictureOf(deps, channel, found)])
    return async () => [await telegram.sendPhoto(channel.id, picture, text)]
  }
  const [{ caption, caption_entities }, pictures] = await Promise.all([
    textOf(deps, channel, found, { inText: true }),
    albumOf(deps, channel, found),
  ])
  const media = pictures.map((picture, index) =>
    InputMediaBuilder.photo(picture, index === 0 ? { caption, caption_entities } : {}),
  )
  return () => telegram.sendMediaGroup(channel.id, media)
}

/** What is known of the post now, and when it is looked at again, in one transaction. */
const putDown = ({ deps, probeDelay }: Work, { ad, post }: Found, key: PostKey, failure: Failure) =>
  deps.db.transaction(async (tx): Promise<Done> => {
    const standing = standingBehind(failure)
    if (standing && failure.kind === 'refused') {
      // The channel's trouble, not the ad's: it waits until the bot is let in.
      await movePost(tx, key, ['sending'], { state: 'waiting', sendingAt: null })
      await noteStanding(deps, tx, key.channelId, { standing, error: failure.reason })
      return notLetIn
    }
    switch (failure.kind) {
      case 'limited':
        await pauseChannel(tx, key.channelId, failure.seconds)
        await movePost(tx, key, ['sending'], { state: 'waiting', sendingAt: null })
        await again(deps, tx, key, failure.seconds)
        return failure
      case 'unsent':
        await movePost(tx, key, ['sending'], { state: 'waiting', sendingAt: null, error: failure.reason })
        await again(deps, tx, key, backoff(ad))
        return failure
      case 'uncertain':
        await movePost(tx, key, ['sending'], { state: 'unknown', error: failure.reason })
        await again(deps, tx, key, probeDelay)
        return failure
      case 'refused':
        await movePost(tx, key, ['sending'], { state: 'failed', sendingAt: null, error: failure.reason })
        if (post?.error !== failure.reason)
          await alert(deps, tx, 'channel.alert_not_posted', ad, failure.reason)
        await again(deps, tx, key, backoff(ad))
        return failure
    }
  })
