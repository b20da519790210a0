import type { MessageEntity } from '@grammyjs/types'
import { describe, expect, test } from 'vitest'
import { isBigEmoji, nestEntities, type TextNode } from './entities.ts'

const entity = (type: string, offset: number, length: number) => ({ type, offset, length }) as MessageEntity

/** `<bold>text</bold>`: readable in an expectation. */
const show = (nodes: TextNode[]): string =>
  nodes
    .map((node) =>
      typeof node === 'string' ? node : `<${node.entity.type}>${show(node.children)}</${node.entity.type}>`,
    )
    .join('')

describe('entities of a text', () => {
  test('a text without entities is one piece, an empty one none', () => {
    expect(nestEntities('salom', [])).toEqual(['salom'])
    expect(nestEntities('', [])).toEqual([])
  })

  test('offsets count UTF-16 units, so an emoji takes two', () => {
    expect(show(nestEntities('🚗 Cobalt 2021', [entity('bold', 3, 6)]))).toBe('🚗 <bold>Cobalt</bold> 2021')
  })

  test('entities nest whatever order they come in', () => {
    const entities = [entity('italic', 4, 3), entity('bold', 0, 11)]
    expect(show(nestEntities('abc def ghi', entities))).toBe('<bold>abc <italic>def</italic> ghi</bold>')
  })

  test('two entities over the same text both hold', () => {
    const entities = [entity('bold', 0, 3), entity('italic', 0, 3)]
    expect(show(nestEntities('abc', entities))).toBe('<bold><italic>abc</italic></bold>')
  })

  test('neighbours touch without mixing', () => {
    const entities = [entity('hashtag', 0, 5), entity('hashtag', 6, 7)]
    expect(show(nestEntities('#avto #cobalt', entities))).toBe(
      '<hashtag>#avto</hashtag> <hashtag>#cobalt</hashtag>',
    )
  })

  test('an entity beyond the end is cut, a crossing one is cut at the first', () => {
    expect(show(nestEntities('abc', [entity('bold', 1, 99)]))).toBe('a<bold>bc</bold>')
    expect(show(nestEntities('abcdef', [entity('bold', 0, 4), entity('italic', 2, 4)]))).toBe(
      '<bold>ab<italic>cd</italic></bold>ef',
    )
  })

  test('markup in the text stays text', () => {
    expect(nestEntities('<b>x</b>', [])).toEqual(['<b>x</b>'])
  })
})

test('one to three emoji alone are big', () => {
  expect(isBigEmoji('👍')).toBe(true)
  expect(isBigEmoji('👨‍👩‍👧 🇺🇿')).toBe(true)
  expect(isBigEmoji('👍👍👍👍')).toBe(false)
  expect(isBigEmoji('ok 👍')).toBe(false)
  expect(isBigEmoji('12')).toBe(false)
})
