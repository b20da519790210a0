import { InputFile, InputMediaBuilder } from 'grammy'
import type { Message } from 'grammy/types'
import type { AdWithAll } from '#server/ads/views.ts'
import { type Failure, failureOf, isMissing } from '#server/bot/failure.ts'
import type { Deps } from '#server/deps.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { again, alert, backoff } from './again.ts'
import { blankPicture } from './picture.ts'
import { fileIdOf, pictureOf, stampOf, textOf } from './post.ts'
import { keepsPicture, movePost, type PostKey, type PostRow, pauseChannel } from './queries.ts'

/** Makes the post show the ad as it is now. Doing so twice does no harm, so whatever got lost is done again. */
export async function amend(deps: Deps, found: AdWithAll, post: PostRow) {
  const [messageId] = post.messageIds
  if (messageId === undefined) throw new Error(`the post of ad ${post.adId} has no message`)
  let fileId = post.fileId
  const failure = await failed(
    edit(deps, found, post, messageId).then((message) => {
      fileId = pictureIdOf(message)
    }),
  )
  if (!failure || isUnchanged(failure)) {
    const shown = { shownRevision: found.ad.revision, fileId }
    await movePost(deps.db, post, ['sent'], { ...shown, error: null })
    return 'amended'
  }
  if (!isMissing(failure)) return putDown(deps, found, post, failure)
  // Somebody deleted it by hand. `shownRevision` stays: that is how a post taken down by us is told apart.
  await deps.db.transaction(async (tx) => {
    if (await movePost(tx, post, ['sent'], { state: 'deleted', error: failure.kind }))
      await alert(deps, tx, 'channel.alert_gone', found.ad)
  })
  return 'gone'
}

/** Deletes the post; one that Telegram keeps (it lets bots delete for 48 hours) loses what it said instead. */
export async function takeDown(deps: Deps, found: AdWithAll, post: PostRow) {
  for (const messageId of post.messageIds) {
    let failure = await failed(deps.telegram.deleteMessage(post.channelId, messageId))
    if (failure?.kind === 'refused' && /can't be deleted/i.test(failure.reason))
      failure = await failed(blank(deps, post, messageId))
    if (failure && !isMissing(failure) && !isUnchanged(failure)) return putDown(deps, found, post, failure)
  }
  await movePost(deps.db, post, ['sent'], {
    state: 'deleted',
    shownRevision: null,
    fileId: null,
    error: null,
  })
  return 'taken down'
}

/** The picture is sent again only where it may differ: it bears a stamp, or did, or has other photos. */
async function edit(deps: Deps, found: AdWithAll, post: PostRow, messageId: number) {
  const { reply_markup, ...text } = await textOf(deps, found)
  const same =
    stampOf(found) === undefined &&
    // Without a photo the picture is the title and the price.
    found.photos.some(({ state }) => state === 'ready') &&
    post.shownRevision !== null &&
    (await keepsPicture(deps.db, post.adId, post.shownRevision))
  if (same) return deps.telegram.editMessageCaption(post.channelId, messageId, { ...text, reply_markup })
  const media = InputMediaBuilder.photo(await pictureOf(deps, found), text)
  return deps.telegram.editMessageMedia(post.channelId, messageId, media, { reply_markup })
}

/** A post of the bot's own that was edited is answered in full. */
const pictureIdOf = (message: Message | true) => (message === true ? null : fileIdOf(message))

async function blank({ telegram, config }: Deps, { channelId }: PostKey, messageId: number) {
  const text = botTexts(config.telegram.channelLocale)('channel.removed')
  const picture = new InputFile(await blankPicture(text), 'removed.jpg')
  return telegram.editMessageMedia(channelId, messageId, InputMediaBuilder.photo(picture, { caption: text }))
}

/** The post stays as it is for now; when it is tried again, and what the admins must know. */
async function putDown(deps: Deps, { ad }: AdWithAll, post: PostRow, failure: Failure) {
  await deps.db.transaction(async (tx) => {
    if (failure.kind === 'limited') {
      await pauseChannel(tx, post.channelId, failure.seconds)
      return again(deps, tx, ad.id, failure.seconds)
    }
    await movePost(tx, post, ['sent'], { error: failure.reason })
    if (failure.kind === 'refused' && post.error !== failure.reason)
      await alert(deps, tx, 'channel.alert_not_edited', ad, failure.reason)
    return again(deps, tx, ad.id, backoff(ad))
  })
  return failure
}

const isUnchanged = (failure: Failure) =>
  failure.kind === 'refused' && /message is not modified/i.test(failure.reason)

const failed = (call: Promise<unknown>): Promise<Failure | undefined> => call.then(() => undefined, failureOf)
