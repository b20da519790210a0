import { withoutRepeated } from '#shared/moderation/word-list.ts'

/** Somebody else's list with what was added and taken away here. */
export function mergeWords(
  mine: readonly string[],
  before: readonly string[],
  theirs: readonly string[],
): string[] {
  const [had, have] = [new Set(before), new Set(mine)]
  const kept = theirs.filter((word) => have.has(word) || !had.has(word))
  return withoutRepeated([...kept, ...mine.filter((word) => !had.has(word))])
}

/** How many lines there are, without making anything of them. */
export function countLines(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
