import type { Message } from 'grammy/types'
import { failureOf, isMissing } from '#server/bot/failure.ts'
import type { Deps } from '#server/deps.ts'
import { fileIdOf } from './post.ts'
import { knownMessages, type PostRow } from './queries.ts'

/** After so many ids in a row without a message the end of the channel is taken to be reached. */
const gap = 5
/** Messages looked at before giving up: others post there too, but seldom so much in a minute. */
const most = 50

type FoundPost = Pick<PostRow, 'messageIds' | 'fileId'>

/**
 * Looks whether a post whose sending was never answered stands in the channel: the messages that came after those known
 * when it was sent are forwarded to the service chat, where the ad's link gives it away, and deleted there again.
 * Throws the Bot API's errors.
 * @param photos how many messages it can have as an album
 * @returns its message ids and its picture, which a copy shares
 */
export async function findPost(deps: Deps, post: PostRow, photos: number): Promise<FoundPost | undefined> {
  const known = await knownMessages(deps.db, post.channelId)
  const after = post.sentAfter ?? (await newestByTrial(deps, post.channelId)) - gap - 1
  let missing = 0
  for (let id = Math.max(0, after) + 1; id <= after + most && missing < gap; id++) {
    if (known.has(id)) continue
    const message = await forwarded(deps, post.channelId, id)
    if (typeof message === 'object' && isPostOf(message, post.adId))
      return {
        messageIds: [
          id,
          ...(await restOfAlbum(deps, post.channelId, { id, message, known, most: photos - 1 })),
        ],
        fileId: fileIdOf(message),
      }
    missing = message === 'missing' ? missing + 1 : 0
  }
  return undefined
}

/**
 * The other messages of an album come right after the one with the caption: photos of the same moment with nothing
 * beside them. What others posted in that moment may stand between them. A post that is a picture has its buttons, and
 * nothing is looked for.
 */
async function restOfAlbum(
  deps: Deps,
  channelId: number,
  o: { id: number; message: Message; known: ReadonlySet<number>; most: number },
): Promise<number[]> {
  const rest: number[] = []
  if (o.message.reply_markup) return rest
  let others = 0
  for (let id = o.id + 1; rest.length < o.most && others < gap; id++) {
    const message = o.known.has(id) ? 'known' : await forwarded(deps, channelId, id)
    const isOfMoment = typeof message === 'object' && Math.abs(sentAt(message) - sentAt(o.message)) <= 1
    if (isOfMoment && message.photo && !message.caption && !message.reply_markup) rest.push(id)
    else others++
  }
  return rest
}

/** When the original was sent, in Unix seconds. */
const sentAt = ({ forward_origin, date }: Message) => forward_origin?.date ?? date

/**
 * The newest message id of a channel in which the board has never posted: there is no other way to learn it than to post
 * something, silently, and delete it at once. Happens only when the very first post of all got lost.
 */
async function newestByTrial({ telegram, log }: Deps, channelId: number) {
  const { message_id } = await telegram.sendMessage(channelId, '⏳', { disable_notification: true })
  await telegram
    .deleteMessage(channelId, message_id)
    .catch((error) =>
      log.warn({ message_id, failure: failureOf(error) }, 'a trial message stays in the channel'),
    )
  return message_id
}

/** A copy of the message, made and deleted in the service chat. */
async function forwarded({ telegram, config, log }: Deps, channelId: number, id: number) {
  const { serviceChatId } = config.telegram
  try {
    const copy = await telegram.forwardMessage(serviceChatId, channelId, id, { disable_notification: true })
    await telegram
      .deleteMessage(serviceChatId, copy.message_id)
      .catch((error) => log.warn({ failure: failureOf(error) }, 'a copy stays in the service chat'))
    return copy
  } catch (error) {
    const failure = failureOf(error)
    if (isMissing(failure)) return 'missing'
    // A service message, such as a changed title, is nobody's post.
    if (failure.kind === 'refused' && /the message can't be forwarded/i.test(failure.reason)) return 'other'
    throw error
  }
}

/** By the button, or by the title's link where forwarding drops buttons. */
function isPostOf(message: Message, adId: number) {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? []
  const links = [...buttons, ...(message.caption_entities ?? [])].map((item) =>
    'url' in item ? item.url : '',
  )
  return links.some((url) => url?.endsWith(`?startapp=ad_${adId}`))
}
