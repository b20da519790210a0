import type { Random } from './random.ts'

/** A letter missed, doubled, exchanged with the next or taken for another, never the first. */
export function misspelt(random: Random, word: string): string {
  const at = 1 + random.below(word.length - 2)
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  return random.one([
    before + after,
    before + letter + letter + after,
    before + after.charAt(0) + letter + after.slice(1),
    before + random.one([...'aeioutdnrk']) + after,
  ])
}
