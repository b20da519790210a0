import { fold } from '#shared/answers/fold.ts'
import type { Problem } from '#shared/errors.ts'

/** Of a list of words: entries, letters of an entry, and letters of what is pasted at once. */
export const wordList = { most: 1000, length: 60, pasted: 100_000 } as const

/**
 * What is wrong with an entry: a word, words in a row, or a pattern in which `*` stands for any letters of a word.
 * Nothing of it is ever run as a regular expression, and what looks like one is refused, as it would not do what
 * whoever wrote it expects.
 */
export function wordProblem(word: string): Problem | undefined {
  if (word.length > wordList.length) return { code: 'too_long', max: wordList.length }
  if (/[[\](){}|\\^$+?<>]/.test(word) || /\p{Cc}/u.test(word)) return { code: 'pattern' }
  return /[\p{L}\p{N}]{2}/u.test(word) ? undefined : { code: 'too_short', min: 2 }
}

/** Entries that are found alike are one; the first is kept as it was written. */
export function withoutRepeated(words: readonly string[]): string[] {
  const known = new Map<string, string>()
  for (const word of words) {
    const key = fold(word)
    if (!known.has(key)) known.set(key, word)
  }
  return [...known.values()]
}

export interface ReadWords {
  words: string[]
  /** By the line as it was pasted, from 1. */
  wrong: { line: number; text: string; problem: Problem }[]
}

/** Entries that were typed or pasted, one a line; empty lines do not count. */
export function readWords(text: string): ReadWords {
  const read: ReadWords = { words: [], wrong: [] }
  for (const [index, written] of text.split(/\r\n?|\n/).entries()) {
    const word = written.trim().replace(/\s+/g, ' ')
    if (!word) continue
    const problem = wordProblem(word)
    if (problem) read.wrong.push({ line: index + 1, text: word, problem })
    else read.words.push(word)
  }
  return read
}
