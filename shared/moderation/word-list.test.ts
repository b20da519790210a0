import { describe, expect, it, test } from 'vitest'
import { readWords, withoutRepeated, wordList, wordProblem } from '#shared/moderation/word-list.ts'

describe('an entry of a word list', () => {
  test.each([
    'zakalat',
    'карта коди',
    'oʻyin',
    'nas*',
    '*vahshiy*',
    't.me',
    '18+'.replace('+', ' yosh'),
    '@kanal',
  ])('%s is taken', (word) => {
    expect(wordProblem(word)).toBeUndefined()
  })

  test.each([
    ['a', 'too_short'],
    ['*', 'too_short'],
    ['a*', 'too_short'],
    ['!!!', 'too_short'],
    ['((a+)+)+$', 'pattern'],
    ['[a-z]+pul', 'pattern'],
    ['pul|karta', 'pattern'],
    ['pul\u0000', 'pattern'],
    ['p'.repeat(wordList.length + 1), 'too_long'],
  ])('%s is refused', (word, code) => {
    expect(wordProblem(word)?.code).toBe(code)
  })
})

it('what was pasted is read line by line, and what is wrong is named by its line', () => {
  expect(readWords('zakalat\r\n\n  karta   kodi \na\n(pul)\n')).toEqual({
    words: ['zakalat', 'karta kodi'],
    wrong: [
      { line: 4, text: 'a', problem: { code: 'too_short', min: 2 } },
      { line: 5, text: '(pul)', problem: { code: 'pattern' } },
    ],
  })
})

it('entries that are found alike are one, in whatever script they are written', () => {
  expect(withoutRepeated(['Nasvoy', 'насвой', 'nasvoy', 'spirt', 'nasvoy*'])).toEqual([
    'Nasvoy',
    'spirt',
    'nasvoy*',
  ])
})
