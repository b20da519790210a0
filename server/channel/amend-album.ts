import { type InputFile, InputMediaBuilder } from 'grammy'
import { failureOf, isMissing, isUnchanged, isUndeletable } from '#server/bot/failure.ts'
import { albumOf, pictureIdOf, textOf } from './post.ts'
import { keepsPhotos, type PostRow } from './queries.ts'
import type { Found, Work } from './work.ts'

/**
 * An album says what has changed in the caption of its first message. Other photos take the place of the old ones: it
 * cannot grow, so the last message shows all that there is no message for. Messages too many are deleted, or show the
 * last photo once more where Telegram lets nobody delete them any more.
 */
export async function editAlbum(
  work: Work,
  found: Found,
  post: Pick<PostRow, 'adId' | 'messageIds' | 'shownRevision' | 'fileId'>,
): Promise<Pick<PostRow, 'messageIds' | 'fileId'>> {
  const { deps, channel } = work
  const { telegram, db } = deps
  const [first = 0, ...others] = post.messageIds
  const text = await textOf(deps, channel, found, { inText: true })
  if (await keepsPhotos(db, post.adId, post.shownRevision ?? 0)) {
    await telegram.editMessageCaption(channel.id, first, text)
    return post
  }
  const pictures = await albumOf(deps, channel, found, post.messageIds.length)
  /** Undefined where that is what the message shows already. */
  const show = (messageId: number, picture: InputFile, caption = {}) =>
    telegram
      .editMessageMedia(channel.id, messageId, InputMediaBuilder.photo(picture, caption))
      .catch((error) => {
        if (!isUnchanged(failureOf(error))) throw error
      })
  /** Whether the message stands there afterwards. */
  async function place(messageId: number, picture: InputFile | undefined): Promise<boolean> {
    try {
      await (picture ? show(messageId, picture) : telegram.deleteMessage(channel.id, messageId))
      return picture !== undefined
    } catch (error) {
      const failure = failureOf(error)
      if (!picture && isUndeletable(failure)) return place(messageId, pictures.at(-1))
      if (isMissing(failure)) return false
      throw error
    }
  }
  // The message with the caption must be there.
  const message = await show(first, pictures[0] as InputFile, text)
  const left = [first]
  for (const [index, messageId] of others.entries())
    if (await place(messageId, pictures[index + 1])) left.push(messageId)
  // Somebody deleted a message by hand: those that are left show all photos.
  if (left.length < pictures.length) return editAlbum(work, found, { ...post, messageIds: left })
  return { messageIds: left, fileId: message ? pictureIdOf(message) : post.fileId }
}
