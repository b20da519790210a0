import type { MessageEntity } from '@grammyjs/types'
import { badRequest } from '../errors.ts'
import type { FormattedText } from './entities.ts'
import { linkEntity } from './links.ts'

const RESERVED = '_*[]()~`>#+-=|{}.!\n'
/** The names Telegram uses in its errors. */
const NAMES = {
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strikethrough: 'Strikethrough',
  spoiler: 'Spoiler',
  code: 'Code',
  pre: 'Pre',
  link: 'TextUrl',
  emoji: 'CustomEmoji',
  quote: 'BlockQuote',
} as const
type Kind = keyof typeof NAMES

const CLOSING: Record<Kind, string> = {
  bold: '*',
  italic: '_',
  underline: '__',
  strikethrough: '~',
  spoiler: '||',
  code: '`',
  pre: '```',
  link: ']',
  emoji: ']',
  quote: '',
}

interface Open {
  kind: Kind
  offset: number
  sourceIndex: number
  language?: string
}

const fail = (message: string): Error => badRequest(`Can't parse entities: ${message}`)

/**
 * Parses `parse_mode: MarkdownV2` with the errors of the Bot API: https://core.telegram.org/bots/api#markdownv2-style
 * Offsets in errors are in bytes of UTF-8, those of entities in UTF-16 units.
 */
export function parseMarkdownV2(source: string): FormattedText {
  const open: Open[] = []
  const entities: MessageEntity[] = []
  let text = ''
  let i = 0
  let lineStart = true

  const unfinished = (entity: Open): Error =>
    fail(
      `Can't find end of ${entity.language ? 'PreCode' : NAMES[entity.kind]} entity at byte offset ${Buffer.byteLength(source.slice(0, entity.sourceIndex))}`,
    )
  const emit = (
    entity: Open,
    build: (span: { offset: number; length: number }) => MessageEntity | undefined,
  ): void => {
    const span = { offset: entity.offset, length: text.length - entity.offset }
    const built = span.length > 0 ? build(span) : undefined
    if (built) entities.push(built)
  }
  const start = (kind: Kind, length: number): void => {
    open.push({ kind, offset: text.length, sourceIndex: i })
    i += length
  }

  while (i < source.length) {
    const char = source[i] as string
    const next = source[i + 1] ?? ''
    if (char === '\\' && next > '\0' && next <= '~') {
      text += next
      lineStart = next === '\n'
      i += 2
      continue
    }
    const top = open.at(-1)
    const literal = top?.kind === 'code' || top?.kind === 'pre'
    if (literal ? char !== '`' : !RESERVED.includes(char)) {
      text += char
      lineStart = false
      i++
      continue
    }
    if (char === '\n') {
      endLine()
      continue
    }
    if (top && closes(top)) {
      open.pop()
      close(top)
      continue
    }
    begin(char, next)
  }
  endQuote(source.length)
  const left = open.at(-1)
  if (left) throw unfinished(left)
  return { text, entities }

  function closes(top: Open): boolean {
    if (top.kind === 'italic') return source[i] === '_' && source[i + 1] !== '_'
    return top.kind !== 'quote' && source.startsWith(CLOSING[top.kind], i)
  }

  function begin(char: string, next: string): void {
    if (char === '_') start(next === '_' ? 'underline' : 'italic', next === '_' ? 2 : 1)
    else if (char === '*') start('bold', 1)
    else if (char === '~') start('strikethrough', 1)
    else if (char === '|' && next === '|') start('spoiler', 2)
    else if (char === '[') start('link', 1)
    else if (char === '!' && next === '[') start('emoji', 2)
    else if (source.startsWith('```', i)) beginPre()
    else if (char === '`') start('code', 1)
    else if (char === '>' && lineStart) {
      if (open.some(({ kind }) => kind === 'quote')) i++
      else start('quote', 1)
      return
    } else throw fail(`Character '${char}' is reserved and must be escaped with the preceding '\\'`)
    lineStart = false
  }

  function beginPre(): void {
    start('pre', 3)
    const language = /^[^\s`]+(?=\s)/.exec(source.slice(i))?.[0]
    if (language) {
      ;(open.at(-1) as Open).language = language
      i += language.length
    }
    i += /^(?:\r\n|\n\r|\n|\r)?/.exec(source.slice(i))?.[0].length ?? 0
  }

  function close(top: Open): void {
    i += CLOSING[top.kind].length
    const { kind, language } = top
    if (kind === 'link') {
      const url = source[i] === '(' ? readUrl() : text.slice(top.offset)
      emit(top, (span) => linkEntity(url, span))
    } else if (kind === 'emoji') {
      if (source[i] !== '(') throw fail('The entity must contain a tg://emoji or tg://time URL')
      const id = /^tg:\/\/emoji\?id=(\d+)$/.exec(readUrl())?.[1]
      if (!id) throw fail('Invalid tg://emoji or tg://time URL specified')
      emit(top, (span) => ({ type: 'custom_emoji', custom_emoji_id: id, ...span }))
    } else if (kind === 'pre') emit(top, (span) => ({ type: 'pre', ...(language && { language }), ...span }))
    else if (kind !== 'quote') emit(top, (span) => ({ type: kind, ...span }))
  }

  function readUrl(): string {
    const begin = ++i
    let url = ''
    while (i < source.length && source[i] !== ')') {
      if (source[i] === '\\' && i + 1 < source.length) i++
      url += source[i++]
    }
    if (source[i] !== ')')
      throw fail(`Can't find end of a URL at byte offset ${Buffer.byteLength(source.slice(0, begin))}`)
    i++
    return url
  }

  function endLine(): void {
    if (source[i + 1] !== '>') endQuote(i)
    text += '\n'
    lineStart = true
    i++
  }

  /** A block quotation ends with its line; a spoiler mark left open at the very end makes it expandable. */
  function endQuote(index: number): void {
    const at = open.findIndex(({ kind }) => kind === 'quote')
    if (at < 0) return
    const inner = open.at(-1) as Open
    const expandable = inner.kind === 'spoiler' && inner.sourceIndex === index - 2
    if (expandable) open.pop()
    const quote = open.pop() as Open
    if (quote.kind !== 'quote') throw unfinished(quote)
    emit(quote, (span) => ({ type: expandable ? 'expandable_blockquote' : 'blockquote', ...span }))
  }
}

/** Parses the old `parse_mode: Markdown`, which knows no nesting: https://core.telegram.org/bots/api#markdown-style */
export function parseMarkdown(source: string): FormattedText {
  const entities: MessageEntity[] = []
  let text = ''
  for (let i = 0; i < source.length; ) {
    const char = source[i] as string
    if (char === '\\' && '_*`['.includes(source[i + 1] || ' ')) {
      text += source[i + 1]
      i += 2
      continue
    }
    if (!'_*`['.includes(char)) {
      text += char
      i++
      continue
    }
    const mark = source.startsWith('```', i) ? '```' : char
    const end = source.indexOf(mark === '[' ? ']' : mark, i + mark.length)
    if (end < 0)
      throw fail(
        `Can't find end of the entity starting at byte offset ${Buffer.byteLength(source.slice(0, i))}`,
      )
    const inner = source.slice(i + mark.length, end)
    const span = { offset: text.length, length: inner.length }
    text += inner
    i = end + mark.length
    if (mark === '[') {
      const url = /^\(([^)]*)\)/.exec(source.slice(i))
      i += url?.[0].length ?? 0
      const link = linkEntity(url?.[1] ?? inner, span)
      if (link && inner) entities.push(link)
    } else if (inner) {
      const type = mark === '*' ? 'bold' : mark === '_' ? 'italic' : mark === '`' ? 'code' : 'pre'
      entities.push({ type, ...span })
    }
  }
  return { text, entities }
}
