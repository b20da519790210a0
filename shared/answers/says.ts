import { joined, wordsOf } from '#shared/answers/fold.ts'

/** Endings that leave a word what it is; not "in" or "for": hovlida, sigirga. */
const endings =
  /^(?:lar|lari|larni|larim|ni|ning|im|imiz|ingiz|cha|chalar|si|i|ia|ii|iu|a|u|e|oi|oe|ei|ov|am|ami|ki|ka|ku|m)$/

const ends = (typed: string, word: string) =>
  typed === word || (word.length > 3 && typed.startsWith(word) && endings.test(typed.slice(word.length)))
/** A Russian feminine or neuter word changes its last letter: корову, коровы. */
const same = (typed: string, word: string) =>
  ends(typed, word) || (/[aei]$/.test(word) && word.length > 4 && ends(typed, word.slice(0, -1)))

/** Phrases parted by commas, each as its folded words; ё may be written е. */
export const phrasesOf = (list: string): string[][] =>
  list.split(',').flatMap((phrase) => [...new Set([phrase, phrase.replaceAll('ё', 'е')])].map(wordsOf))

/** Whether the words say the phrase, and not only what something is for ("Cobalt uchun", "для коровы"). */
export function says(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, at) => {
    if (!phrase.every((word, index) => same(words[at + index] ?? '', word))) return false
    const next = words[at + phrase.length]
    return next !== 'uchun' && next !== 'ga' && words[at - 1] !== 'dlia'
  })
}

export const saysAny = (words: readonly string[], phrases: readonly (readonly string[])[]): boolean =>
  phrases.some((phrase) => says(words, phrase))

/** All runs of one to four words, written together: names of whatever length are found among them. */
export function runsOf(words: readonly string[]): Set<string> {
  const runs = new Set<string>()
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(from + 4, words.length); to++)
      runs.add(joined(words.slice(from, to)))
  return runs
}
