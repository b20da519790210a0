import type { MessageEntity } from '@grammyjs/types'
import { badRequest } from '../errors.ts'
import type { FormattedText } from './entities.ts'
import { linkEntity } from './links.ts'

const SIMPLE: Record<string, 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler'> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
}
const TAGS = new Set([...Object.keys(SIMPLE), 'a', 'pre', 'code', 'blockquote', 'tg-emoji', 'tg-time'])
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

interface OpenTag {
  name: string
  argument: string
  unix: number
  offset: number
}

/** What `code` remembers until it is known whether it stands alone inside a `pre`. */
type Draft = MessageEntity & { codeLanguage?: string }

/**
 * Parses `parse_mode: HTML` with the errors of the Bot API: https://core.telegram.org/bots/api#html-style
 * Offsets in errors are in bytes of UTF-8, those of entities in UTF-16 units.
 */
export function parseHtml(source: string): FormattedText {
  const fail = (message: string): Error => badRequest(`Can't parse entities: ${message}`)
  const at = (index: number): string => `at byte offset ${Buffer.byteLength(source.slice(0, index))}`
  const open: OpenTag[] = []
  const entities: Draft[] = []
  let text = ''
  let i = 0

  while (i < source.length) {
    if (source[i] === '&') {
      const reference = decodeReference(source, i)
      if (reference) {
        text += reference.text
        i = reference.end
        continue
      }
    }
    if (source[i] !== '<') {
      text += source[i++]
      continue
    }

    const begin = i++
    if (source[i] === '/') {
      const tag = open.at(-1)
      if (!tag) throw fail(`Unexpected end tag ${at(begin)}`)
      const match = /^\/([^\s>]*)\s*/.exec(source.slice(i))
      i += match?.[0].length ?? 0
      if (source[i] !== '>') throw fail(`Unclosed end tag ${at(begin)}`)
      i++
      const name = (match?.[1] ?? '').toLowerCase()
      if (name && name !== tag.name)
        throw fail(`Unmatched end tag ${at(begin)}, expected "</${tag.name}>", found "</${name}>"`)
      open.pop()
      if (text.length > tag.offset) closeTag(entities, tag, text)
      continue
    }

    const tag = openTag(source, begin, text.length)
    if (tag.name === 'span' && tag.argument !== 'spoiler')
      throw fail(`Tag "span" must have class "tg-spoiler" ${at(begin)}`)
    i = tag.end
    open.push(tag)
  }

  const unclosed = open.at(-1)
  if (unclosed) throw fail(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  return { text, entities: entities.map(({ codeLanguage: _language, ...entity }) => entity as MessageEntity) }

  function openTag(html: string, begin: number, offset: number): OpenTag & { end: number } {
    let end = begin + 1
    while (end < html.length && !/[\s>]/.test(html[end] as string)) end++
    if (end >= html.length) throw fail(`Unclosed start tag ${at(begin)}`)
    const name = html.slice(begin + 1, end).toLowerCase()
    if (!TAGS.has(name)) throw fail(`Unsupported start tag "${name}" ${at(begin)}`)
    const tag = { name, argument: '', unix: 0, offset, end }
    const skipSpace = (): void => {
      while (/\s/.test(html[end] ?? '')) end++
    }

    for (skipSpace(); html[end] !== '>'; skipSpace()) {
      const attribute = /^[^\s=>/"']*/.exec(html.slice(end))?.[0] ?? ''
      if (!attribute) throw fail(`Empty attribute name in the tag "${name}" ${at(begin)}`)
      end += attribute.length
      skipSpace()
      let value = ''
      if (html[end] === '=') {
        end++
        skipSpace()
        const quote = html[end]
        if (quote === '"' || quote === "'") {
          end++
          while (end < html.length && html[end] !== quote) {
            const reference = html[end] === '&' ? decodeReference(html, end) : undefined
            value += reference?.text ?? html[end]
            end = reference?.end ?? end + 1
          }
          end++
        } else {
          const token = /^[a-z0-9.-]*/i.exec(html.slice(end))?.[0] ?? ''
          if (end + token.length < html.length && !/[\s>]/.test(html[end + token.length] as string))
            throw fail(`Unexpected end of name token ${at(end)}`)
          value = token.toLowerCase()
          end += token.length
        }
      } else if (attribute === 'expandable') value = '1'
      if (end >= html.length) throw fail(`Unclosed start tag "${name}" ${at(begin)}`)
      takeAttribute(tag, attribute, value)
    }
    tag.end = end + 1
    return tag
  }
}

function takeAttribute(tag: OpenTag, attribute: string, value: string): void {
  const key = `${tag.name} ${attribute}`
  if (key === 'a href' || key === 'tg-emoji emoji-id' || key === 'tg-time format') tag.argument = value
  else if (key === 'code class' && value.startsWith('language-')) tag.argument = value.slice(9)
  else if (key === 'span class' && value.startsWith('tg-')) tag.argument = value.slice(3)
  else if (key === 'blockquote expandable') tag.argument = '1'
  else if (key === 'tg-time unix') tag.unix = Number.parseInt(value, 10) || 0
}

function closeTag(entities: Draft[], tag: OpenTag, text: string): void {
  const span = { offset: tag.offset, length: text.length - tag.offset }
  const simple = SIMPLE[tag.name]
  const last = entities.at(-1)
  const same = last?.offset === span.offset && last.length === span.length ? last : undefined
  if (simple) entities.push({ type: simple, ...span })
  else if (tag.name === 'a') {
    const link = linkEntity(tag.argument || text.slice(tag.offset), span)
    if (link) entities.push(link)
  } else if (tag.name === 'blockquote')
    entities.push({ type: tag.argument ? 'expandable_blockquote' : 'blockquote', ...span })
  else if (tag.name === 'tg-emoji') {
    if (!/^\d+$/.test(tag.argument))
      throw badRequest("Can't parse entities: Invalid custom emoji identifier specified")
    entities.push({ type: 'custom_emoji', custom_emoji_id: tag.argument, ...span })
  } else if (tag.name === 'tg-time') {
    if (tag.unix > 0)
      entities.push({
        type: 'date_time',
        unix_time: tag.unix,
        date_time_format: tag.argument as 'r',
        ...span,
      })
  } else if (tag.name === 'pre') {
    if (same?.type === 'code' && same.codeLanguage)
      entities.splice(-1, 1, { type: 'pre', language: same.codeLanguage, ...span })
    else entities.push({ type: 'pre', ...span })
  } else if (same?.type === 'pre' && tag.argument) {
    entities.splice(-1, 1, { type: 'pre', language: tag.argument, ...span })
  } else entities.push({ type: 'code', ...span, ...(tag.argument && { codeLanguage: tag.argument }) })
}

function decodeReference(html: string, at: number): { text: string; end: number } | undefined {
  const match = /^&(?:#x([0-9a-f]*)|#(\d*)|([a-z]+));?/i.exec(html.slice(at, at + 12))
  if (!match) return undefined
  const [all, hex, decimal, name] = match
  const end = at + all.length
  if (name !== undefined) {
    const text = NAMED[name]
    return text === undefined ? undefined : { text, end }
  }
  const code = hex !== undefined ? Number.parseInt(hex || '0', 16) : Number.parseInt(decimal || '0', 10)
  return code > 0 && code < 0x10ffff ? { text: String.fromCodePoint(code), end } : undefined
}
