import type { InlineKeyboardMarkup, Message } from '@grammyjs/types'
import { badRequest, forbidden } from '../errors.ts'
import { messageByInlineId } from '../inline.ts'
import { replyMarkup } from '../keyboards.ts'
import type { Params } from '../params.ts'
import type { ChannelRight } from '../protocol.ts'
import type { StoredChat, StoredMessage, World } from '../world.ts'
import { asReplied, chatFor, hasRight, messageFor, now, post, remove, replace, tellBot } from '../world.ts'
import type { Method } from './method.ts'
import { captionContent, linkPreview, mediaContent, textParam } from './send.ts'

/** Bots delete nothing older, not even their own posts: https://core.telegram.org/bots/api#deletemessage */
const DELETE_LIMIT = 48 * 3600
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

/** The fields an edit can change; what is not among them stays. */
const TEXT_FIELDS = ['text', 'entities', 'link_preview_options'] as const
const CAPTION_FIELDS = ['caption', 'caption_entities', 'show_caption_above_media'] as const
const MEDIA_FIELDS = ['photo', 'document', 'has_media_spoiler', ...CAPTION_FIELDS] as const

const editMessageText: Method = ({ world, params }) => {
  const { text, entities } = textParam(world, params)
  const target = editable(world, params)
  if (target.stored.message.text === undefined) throw badRequest('There is no text in the message to edit')
  return edit(world, target, TEXT_FIELDS, {
    text,
    ...(entities.length && { entities }),
    ...linkPreview(params),
  })
}

const editMessageCaption: Method = ({ world, params }) => {
  const caption = captionContent(world, params)
  const target = editable(world, params)
  if (!isMedia(target.stored.message)) throw badRequest('There is no caption in the message to edit')
  return edit(world, target, CAPTION_FIELDS, caption)
}

const editMessageMedia: Method = async ({ world, params }) => {
  params.required('media')
  const media = params.json('media', 'input media')
  const target = editable(world, params)
  const { message } = target.stored
  if (!isMedia(message)) throw badRequest("Message media can't be edited")
  const content = await mediaContent(world, params, media)
  if (message.media_group_id && (message.photo === undefined) !== (content.photo === undefined))
    throw badRequest("Can't change media type in the album")
  return edit(world, target, MEDIA_FIELDS, content)
}

const editMessageReplyMarkup: Method = ({ world, params }) => edit(world, editable(world, params), [], {})

const deleteMessage: Method = ({ world, params }) => {
  if (!params.text('chat_id')) throw badRequest('Chat identifier is not specified')
  const id = params.int('message_id')
  if (id <= 0) throw badRequest('Message identifier is not specified')
  const chat = chatFor(world, params.text('chat_id'), 'edit')
  const stored = messageFor(world, chat, id, 'message to delete')
  checkDeletable(chat, stored)
  remove(world, chat, [id])
  return true
}

/** Messages that are not there are passed over: https://core.telegram.org/bots/api#deletemessages */
const deleteMessages: Method = ({ world, params }) => {
  const ids = messageIds(params)
  const chat = chatFor(world, params.text('chat_id'), 'edit')
  const found = ids.filter((id) => world.messages(chat.id).get(id))
  for (const id of found) checkDeletable(chat, messageFor(world, chat, id, 'message to delete'))
  if (found.length) remove(world, chat, found)
  return true
}

const pinChatMessage: Method = ({ world, params }) => {
  const chat = chatFor(world, params.text('chat_id'), 'edit')
  const { message } = messageFor(world, chat, params.int('message_id'), 'message to pin')
  requirePinRight(chat)
  const others = chat.pinned.filter((id) => id !== message.message_id)
  world.chats.set(chat.id, { ...chat, pinned: [message.message_id, ...others] })
  // The service message of the bot's own act reaches the bot in channels only.
  const service = post(world, chat, world.bot, { pinned_message: asReplied(message) })
  if (chat.type === 'channel') tellBot(world, service)
  return true
}

const unpinChatMessage: Method = ({ world, params }) => {
  const chat = chatFor(world, params.text('chat_id'), 'edit')
  requirePinRight(chat)
  const id = params.has('message_id') ? params.int('message_id') : chat.pinned[0]
  if (id === undefined || !chat.pinned.includes(id)) throw badRequest('Message to unpin not found')
  world.chats.set(chat.id, { ...chat, pinned: chat.pinned.filter((pinned) => pinned !== id) })
  return true
}

const unpinAllChatMessages: Method = ({ world, params }) => {
  const chat = chatFor(world, params.text('chat_id'), 'edit')
  requirePinRight(chat)
  world.chats.set(chat.id, { ...chat, pinned: [] })
  return true
}

export const editMethods = {
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
  pinChatMessage,
  unpinChatMessage,
  unpinAllChatMessages,
}

/** `message_ids` of deleting and forwarding many: up to 100 positive numbers. */
export function messageIds(params: Params): number[] {
  if (!params.text('message_ids')) throw badRequest('Message identifiers are not specified')
  const ids = params.json('message_ids', 'message_ids')
  if (!Array.isArray(ids)) throw badRequest('Expected an Array of message identifiers')
  if (ids.length > 100) throw badRequest('Too many message identifiers specified')
  if (ids.length === 0) throw badRequest('Message identifiers are not specified')
  return ids.map((id: unknown) => {
    if (typeof id !== 'number' && typeof id !== 'string')
      throw badRequest('Message identifier must be a Number')
    if (!Number.isInteger(Number(id))) throw badRequest("Can't parse message identifier as a Number")
    if (Number(id) <= 0) throw badRequest('Invalid message identifier specified')
    return Number(id)
  })
}

interface Target {
  stored: StoredMessage
  keyboard: InlineKeyboardMarkup | undefined
  isInline?: true
}

function editable(world: World, params: Params): Target {
  if (!params.text('chat_id') && params.int('message_id') <= 0) return inlineMessage(world, params)
  const chat = chatFor(world, params.text('chat_id'), 'edit')
  const stored = messageFor(world, chat, params.int('message_id'), 'message to edit')
  const { message, byBot, withKeyboard } = stored
  const isAllowed = chat.type === 'channel' ? mayChange(chat, byBot, 'can_edit_messages') : byBot
  if (!isAllowed || withKeyboard || message.forward_origin || message.pinned_message || message.contact)
    throw badRequest("Message can't be edited")
  if (chat.type === 'private' && world.people.get(chat.id)?.botBlocked)
    throw forbidden('bot was blocked by the user')
  const markup = replyMarkup(params, chat)
  if (markup.isReply) throw badRequest('Inline keyboard expected')
  return { stored, keyboard: markup.inline }
}

/** A message sent via the bot, named by `inline_message_id`; editing it answers `true`. */
function inlineMessage(world: World, params: Params): Target {
  const id = params.text('inline_message_id')
  if (!id) throw badRequest('Message identifier is not specified')
  const stored = messageByInlineId(world, id)
  const markup = replyMarkup(params, { type: 'supergroup' })
  if (markup.isReply) throw badRequest('Inline keyboard expected')
  return { stored, keyboard: markup.inline, isInline: true }
}

function edit(
  world: World,
  { stored, keyboard, isInline }: Target,
  fields: readonly (keyof Message)[],
  content: Partial<Message>,
): Message | true {
  const { reply_markup: oldKeyboard, ...kept } = stored.message
  for (const field of fields) delete kept[field as keyof typeof kept]
  const same =
    fields.every((field) => sameJson(stored.message[field], content[field])) &&
    sameJson(oldKeyboard, keyboard)
  if (same) throw badRequest(NOT_MODIFIED)
  const message = {
    ...kept,
    ...content,
    edit_date: now(),
    ...(keyboard && { reply_markup: keyboard }),
  } as Message
  replace(world, stored, message)
  return isInline ?? message
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

const isMedia = (message: Message): boolean => message.photo !== undefined || message.document !== undefined

function checkDeletable(chat: StoredChat, { message, byBot }: StoredMessage): void {
  const old = now() - message.date >= DELETE_LIMIT
  if (chat.type === 'private') {
    if (old) throw badRequest("Message can't be deleted for everyone")
    return
  }
  const isAllowed =
    chat.type === 'channel'
      ? mayChange(chat, byBot, 'can_delete_messages')
      : byBot || chat.bot === 'administrator'
  if (old || !isAllowed) throw badRequest("Message can't be deleted")
}

/** What a bot posted in a channel it may change and delete as long as it may post there. */
const mayChange = (chat: StoredChat, byBot: boolean, right: ChannelRight): boolean =>
  hasRight(chat, right) || (byBot && hasRight(chat, 'can_post_messages'))

function requirePinRight(chat: StoredChat): void {
  const isAllowed =
    chat.type === 'channel' ? hasRight(chat, 'can_edit_messages') : chat.bot === 'administrator'
  if (chat.type !== 'private' && !isAllowed)
    throw badRequest('Not enough rights to manage pinned messages in the chat')
}
