import type { MessageEntity } from '@grammyjs/types'
import { badRequest } from '../errors.ts'
import { detectEntities, overlaps } from './detect.ts'

export interface FormattedText {
  text: string
  /** Offsets and lengths in UTF-16 units. */
  entities: MessageEntity[]
}

/** May nest freely and are split where they cross others; everything else is one piece or nothing. */
const SPLITTABLE = new Set(['bold', 'italic', 'underline', 'strikethrough', 'spoiler'])
const QUOTES = new Set(['blockquote', 'expandable_blockquote'])
/** Telegram's order of entities that begin and end together. */
const ORDER = [
  'expandable_blockquote',
  'blockquote',
  'pre',
  'code',
  'text_link',
  'text_mention',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
]

/**
 * What Telegram makes of a text before it is stored: control characters become spaces, direction overrides go, white
 * space around it is cut, entities are put in order and clipped, links and tags in the text get entities of their own.
 */
export function settle({ text, entities }: FormattedText): FormattedText {
  for (const { offset, length } of entities) {
    if (offset < 0 || offset > 1_000_000)
      throw badRequest(`Receive an entity with incorrect offset ${offset}`)
    if (length < 0 || length > 1_000_000)
      throw badRequest(`Receive an entity with incorrect length ${length}`)
    if (offset > text.length)
      throw badRequest(`Entity begins after the end of the text at UTF-16 offset ${offset}`)
    if (offset + length > text.length)
      throw badRequest(
        `Entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
      )
    if (splitsPair(text, offset) || splitsPair(text, offset + length))
      throw badRequest(
        `Entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at UTF-16 offset ${offset + length}`,
      )
  }
  const given = trimmed(cleaned({ text, entities }))
  const own = ordered(given.entities)
  const detected = detectEntities(given.text).filter(
    (found) =>
      !own.some(
        (entity) => !SPLITTABLE.has(entity.type) && !QUOTES.has(entity.type) && overlaps(entity, found),
      ),
  )
  return { text: given.text, entities: byPosition([...own, ...detected]) }
}

function splitsPair(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '')
}

function cleaned({ text, entities }: FormattedText): FormattedText {
  let result = ''
  // Where each unit of the old text begins in the new one.
  const moved: number[] = []
  for (const char of text) {
    for (let unit = 0; unit < char.length; unit++) moved.push(result.length + unit)
    // Line breaks stay; carriage returns, line separators, direction overrides and three overlong accents go.
    if (/[\r\u2028-\u202e]|\u0333|\u033f|\u030a/u.test(char)) continue
    result += char < ' ' && char !== '\n' ? ' ' : char
  }
  moved.push(result.length)
  return { text: result, entities: entities.map((entity) => move(entity, (at) => moved[at] as number)) }
}

function trimmed({ text, entities }: FormattedText): FormattedText {
  const end = text.trimEnd().length
  const firstEntity = Math.min(
    end,
    ...entities.filter(({ length }) => length > 0).map(({ offset }) => offset),
  )
  const begin = /^[ \n]*/.exec(text.slice(0, firstEntity))?.[0].length ?? 0
  return {
    text: text.slice(begin, end),
    entities: entities.map((entity) => move(entity, (at) => Math.max(Math.min(at, end) - begin, 0))),
  }
}

function move(entity: MessageEntity, to: (at: number) => number): MessageEntity {
  const offset = to(entity.offset)
  return { ...entity, offset, length: to(entity.offset + entity.length) - offset }
}

/** Drops what is empty or crosses another whole piece, cuts styles where they cross one, joins what touches. */
function ordered(entities: MessageEntity[]): MessageEntity[] {
  const whole: MessageEntity[] = []
  for (const entity of byPosition(
    entities.filter(({ length, type }) => length > 0 && !SPLITTABLE.has(type)),
  )) {
    const clash = whole.some(
      (other) =>
        overlaps(other, entity) &&
        !(QUOTES.has(other.type) && within(entity, other) && !QUOTES.has(entity.type)),
    )
    if (!clash) whole.push(entity)
  }
  const cuts = whole.flatMap(({ offset, length }) => [offset, offset + length])
  const opaque = whole.filter(({ type }) => type === 'code' || type === 'pre')
  const styles = joined(entities.filter(({ length, type }) => length > 0 && SPLITTABLE.has(type)))
    .flatMap((style) =>
      cutAt(
        style,
        cuts.filter((at) => crosses(style, whole, at)),
      ),
    )
    .filter((style) => !opaque.some((code) => overlaps(code, style)))
  return byPosition([...whole, ...styles])
}

function joined(styles: MessageEntity[]): MessageEntity[] {
  const result: MessageEntity[] = []
  for (const style of byPosition(styles)) {
    const touching = result.find(
      (other) => other.type === style.type && other.offset + other.length >= style.offset,
    )
    if (touching) touching.length = Math.max(touching.length, style.offset + style.length - touching.offset)
    else result.push({ ...style })
  }
  return result
}

function crosses(style: MessageEntity, whole: MessageEntity[], at: number): boolean {
  return whole.some(
    (other) =>
      (other.offset === at || other.offset + other.length === at) &&
      overlaps(other, style) &&
      (other.type === 'code' || other.type === 'pre' || (!within(style, other) && !within(other, style))),
  )
}

function cutAt(style: MessageEntity, cuts: number[]): MessageEntity[] {
  const end = style.offset + style.length
  const marks = [...new Set([style.offset, ...cuts.filter((at) => at > style.offset && at < end), end])].sort(
    (a, b) => a - b,
  )
  return marks
    .slice(1)
    .map((mark, i) => ({ ...style, offset: marks[i] as number, length: mark - (marks[i] as number) }))
}

function within(inner: MessageEntity, outer: MessageEntity): boolean {
  return inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length
}

function byPosition(entities: MessageEntity[]): MessageEntity[] {
  const rank = (type: string): number => (ORDER.indexOf(type) + ORDER.length) % ORDER.length
  return entities.toSorted(
    (a, b) => a.offset - b.offset || b.length - a.length || rank(a.type) - rank(b.type),
  )
}
