import type { MessageEntity } from '@grammyjs/types'
import { BotApiError, badRequest } from '../errors.ts'
import type { FormattedText } from './entities.ts'
import { settle } from './entities.ts'
import { parseHtml } from './html.ts'
import { parseMarkdown, parseMarkdownV2 } from './markdown.ts'

/** UTF-16 units after entities are parsed: https://core.telegram.org/bots/api#sendmessage, `#sendphoto` */
export const MAX_TEXT = 4096
export const MAX_CAPTION = 1024

const ENTITY_TYPES = new Set(
  'bold italic underline strikethrough spoiler blockquote expandable_blockquote code pre text_link text_mention custom_emoji date_time'.split(
    ' ',
  ),
)

export interface TextInput {
  text: string
  parseMode?: string | undefined
  entities?: unknown
}

/** A message's text; throws what the Bot API answers when it is empty, too long or ill-formed. */
export function messageText(input: TextInput): FormattedText {
  if (!input.text) throw badRequest('Message text is empty')
  const result = settle(parse(input))
  if (!result.text) throw badRequest('Text must be non-empty')
  if (result.text.length > MAX_TEXT) throw badRequest('Message is too long')
  return result
}

/** A caption, possibly empty. */
export function captionText(input: TextInput): FormattedText {
  const result = settle(parse(input))
  if (result.text.length > MAX_CAPTION) throw badRequest('Message caption is too long')
  return result
}

function parse({ text, parseMode = '', entities }: TextInput): FormattedText {
  if (Buffer.byteLength(text) > 32_768) throw badRequest('Text is too long')
  const mode = parseMode.toLowerCase()
  if (text && mode && mode !== 'none') {
    if (mode === 'html') return parseHtml(text)
    if (mode === 'markdownv2') return parseMarkdownV2(text)
    if (mode === 'markdown') return parseMarkdown(text)
    throw badRequest('Unsupported parse_mode')
  }
  // As in the Bot API: what is no array is ignored, an unknown type is skipped, a broken entity is refused.
  const list = Array.isArray(entities) ? entities : []
  return { text, entities: list.map(explicitEntity).filter((entity) => entity !== undefined) }
}

function explicitEntity(value: unknown): MessageEntity | undefined {
  const wrong = (why: string): BotApiError => badRequest(`Can't parse MessageEntity: ${why}`)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong('expected an Object')
  const entity = value as Record<string, unknown>
  for (const field of ['offset', 'length']) {
    if (entity[field] === undefined) throw wrong(`Can't find field "${field}"`)
    if (!Number.isInteger(Number(entity[field]))) throw wrong(`Field "${field}" must be a valid Number`)
  }
  const { type } = entity
  if (typeof type !== 'string') throw wrong('Can\'t find field "type"')
  if (!ENTITY_TYPES.has(type)) return undefined
  const required = { text_link: 'url', text_mention: 'user', custom_emoji: 'custom_emoji_id' }[type]
  if (required && entity[required] === undefined) throw wrong(`Can't find field "${required}"`)
  return { ...entity, offset: Number(entity['offset']), length: Number(entity['length']) } as MessageEntity
}
