import { expect, it } from 'vitest'
import { countLines, mergeWords } from './words.ts'

it('what two admins added and took away at the same time all counts', () => {
  const before = ['nasvoy', 'spirt', 'qimor']
  expect(mergeWords(['nasvoy', 'qimor', 'zakalat'], before, ['spirt', 'qimor', 'otarka'])).toEqual([
    'qimor',
    'otarka',
    'zakalat',
  ])
})

it('what both added stands there once', () => {
  expect(mergeWords(['nasvoy'], [], ['НАСВОЙ'])).toEqual(['НАСВОЙ'])
})

it('a million lines are counted in no time', () => {
  expect(countLines('soʻz\n'.repeat(1_000_000))).toBe(1_000_001)
  expect(countLines('bir')).toBe(1)
})
