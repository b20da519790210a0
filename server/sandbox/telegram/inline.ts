import type { InlineQueryResult, Message } from '@grammyjs/types'
import { badRequest } from './errors.ts'
import { fileById, photoByUrl, photoFrom } from './files.ts'
import { readMarkup } from './keyboards.ts'
import { captionText, messageText } from './text/formatted-text.ts'
import { checkLink } from './text/links.ts'
import type { MessageContent, StoredChat, StoredMessage, StoredPerson, World } from './world.ts'
import { post, tellBot, userOf } from './world.ts'

type Fields = Record<string, unknown>

/** Where an inline result may be sent to decides nothing about its buttons: none that only private chats have. */
const ANYWHERE = { type: 'supergroup' } as const

/**
 * Refuses what can't be sent, when it is offered; the sandbox knows articles and photos. The rules are those of
 * `Client::get_inline_query_result` of the Bot API server and, for what Telegram checks itself, of
 * https://core.telegram.org/method/messages.setInlineBotResults.
 * @param many one of several: the Bot API then says what it could not parse
 * @throws the Bot API's errors
 */
export function checkResult(world: World, value: unknown, many = false): InlineQueryResult {
  const wrong = (why: string): Error => badRequest(many ? `Can't parse inline query result: ${why}` : why)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong('Inline query result must be an object')
  const fields = value as Fields
  const required = (name: string): string => {
    if (fields[name] === undefined || fields[name] === null) throw wrong(`Can't find field "${name}"`)
    if (typeof fields[name] !== 'string') throw wrong(`Field "${name}" must be of type String`)
    return fields[name]
  }
  const type = required('type').toLowerCase()
  const id = required('id')
  if (type !== 'article' && type !== 'photo')
    throw wrong(`type "${type}" is unsupported for the inline query result`)
  if (type === 'article') {
    required('title')
    if (typeof fields['input_message_content'] !== 'object')
      throw wrong('Can\'t find field "input_message_content"')
  }
  const picture = type === 'photo' ? (fields['photo_url'] as string) || required('photo_file_id') : ''
  textOf(fields)
  const markup = fields['reply_markup'] === undefined ? {} : readMarkup(fields['reply_markup'], ANYWHERE)
  if (markup.isReply) throw badRequest('Inline keyboard expected')
  if (picture) checkPicture(world, picture, fields)
  if (Buffer.byteLength(id) < 1 || Buffer.byteLength(id) > 64) throw badRequest('RESULT_ID_INVALID')
  return value as InlineQueryResult
}

/** A file id of a photo, or an address with a thumbnail beside it; what lies at the address is fetched when it is sent. */
function checkPicture(world: World, picture: string, fields: Fields): void {
  if (!isAddress(picture)) return void fileById(world, picture, 'photo')
  if ('problem' in checkLink(picture)) throw badRequest('WEBDOCUMENT_URL_INVALID')
  const thumbnail = fields['thumbnail_url'] ?? fields['thumb_url']
  if (typeof thumbnail !== 'string' || !thumbnail) throw badRequest('PHOTO_THUMB_URL_EMPTY')
  if ('problem' in checkLink(thumbnail)) throw badRequest('WEBDOCUMENT_URL_INVALID')
}

/** File ids have no dots. */
const isAddress = (picture: string): boolean => picture.includes('.')

/** Sends a chosen result in a person's name, via the bot. @returns its id when it has a keyboard and so can be edited */
export async function sendResult(
  world: World,
  person: StoredPerson,
  chat: StoredChat,
  result: InlineQueryResult,
): Promise<{ message: Message; inlineMessageId?: string }> {
  const fields = result as unknown as Fields
  const markup = fields['reply_markup'] === undefined ? {} : readMarkup(fields['reply_markup'], ANYWHERE)
  const message = post(world, chat, userOf(person), {
    ...(await contentOf(world, fields)),
    via_bot: world.bot,
    ...(markup.inline && { reply_markup: markup.inline }),
  })
  if (chat.type === 'private' || chat.bot === 'administrator') tellBot(world, message)
  return { message, ...(markup.inline && { inlineMessageId: inlineIdOf(message) }) }
}

export const inlineIdOf = (message: Message): string =>
  Buffer.from(`${message.chat.id}:${message.message_id}`).toString('base64url')

export function messageByInlineId(world: World, id: string): StoredMessage {
  const [chatId, messageId] = Buffer.from(id, 'base64url').toString().split(':').map(Number)
  const stored = world.chats.get(chatId ?? 0) && world.messages(chatId as number).get(messageId ?? 0)
  if (!stored?.message.via_bot) throw badRequest('MESSAGE_ID_INVALID')
  return stored
}

/** The text that is sent, or the caption below the picture. */
function textOf(fields: Fields) {
  const given = fields['input_message_content'] as Fields | undefined
  return given
    ? messageText({
        text: String(given['message_text'] ?? ''),
        parseMode: given['parse_mode'] as string | undefined,
        entities: given['entities'],
      })
    : captionText({
        text: String(fields['caption'] ?? ''),
        parseMode: fields['parse_mode'] as string | undefined,
        entities: fields['caption_entities'],
      })
}

async function contentOf(world: World, fields: Fields): Promise<MessageContent> {
  const { text, entities } = textOf(fields)
  const given = fields['input_message_content'] as Fields | undefined
  if (given) {
    const preview = given['link_preview_options'] as NonNullable<MessageContent['link_preview_options']>
    return {
      text,
      ...(entities.length && { entities }),
      ...(preview && { link_preview_options: preview }),
    }
  }
  const picture = String(fields['photo_url'] || fields['photo_file_id'])
  return {
    photo: await (isAddress(picture) ? photoByUrl(world, picture) : photoFrom(world, picture)),
    ...(text && { caption: text }),
    ...(entities.length && { caption_entities: entities }),
  }
}
