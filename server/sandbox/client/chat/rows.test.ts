import type { Message } from '@grammyjs/types'
import { describe, expect, test } from 'vitest'
import { type Row, rowsOf } from './rows.ts'

const NOON = new Date(2026, 4, 20, 12).getTime() / 1000

const message = (id: number, more: object = {}) =>
  ({
    message_id: id,
    date: NOON + id,
    chat: { id: 1, type: 'private', first_name: 'A' },
    from: { id: 7 },
    ...more,
  }) as Message

const bubbles = (rows: Row[]) => rows.filter((row) => row.kind === 'bubble')

describe('rows of a history', () => {
  test('a day is named once, before its first message', () => {
    const rows = rowsOf([message(1), message(2), message(3, { date: NOON + 86_400 })])
    expect(rows.map((row) => row.kind)).toEqual(['day', 'bubble', 'bubble', 'day', 'bubble'])
  })

  test('bubbles of one sender stand together; the name is on the first, the tail on the last', () => {
    const rows = bubbles(rowsOf([message(1), message(2), message(3, { from: { id: 8 } })]))
    expect(rows.map(({ first, last }) => [first, last])).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ])
  })

  test('a pause parts the bubbles of one sender', () => {
    const rows = bubbles(rowsOf([message(1), message(2, { date: NOON + 3_600 })]))
    expect(rows.map((row) => row.first)).toEqual([true, true])
  })

  test('an album is one bubble, and another album begins another', () => {
    const rows = bubbles(
      rowsOf([
        message(1, { media_group_id: 'a' }),
        message(2, { media_group_id: 'a' }),
        message(3, { media_group_id: 'b' }),
      ]),
    )
    expect(rows.map((row) => row.ids)).toEqual([[1, 2], [3]])
  })

  test('a service note ends a group', () => {
    const rows = rowsOf([message(1), message(2, { pinned_message: {} }), message(3)])
    expect(rows.map((row) => row.kind)).toEqual(['day', 'bubble', 'service', 'bubble'])
    expect(bubbles(rows).map((row) => row.first)).toEqual([true, true])
  })

  test('posts of a channel each stand alone', () => {
    const chat = { id: -100, type: 'channel', title: 'C' }
    const rows = bubbles(rowsOf([message(1, { chat }), message(2, { chat })]))
    expect(rows.map(({ first, last }) => first && last)).toEqual([true, true])
  })
})
