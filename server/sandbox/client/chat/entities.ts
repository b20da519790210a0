import type { MessageEntity } from '@grammyjs/types'

/** A text cut by its entities: plain pieces, and entities that hold pieces. */
export type TextNode = string | { entity: MessageEntity; text: string; children: TextNode[] }

/**
 * Builds the tree of a text's entities. Offsets and lengths are UTF-16 code units, as JavaScript strings count, and
 * entities may nest but not cross: https://core.telegram.org/api/entities
 */
export function nestEntities(text: string, entities: readonly MessageEntity[]): TextNode[] {
  const sorted = entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)
  return nest(text, sorted, 0, text.length)
}

function nest(text: string, entities: MessageEntity[], from: number, to: number): TextNode[] {
  const nodes: TextNode[] = []
  let at = from
  for (let index = 0; index < entities.length; ) {
    const entity = entities[index] as MessageEntity
    const end = Math.min(entity.offset + entity.length, to)
    index += 1
    if (entity.offset < at || entity.offset >= end) continue
    const inner: MessageEntity[] = []
    for (let next = entities[index]; next && next.offset < end; next = entities[index]) {
      inner.push(next)
      index += 1
    }
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset))
    nodes.push({
      entity,
      text: text.slice(entity.offset, end),
      children: nest(text, inner, entity.offset, end),
    })
    at = end
  }
  if (at < to) nodes.push(text.slice(at, to))
  return nodes
}

/** Only emoji, at most three: Telegram shows them big and without a bubble's crowd of text. */
export const isBigEmoji = (text: string) =>
  /^(?:\p{RGI_Emoji}){1,3}$/v.test(text.replaceAll(/\s/g, '')) && text.length < 40
