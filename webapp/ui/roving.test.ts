import { expect, test } from 'vitest'
import { tabIndexOf, targetOf } from '#webapp/ui/roving.ts'

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowRight', 2, 0],
  ['ArrowUp', 0, 2],
  ['ArrowLeft', 1, 0],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['Enter', 1, undefined],
  ['ArrowDown', -1, undefined],
])('%s from choice %i of three goes to %s', (key, at, target) => {
  expect(targetOf(key, at, 3)).toBe(target)
})

test('Tab reaches the chosen one, or the first while nothing is chosen', () => {
  expect([0, 1, 2].map((index) => tabIndexOf(index === 1, false, index))).toEqual([-1, 0, -1])
  expect([0, 1, 2].map((index) => tabIndexOf(false, true, index))).toEqual([0, -1, -1])
})
