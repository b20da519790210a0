import { describe, expect, test } from 'vitest'
import { type Pace, waitOf } from './pace.ts'

/** A moment of a day in Tashkent. */
const at = (time: string) => Date.parse(`2026-11-25T${time}:00+05:00`)
const minutes = (wait: number) => wait / 60_000
const always: Pace = { gap: 0, quietFrom: null, quietTo: null }
const night: Pace = { ...always, quietFrom: 23 * 60, quietTo: 7 * 60 }
const noon: Pace = { ...always, quietFrom: 12 * 60, quietTo: 13 * 60 + 30 }

describe('a channel without pace and quiet hours', () => {
  test('takes a post at any time, right after another', () => {
    expect(waitOf(always, at('12:00'), at('12:00'))).toBe(0)
    expect(waitOf(always, undefined, at('03:00'))).toBe(0)
  })
})

describe('quiet hours', () => {
  test.each([
    ['22:59', 0],
    ['23:00', 8 * 60],
    ['23:59', 7 * 60 + 1],
    ['00:00', 7 * 60],
    ['06:59', 1],
    ['07:00', 0],
    ['12:00', 0],
  ])('over midnight: at %s a post waits %d minutes', (time, wait) => {
    expect(minutes(waitOf(night, undefined, at(time)))).toBe(wait)
  })

  test.each([
    ['11:59', 0],
    ['12:00', 90],
    ['13:29', 1],
    ['13:30', 0],
    ['00:30', 0],
  ])('of one day: at %s a post waits %d minutes', (time, wait) => {
    expect(minutes(waitOf(noon, undefined, at(time)))).toBe(wait)
  })

  test('that end when they begin are none', () => {
    expect(waitOf({ ...always, quietFrom: 60, quietTo: 60 }, undefined, at('01:00'))).toBe(0)
  })

  test('end at the second, not before it', () => {
    const late = at('06:59') + 30_500
    expect(waitOf(night, undefined, late)).toBe(29_500)
  })
})

describe('the pace', () => {
  test('lets the next post wait for what is left of it', () => {
    expect(minutes(waitOf({ ...always, gap: 10 }, at('12:00'), at('12:04')))).toBe(6)
    expect(waitOf({ ...always, gap: 10 }, at('12:00'), at('12:10'))).toBe(0)
    expect(waitOf({ ...always, gap: 10 }, undefined, at('12:10'))).toBe(0)
  })

  test('that would end within quiet hours ends with them', () => {
    expect(minutes(waitOf({ ...night, gap: 10 }, at('22:55'), at('22:56')))).toBe(8 * 60 + 4)
  })
})
