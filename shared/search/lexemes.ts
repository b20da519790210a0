import { fold } from '#shared/answers/fold.ts'
import { readDigits } from '#shared/answers/numbers.ts'
import { stemOf } from '#shared/search/stem.ts'

/** Letters of the alphabets proposed for Uzbek, and of keyboards that lack an apostrophe. */
const newLetters: Readonly<Record<string, string>> = {
  ...{ õ: 'o', ó: 'o', ö: 'o', ō: 'o', ğ: 'g', ǵ: 'g', ĝ: 'g', ş: 'sh', ç: 'ch', ı: 'i' },
}
/** Numbers with their points and commas, a unit that has a digit of its own, and words with their apostrophes. */
const typed = /\d+(?:[.,]\d+)*|(?:кв|kv)?[mм][23](?![\p{L}\d])|[\p{L}\p{M}'`´ʻʼ’‘ʽ]+/gu

/** Words known in all their spellings: a board's words are few, and most of any text are the same. */
const remembered = new Map<string, readonly string[]>()
const mostRemembered = 50_000

/**
 * A text as search sees it, in its order: words and numbers without script, case, apostrophes, endings and punctuation.
 * The same is done to an ad when it is written and to a query when it is asked. Only `a`–`z` and digits remain; the
 * fraction of a number stands behind a `d`: "2,5" is `2d5`.
 */
export const lexemesOf = (text: string): string[] => typedWords(text).flatMap(lexemesOfWord)

/** The words and numbers of a text as they are typed, in lower case. */
export const typedWords = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(typed) ?? []

function lexemesOfWord(word: string): readonly string[] {
  const known = remembered.get(word)
  if (known) return known
  const lexemes = /^\d/.test(word) ? numbersOf(word) : soundsOf(word).map(stemOf)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(word, lexemes)
  return lexemes
}

/** Where an ending begins with the letter its word ends in, folding would make one of the two: avtomobil-lar. */
const doubled =
  /(\p{L}{3}(?:l(?=lar)|n(?=ning)|d(?=dan)|л(?=лар)|н(?=нинг)|д(?=дан)))(?:lar|ning|dan|лар|нинг|дан)/u
/** Only Russian has ы, so at the end it is no letter of an Uzbek word: чёрный, диваны. */
const russianEnd = /(?<=\p{L}{4})ый?$/u

/**
 * One typed word, folded but with its endings: what a half-typed word begins with. Russian ё and е are one, and so are
 * gʻ and the English gh: "Ferghana".
 */
export const soundsOf = (word: string): string[] =>
  fold(
    word
      .replace(/[õóöōǵğĝşçı]/g, (letter) => newLetters[letter] ?? letter)
      .replace(russianEnd, '')
      .replace(doubled, '$1'),
  )
    .replace(/gh/g, 'g')
    .replace(/(?<=[bvgdjzklmnprsthf])io(?=\w)/g, 'e')
    .match(/[a-z]+[23]?/g) ?? []

/** "12.500" is 12500, "2,5" is 2d5; what is no one number ("12.05.2024") is several. */
function numbersOf(digits: string): string[] {
  if (/^\d+$/.test(digits)) return [digits]
  const number = readDigits(digits)
  if (Number.isNaN(number)) return digits.match(/\d+/g) ?? []
  return [String(number).replace('.', 'd')]
}

/**
 * One thing a query asks for. An ad has it when it has all lexemes of at least one of the alternatives: "mashina" may be
 * `[['mashin'], ['avto'], ['avtomobil']]`, and a misspelt or half-typed word the words it may stand for.
 */
export type Term = readonly (readonly string[])[]
