import { fold } from '#shared/answers/fold.ts'

/** A word of a text as it is compared, and where it stands. */
export interface Token {
  readonly folded: string
  readonly start: number
  readonly end: number
}

/** Cyrillic letters as the Latin ones that look like them, and the other way round. */
const latinLooks: Readonly<Record<string, string>> = Object.fromEntries(
  [...'авекмнорстухіјѕгпи'].map((letter, index) => [letter, 'abekmhopctyxijsrnu'.charAt(index)]),
)
const cyrillicLooks: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'abekmhopctyxgnur'].map((letter, index) => [letter, 'авекмнорстухдпиг'.charAt(index)]),
  ),
}
/** Digits and signs that stand for letters inside a word, in Latin and in Cyrillic. */
const latinSigns: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const cyrillicSigns: Readonly<Record<string, string>> = { 0: 'о', 3: 'з', 4: 'ч', 6: 'б', '@': 'а' }

const swap = (text: string, letters: Readonly<Record<string, string>>) =>
  [...text].map((letter) => letters[letter] ?? letter).join('')

/** Ways to read a word that may be disguised: as it stands, all of it Latin, all of it Cyrillic. */
const readings: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => swap(swap(word, latinLooks), latinSigns),
  (word) => swap(swap(word, cyrillicLooks), cyrillicSigns),
]

const isCapital = (word: string) => word === word.toUpperCase() && word !== word.toLowerCase()
const hasLatin = (word: string) => /\p{Script=Latin}/u.test(word)
const hasCyrillic = (word: string) => /\p{Script=Cyrillic}/u.test(word)
const hasSigns = (word: string) => /\p{L}/u.test(word) && /[\d@$!]/.test(word)

/** Only what looks disguised is read in other ways: both scripts in a word, signs among letters, or look-alike capitals. */
const mayBeDisguised = (word: string) =>
  (hasLatin(word) && hasCyrillic(word)) ||
  hasSigns(word) ||
  (isCapital(word) && /^[ABEKMHOPCTYX]{4,}$/.test(word))

/**
 * The words of a text in each way it may be read. What is between the letters of a word (points, dashes, invisible
 * characters) does not count, and single letters in a row are one word: "п р е д о п л а т а", "пред.оплата".
 */
export function readingsOf(text: string): Token[][] {
  const words = spelled(chunksOf(text).filter(({ word }) => word !== ''))
  const disguised = words.some(({ word }) => mayBeDisguised(word))
  return (disguised ? readings : readings.slice(0, 1)).map((read) =>
    words.flatMap(({ word, start, end }) => {
      const folded = fold(mayBeDisguised(word) ? read(word.toLowerCase()) : word).replace(
        /[^\p{L}\p{N}]/gu,
        '',
      )
      return folded ? [{ folded, start, end }] : []
    }),
  )
}

interface Chunk {
  word: string
  start: number
  end: number
}

/** What stands between white space, or between marks that end a sentence or a part of it. */
const chunk = /[^\s,;:()«»"“”|]+/gu

function chunksOf(text: string): Chunk[] {
  return [...text.matchAll(chunk)].map((match) => {
    const word = match[0].normalize('NFKC').replace(/[\p{Cf}\p{Mn}]/gu, '')
    return {
      word: word.replace(/^[^\p{L}\p{N}@$]+|[^\p{L}\p{N}]+$/gu, ''),
      start: match.index,
      end: match.index + match[0].length,
    }
  })
}

/** From this many single letters in a row on they spell a word. */
const leastSpelled = 4

function spelled(chunks: readonly Chunk[]): Chunk[] {
  const result: Chunk[] = []
  let run: Chunk[] = []
  const close = () => {
    if (run.length >= leastSpelled)
      result.push({
        word: run.map(({ word }) => word).join(''),
        start: run[0]?.start ?? 0,
        end: run.at(-1)?.end ?? 0,
      })
    else result.push(...run)
    run = []
  }
  for (const each of chunks) {
    if ([...each.word].length === 1) run.push(each)
    else {
      close()
      result.push(each)
    }
  }
  close()
  return result
}
