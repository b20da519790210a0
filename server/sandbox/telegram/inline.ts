import type { InlineQueryResult, Message } from '@grammyjs/types'
import { badRequest } from './errors.ts'
import { photoFrom } from './files.ts'
import { readMarkup } from './keyboards.ts'
import { captionText, messageText } from './text/formatted-text.ts'
import type { MessageContent, StoredChat, StoredMessage, StoredPerson, World } from './world.ts'
import { post, tellBot, userOf } from './world.ts'

type Fields = Record<string, unknown>

/** Refuses what can't be sent; the sandbox knows articles and photos. @throws the Bot API's errors */
export function checkResult(value: unknown): InlineQueryResult {
  const wrong = (why: string): Error => badRequest(`Can't parse inline query result: ${why}`)
  if (typeof value !== 'object' || value === null) throw wrong('InlineQueryResult must be an Object')
  const { type, id, title, input_message_content: content } = value as Fields
  if (typeof type !== 'string') throw wrong('Can\'t find field "type"')
  if (typeof id !== 'string') throw wrong('Can\'t find field "id"')
  if (Buffer.byteLength(id) < 1 || Buffer.byteLength(id) > 64) throw badRequest('RESULT_ID_INVALID')
  if (type !== 'article' && type !== 'photo')
    throw wrong(`type "${type}" is unsupported for the inline query result`)
  if (type === 'article') {
    if (typeof title !== 'string') throw wrong('Can\'t find field "title"')
    if (typeof content !== 'object') throw wrong('Can\'t find field "input_message_content"')
  }
  return value as InlineQueryResult
}

/** Sends a chosen result in a person's name, via the bot. @returns its id when it has a keyboard and so can be edited */
export async function sendResult(
  world: World,
  person: StoredPerson,
  chat: StoredChat,
  result: InlineQueryResult,
): Promise<{ message: Message; inlineMessageId?: string }> {
  const fields = result as unknown as Fields
  const markup =
    fields['reply_markup'] === undefined ? {} : readMarkup(fields['reply_markup'], { type: 'supergroup' })
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

async function contentOf(world: World, fields: Fields): Promise<MessageContent> {
  const given = fields['input_message_content'] as Fields | undefined
  if (given) {
    const { text, entities } = messageText({
      text: String(given['message_text'] ?? ''),
      parseMode: given['parse_mode'] as string | undefined,
      entities: given['entities'],
    })
    return { text, ...(entities.length && { entities }) }
  }
  const { text, entities } = captionText({
    text: String(fields['caption'] ?? ''),
    parseMode: fields['parse_mode'] as string | undefined,
    entities: fields['caption_entities'],
  })
  return {
    photo: await photoFrom(world, String(fields['photo_file_id'] ?? fields['photo_url'] ?? '')),
    ...(text && { caption: text }),
    ...(entities.length && { caption_entities: entities }),
  }
}
