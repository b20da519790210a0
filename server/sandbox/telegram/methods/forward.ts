import { randomInt } from 'node:crypto'
import type { Message, MessageOrigin } from '@grammyjs/types'
import { badRequest } from '../errors.ts'
import { replyMarkup } from '../keyboards.ts'
import type { MessageContent, StoredChat, World } from '../world.ts'
import { chatFor, messageFor, post } from '../world.ts'
import { messageIds } from './edit.ts'
import type { Call, Method } from './method.ts'
import { captionContent, deliver, replyTo } from './send.ts'

/** Everything a forwarded or copied message takes along. */
const CONTENT = [
  'text',
  'entities',
  'link_preview_options',
  'photo',
  'document',
  'contact',
  'caption',
  'caption_entities',
  'show_caption_above_media',
  'has_media_spoiler',
] as const

const forwardMessage: Method = (call) => {
  const { world, params } = call
  const from = chatFor(world, params.required('from_chat_id'), 'read')
  const { message } = messageFor(world, from, params.int('message_id'), 'message to forward')
  const chat = chatFor(world, params.text('chat_id'), 'write')
  const content = forwarded(message)
  if (!content) throw badRequest("The message can't be forwarded")
  call.flood.pass(chat)
  return post(world, chat, world.bot, content)
}

const forwardMessages: Method = (call) => transfer(call, forwarded)

const copyMessage: Method = (call) => {
  const { world, params, flood } = call
  const from = chatFor(world, params.required('from_chat_id'), 'read')
  const caption = params.has('caption') ? captionContent(world, params) : undefined
  const { message } = messageFor(world, from, params.int('message_id'), 'message to copy')
  const chat = chatFor(world, params.text('chat_id'), 'write')
  const content = contentOf(message)
  if (!content) throw badRequest("The message can't be copied")
  const reply = replyTo(world, params, chat)
  const markup = replyMarkup(params, chat)
  flood.pass(chat)
  const isMedia = content.text === undefined
  const { message_id } = deliver(
    world,
    chat,
    { ...(isMedia && caption ? { ...withoutCaption(content), ...caption } : content), ...reply },
    markup,
  )
  return { message_id }
}

const copyMessages: Method = (call) =>
  transfer(call, (message) => {
    const content = contentOf(message)
    return call.params.bool('remove_caption') && content ? withoutCaption(content) : content
  })

export const forwardMethods = { forwardMessage, forwardMessages, copyMessage, copyMessages }

/** What a message looks like forwarded, also by a person; undefined for what can't be. */
export function forwarded(message: Message): MessageContent | undefined {
  const content = contentOf(message)
  if (!content) return undefined
  // Keys go along when all of them are links, as no other kind works without the bot.
  const keyboard = message.reply_markup
  const isLinks = keyboard?.inline_keyboard.flat().every((button) => 'url' in button)
  return {
    ...content,
    forward_origin: message.forward_origin ?? originOf(message),
    ...(keyboard && isLinks && { reply_markup: keyboard }),
  }
}

function originOf({ chat, message_id, date, from }: Message): MessageOrigin {
  if (chat.type === 'channel') return { type: 'channel', chat, message_id, date }
  if (!from) throw new Error('a message outside of channels has a sender')
  return { type: 'user', sender_user: from, date }
}

function contentOf(message: Message): MessageContent | undefined {
  if (message.has_protected_content) return undefined
  const entries = CONTENT.filter((field) => message[field] !== undefined).map((field) => [
    field,
    message[field],
  ])
  return entries.length ? (Object.fromEntries(entries) as MessageContent) : undefined
}

function withoutCaption(content: MessageContent): MessageContent {
  const { caption: _, caption_entities: __, show_caption_above_media: ___, ...rest } = content
  return rest
}

/** Forwards or copies many: missing ones are passed over, albums stay albums under a new number. */
function transfer(
  { world, params, flood }: Call,
  make: (message: Message) => MessageContent | undefined,
): { message_id: number }[] {
  const ids = messageIds(params)
  const chat: StoredChat = chatFor(world, params.text('chat_id'), 'write')
  const from = chatFor(world, params.required('from_chat_id'), 'read')
  if (ids.some((id, i) => i > 0 && id <= (ids[i - 1] as number)))
    throw badRequest('Message identifiers must be in a strictly increasing order')
  const contents = contentsOf(world, from, ids, make)
  if (contents.length === 0) throw badRequest("Messages can't be forwarded")
  flood.pass(chat, contents.length)
  return contents.map((content) => ({ message_id: post(world, chat, world.bot, content).message_id }))
}

function contentsOf(
  world: World,
  from: StoredChat,
  ids: number[],
  make: (message: Message) => MessageContent | undefined,
): MessageContent[] {
  const albums = new Map<string, string>()
  const contents: MessageContent[] = []
  for (const id of ids) {
    const message = world.messages(from.id).get(id)?.message
    const content = message && make(message)
    if (!message || !content) continue
    const album = message.media_group_id
    if (album && !albums.has(album)) albums.set(album, String(randomInt(10 ** 12, 10 ** 14)))
    contents.push(album ? { ...content, media_group_id: albums.get(album) as string } : content)
  }
  return contents
}
