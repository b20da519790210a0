import { InputFile, InputMediaBuilder } from 'grammy'
import { type Failure, failureOf, isMissing, isUnchanged, isUndeletable } from '#server/bot/failure.ts'
import { lookAt } from '#server/channels/check.ts'
import { mayEdit, noteStanding, standingBehind } from '#server/channels/standing.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { again, alert, backoff } from './again.ts'
import { editAlbum } from './amend-album.ts'
import { blankPicture } from './picture.ts'
import { pictureIdOf, pictureOf, readyPhotos, stampOf, textOf } from './post.ts'
import { keepsPicture, movePost, type PostRow, pauseChannel } from './queries.ts'
import { type Done, type Found, notLetIn, type Work } from './work.ts'

type Shown = Pick<PostRow, 'messageIds' | 'fileId'>

/** Makes the post show the ad as it is now. Doing so twice does no harm, so whatever got lost is done again. */
export async function amend(work: Work, found: Found, post: PostRow): Promise<Done> {
  const { deps } = work
  if (post.messageIds.length === 0) throw new Error(`the post of ad ${post.adId} has no message`)
  let shown: Shown = { messageIds: post.messageIds, fileId: post.fileId }
  const failure = await failed(
    (post.messageIds.length > 1 ? editAlbum : edit)(work, found, post).then((now) => {
      shown = now
    }),
  )
  if (!failure || isUnchanged(failure)) {
    const change = { shownRevision: found.ad.revision, ...shown }
    await movePost(deps.db, post, ['sent'], { ...change, error: null })
    return 'amended'
  }
  if (!isMissing(failure)) return putDown(work, found, post, failure)
  // Somebody deleted it by hand. `shownRevision` stays: that is how a post taken down by us is told apart.
  await deps.db.transaction(async (tx) => {
    if (await movePost(tx, post, ['sent'], { state: 'deleted', error: failure.kind }))
      await alert(deps, tx, 'channel.alert_gone', found.ad)
  })
  return 'gone'
}

/** Deletes the post; one that Telegram keeps (it lets bots delete for 48 hours) loses what it said instead. */
export async function takeDown(work: Work, found: Found, post: PostRow): Promise<Done> {
  const { telegram, db } = work.deps
  for (const messageId of post.messageIds) {
    let failure = await failed(telegram.deleteMessage(post.channelId, messageId))
    if (failure && isUndeletable(failure)) failure = await failed(blank(work, messageId))
    if (failure && !isMissing(failure) && !isUnchanged(failure)) return putDown(work, found, post, failure)
  }
  await movePost(db, post, ['sent'], { state: 'deleted', shownRevision: null, fileId: null, error: null })
  return 'taken down'
}

/** The picture is sent again only where it may differ: it bears a stamp, or did, or has other photos. */
async function edit({ deps, channel }: Work, found: Found, post: PostRow): Promise<Shown> {
  const [messageId = 0] = post.messageIds
  const { reply_markup, ...text } = await textOf(deps, channel, found)
  const markup = reply_markup && { reply_markup }
  const same =
    stampOf(found) === undefined &&
    // Without a photo the picture is the title and the price.
    readyPhotos(found).length > 0 &&
    (await keepsPicture(deps.db, post.adId, post.shownRevision ?? 0))
  const message = same
    ? await deps.telegram.editMessageCaption(channel.id, messageId, { ...text, ...markup })
    : await deps.telegram.editMessageMedia(
        channel.id,
        messageId,
        InputMediaBuilder.photo(await pictureOf(deps, channel, found), text),
        markup,
      )
  return { messageIds: post.messageIds, fileId: pictureIdOf(message) }
}

async function blank({ deps: { telegram }, channel }: Work, messageId: number) {
  const text = botTexts(channel.locale)('channel.removed')
  const picture = new InputFile(await blankPicture(text), 'removed.jpg')
  return telegram.editMessageMedia(channel.id, messageId, InputMediaBuilder.photo(picture, { caption: text }))
}

/** The post stays as it is for now; when it is tried again, and what the admins must know. */
async function putDown({ deps }: Work, { ad }: Found, post: PostRow, failure: Failure): Promise<Done> {
  // Telegram says it of an old message as of a right that was taken: what the bot may do there tells which it is.
  const looked = isUneditable(failure) ? await lookAt(deps, post.channelId) : undefined
  return deps.db.transaction(async (tx): Promise<Done> => {
    if (failure.kind === 'limited') {
      await pauseChannel(tx, post.channelId, failure.seconds)
      await again(deps, tx, post, failure.seconds)
      return failure
    }
    const standing = standingBehind(failure)
    if (standing) {
      await noteStanding(deps, tx, post.channelId, { standing, error: failure.reason })
      return notLetIn
    }
    if (looked && 'chat' in looked) {
      await noteStanding(deps, tx, post.channelId, looked)
      if (!mayEdit(looked)) return notLetIn
    }
    await movePost(tx, post, ['sent'], { error: failure.reason })
    if (failure.kind === 'refused' && post.error !== failure.reason)
      await alert(deps, tx, 'channel.alert_not_edited', ad, failure.reason)
    await again(deps, tx, post, backoff(ad))
    return failure
  })
}

const isUneditable = (failure: Failure) =>
  failure.kind === 'refused' && /can't be edited/i.test(failure.reason)

const failed = (call: Promise<unknown>): Promise<Failure | undefined> => call.then(() => undefined, failureOf)
