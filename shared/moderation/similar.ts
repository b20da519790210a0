import { wordsOf } from '#shared/answers/fold.ts'

/** Pairs of hashes: texts that have seven of ten neighbouring words in common share a pair nearly surely. */
const pairs = 12

/** Neighbouring words of a text, blind to script, case and spelling. */
const shinglesOf = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text)
  if (words.length < 2) return new Set(words)
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`))
}

/** How many different words a text has. */
export const countWords = (text: string): number => new Set(wordsOf(text)).size

/** How much two texts have in common, 0 to 1: neighbouring words that both have, of all that either has. */
export function similarity(one: string, other: string): number {
  const [a, b] = [shinglesOf(one), shinglesOf(other)]
  const both = [...a].filter((shingle) => b.has(shingle)).length
  return both === 0 ? 0 : both / (a.size + b.size - both)
}

/**
 * Numbers by which similar texts find each other in an index (MinHash with banding): the more two texts have in
 * common, the likelier is one number in common. Whole 32-bit numbers.
 */
export function bandsOf(text: string): number[] {
  const shingles = [...shinglesOf(text)].map(hash)
  if (shingles.length === 0) return []
  const least = Array.from({ length: pairs * 2 }, (_, seed) =>
    shingles.reduce((min, value) => Math.min(min, mix(value, seed)), 0xffffffff),
  )
  return Array.from(
    { length: pairs },
    (_, pair) => mix((least[pair * 2] ?? 0) ^ mix(least[pair * 2 + 1] ?? 0, pair), pair) | 0,
  )
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0
  return value
}

/** Another well-spread number for each seed (the finaliser of MurmurHash3). */
function mix(value: number, seed: number): number {
  let mixed = (value ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0
  return (mixed ^ (mixed >>> 16)) >>> 0
}
