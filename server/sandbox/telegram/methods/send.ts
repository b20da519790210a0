import { randomInt } from 'node:crypto'
import type { Message, MessageEntity } from '@grammyjs/types'
import { badRequest } from '../errors.ts'
import { documentFrom, photoFrom } from '../files.ts'
import type { Markup } from '../keyboards.ts'
import { replyMarkup } from '../keyboards.ts'
import type { Params } from '../params.ts'
import { captionText, messageText } from '../text/formatted-text.ts'
import type { MessageContent, StoredChat, World } from '../world.ts'
import { asReplied, chatFor, messageFor, post } from '../world.ts'
import type { Call, Method } from './method.ts'

const ACTIONS = new Set(
  'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note'.split(
    ' ',
  ),
)
/** https://core.telegram.org/bots/api#sendmediagroup says 2 to 10; the server takes a single one too. */
const MAX_ALBUM = 10

const sendMessage: Method = async ({ world, params, flood }) => {
  const { text, entities } = textParam(world, params)
  return send(world, params, flood, () => ({
    text,
    ...(entities.length && { entities }),
    ...linkPreview(params),
  }))
}

const sendPhoto: Method = async ({ world, params, flood }) => {
  const input = params.input('photo')
  if (!input) throw badRequest('There is no photo in the request')
  const caption = captionContent(world, params)
  return send(world, params, flood, async () => ({
    photo: await photoFrom(world, input),
    ...caption,
    ...(params.bool('has_spoiler') && { has_media_spoiler: true as const }),
  }))
}

const sendDocument: Method = async ({ world, params, flood }) => {
  const input = params.input('document')
  if (!input) throw badRequest('There is no document in the request')
  const caption = captionContent(world, params)
  return send(world, params, flood, async () => ({ document: await documentFrom(world, input), ...caption }))
}

/** Takes no `reply_markup`: like the Bot API, what is sent with it is ignored and the album has no keyboard. */
const sendMediaGroup: Method = async ({ world, params, flood }) => {
  const media = parseMedia(params)
  const chat = chatFor(world, params.text('chat_id'), 'write')
  const reply = replyTo(world, params, chat)
  const contents: MessageContent[] = []
  for (const [i, item] of media.entries())
    contents.push(
      await mediaContent(world, params, item).catch((error: Error) => {
        throw inAlbum(error, i + 1)
      }),
    )
  const kinds = new Set(contents.map((content) => ('photo' in content ? 'Photo' : 'Document')))
  if (kinds.size > 1) throw badRequest("Document can't be mixed with other media types")
  flood.pass(chat, contents.length)
  const album = String(randomInt(10 ** 12, 10 ** 14))
  return contents.map((content) =>
    post(world, chat, world.bot, {
      ...content,
      ...reply,
      ...(contents.length > 1 && { media_group_id: album }),
      ...protection(params),
    }),
  )
}

/** Telegram's servers speak in codes; the Bot API puts them into words for single messages, but not within an album. */
const ALBUM_CODES: Record<string, string> = {
  'Bad Request: failed to get HTTP URL content': 'WEBPAGE_CURL_FAILED',
  'Bad Request: wrong type of the web page content': 'WEBPAGE_MEDIA_EMPTY',
  'Bad Request: IMAGE_PROCESS_FAILED': 'IMAGE_PROCESS_FAILED',
  'Bad Request: PHOTO_INVALID_DIMENSIONS': 'PHOTO_INVALID_DIMENSIONS',
}

function inAlbum(error: Error, position: number): Error {
  const code = ALBUM_CODES[error.message]
  return code ? badRequest(`Failed to send message #${position} with the error message "${code}"`) : error
}

const sendChatAction: Method = ({ world, params }) => {
  const action = params.text('action')
  if (!ACTIONS.has(action)) throw badRequest('Wrong parameter action in request')
  const chat = chatFor(world, params.text('chat_id'), 'write')
  world.emit({ type: 'action', chatId: chat.id, action })
  return true
}

export const sendMethods = { sendMessage, sendPhoto, sendDocument, sendMediaGroup, sendChatAction }

/** What every sending method does around its content, in the Bot API's order of checks. */
async function send(
  world: World,
  params: Params,
  flood: Call['flood'],
  makeContent: () => MessageContent | Promise<MessageContent>,
): Promise<Message> {
  const chat = chatFor(world, params.text('chat_id'), 'write')
  const reply = replyTo(world, params, chat)
  const markup = replyMarkup(params, chat)
  const content = await makeContent()
  flood.pass(chat)
  return deliver(world, chat, { ...content, ...reply, ...protection(params) }, markup)
}

/** Posts the bot's message and changes the chat's reply keyboard as its markup says. */
export function deliver(world: World, chat: StoredChat, content: MessageContent, markup: Markup): Message {
  const withInline = { ...content, ...(markup.inline && { reply_markup: markup.inline }) }
  const message = post(world, chat, world.bot, withInline, markup.isReply)
  if (markup.keyboard !== undefined) {
    const { keyboard: _, ...rest } = world.chats.get(chat.id) as StoredChat
    world.chats.set(chat.id, { ...rest, ...(markup.keyboard && { keyboard: markup.keyboard }) })
    world.emit({ type: 'keyboard', chatId: chat.id, ...(markup.keyboard && { keyboard: markup.keyboard }) })
  }
  return message
}

export function textParam(world: World, params: Params): ReturnType<typeof messageText> {
  return withKnownUsers(
    world,
    messageText({
      text: params.text('text'),
      parseMode: params.text('parse_mode'),
      entities: entitiesParam(params, 'entities'),
    }),
  )
}

export function captionContent(world: World, params: Params): MessageContent {
  const { text, entities } = withKnownUsers(
    world,
    captionText({
      text: params.text('caption'),
      parseMode: params.text('parse_mode'),
      entities: entitiesParam(params, 'caption_entities'),
    }),
  )
  return {
    ...(text && { caption: text }),
    ...(entities.length && { caption_entities: entities }),
    ...(params.bool('show_caption_above_media') && { show_caption_above_media: true as const }),
  }
}

/** `link_preview_options` as the message shows them; absent when they are the usual ones. */
export function linkPreview(params: Params): MessageContent {
  const options = params.json('link_preview_options', 'link preview options')
  if (options === undefined)
    return params.bool('disable_web_page_preview') ? { link_preview_options: { is_disabled: true } } : {}
  if (typeof options !== 'object' || options === null)
    throw badRequest('Object expected as link preview options')
  return Object.keys(options).length ? { link_preview_options: options } : {}
}

/** One `InputMedia`: https://core.telegram.org/bots/api#inputmedia. The sandbox knows photos and documents. */
export async function mediaContent(world: World, params: Params, item: unknown): Promise<MessageContent> {
  const media = inputMedia(item)
  const source = params.input('', String(media['media'] ?? ''))
  if (!source) throw badRequest("Can't parse InputMedia: media not found")
  const { text, entities } = withKnownUsers(
    world,
    captionText({
      text: String(media['caption'] ?? ''),
      parseMode: String(media['parse_mode'] ?? ''),
      entities: media['caption_entities'],
    }),
  )
  const caption = { ...(text && { caption: text }), ...(entities.length && { caption_entities: entities }) }
  if (media['type'] === 'document') return { document: await documentFrom(world, source), ...caption }
  return {
    photo: await photoFrom(world, source),
    ...caption,
    ...(media['has_spoiler'] === true && { has_media_spoiler: true as const }),
    ...(media['show_caption_above_media'] === true && { show_caption_above_media: true as const }),
  }
}

function inputMedia(item: unknown): Record<string, unknown> {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    throw badRequest("Can't parse InputMedia: expected an Object")
  const media = item as Record<string, unknown>
  const { type } = media
  if (typeof type !== 'string') throw badRequest('Can\'t parse InputMedia: Can\'t find field "type"')
  if (type !== 'photo' && type !== 'document')
    throw badRequest(`Can't parse InputMedia: type "${type}" is unsupported`)
  return media
}

function parseMedia(params: Params): unknown[] {
  params.required('media')
  const media = params.json('media', 'media')
  if (!Array.isArray(media)) throw badRequest('Expected an Array of InputMedia')
  for (const item of media as unknown[]) inputMedia(item)
  if (media.length > MAX_ALBUM) throw badRequest('Too many messages to send as an album')
  if (media.length === 0) throw badRequest('There are no messages to send')
  return media
}

/** `reply_parameters` (or the older `reply_to_message_id`) as the message shows them. */
export function replyTo(world: World, params: Params, chat: StoredChat): MessageContent {
  const given = params.json('reply_parameters', 'reply parameters') as Record<string, unknown> | undefined
  if (given !== undefined && (typeof given !== 'object' || given === null))
    throw badRequest('Object expected as reply parameters')
  if (given && Object.keys(given).length && given['message_id'] === undefined)
    throw badRequest('Can\'t find field "message_id"')
  const id = Number(given?.['message_id'] ?? params.int('reply_to_message_id'))
  if (!(id > 0)) return {}
  const optional =
    given?.['allow_sending_without_reply'] === true || params.bool('allow_sending_without_reply')
  const chatId = given?.['chat_id']
  const there = chatId === undefined ? chat : chatFor(world, String(chatId), 'read')
  if (optional && !world.messages(there.id).get(id)) return {}
  const { message } = messageFor(world, there, id, 'message to be replied')
  if (there.id !== chat.id) return {}
  return { reply_to_message: asReplied(message) }
}

function protection(params: Params): MessageContent {
  return params.bool('protect_content') ? { has_protected_content: true } : {}
}

/** Broken JSON in entities is ignored by the Bot API, not refused. */
function entitiesParam(params: Params, name: string): unknown {
  try {
    return params.json(name, 'entities')
  } catch {
    return undefined
  }
}

/** Mentions by id name the person in full; of people the bot never met they vanish. */
function withKnownUsers<T extends ReturnType<typeof messageText>>(world: World, formatted: T): T {
  const entities = formatted.entities.flatMap((entity): MessageEntity[] => {
    if (entity.type !== 'text_mention') return [entity]
    const person = world.people.get(entity.user.id)
    if (!person || person.contact === 'none') return []
    const { id, is_bot, first_name, language_code } = person
    return [{ ...entity, user: { id, is_bot, first_name, ...(language_code && { language_code }) } }]
  })
  return { ...formatted, entities }
}
