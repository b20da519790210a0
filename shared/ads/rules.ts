import type { ProblemCode } from '#shared/errors.ts'
import { parsePhone } from '#shared/text/phone.ts'

type TextProblem = Extract<ProblemCode, 'phone_in_title' | 'link_in_title' | 'shouting' | 'card_number'>

/**
 * What a title must not hold: ways to reach the seller, which have a place of their own, and capitals that shout.
 * `names` are the names of things as the catalogue writes them: a brand may stand in capitals.
 */
export function titleProblem(title: string, names: Iterable<string> = []): TextProblem | undefined {
  const text = plain(title)
  if (holdsCard(text)) return 'card_number'
  if (holdsPhone(text)) return 'phone_in_title'
  if (links.some((link) => link.test(text))) return 'link_in_title'
  return shouts(text, names) ? 'shouting' : undefined
}

/** What no text of an ad may hold: the number of a bank card. */
export const textProblem = (text: string): TextProblem | undefined =>
  holdsCard(plain(text)) ? 'card_number' : undefined

/** Digits in circles, of full width or in keycaps are digits; invisible characters part nothing. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\p{Cf}\p{Mn}\p{Me}]/gu, '')

/** Digits with what people put between them; lines are never joined. */
const numbers = /\+?\d(?:[ \u00a0.\-–—()/_]{0,3}\d)*/g

/** The groups of digits of every number in a text: "90.123" → ["90", "123"]. */
const numbersIn = (text: string) =>
  (text.match(numbers) ?? []).map((number) => ({
    hasPlus: number.startsWith('+'),
    groups: number.match(/\d+/g) ?? [],
  }))

/** All that some neighbouring groups say together: "2021 90 1234567" holds "90 1234567". */
function* runs(groups: readonly string[], lengths: readonly number[]) {
  for (let from = 0; from < groups.length; from++) {
    let digits = ''
    for (let to = from; to < groups.length; to++) {
      digits += groups[to]
      if (digits.length > Math.max(...lengths)) break
      if (lengths.includes(digits.length)) yield { digits, groups: groups.slice(from, to + 1), from }
    }
  }
}

/** As dialled at home, with 8 or 998 before it, or Russian. */
const phoneLengths = [9, 10, 11, 12]

function holdsPhone(text: string): boolean {
  // A letter o among digits stands for a zero: "9O 123 45 67".
  const digitsOnly = text.replace(/(\d)[oо](?=[ .-]?\d)/gi, '$10')
  for (const { hasPlus, groups } of numbersIn(digitsOnly))
    for (const run of runs(groups, phoneLengths))
      if ((hasPlus && run.from === 0) || !isSum(run.groups)) if (isPhone(run.digits)) return true
  return false
}

/** Shorter ones are read as UZ numbers only; a longer one must begin as a number with its country does. */
const isPhone = (digits: string) =>
  (digits.length === 9 || /^(998|8|7|996|992)/.test(digits)) && parsePhone(digits) !== undefined

/** "900 000 000", "95000000": round, and parted by threes or not at all. */
const isSum = (groups: readonly string[]) =>
  groups.join('').endsWith('000') && groups.slice(1).every((group) => group.length === 3)

/** Cards of this country by their first digits; others also by Luhn's check digit (ISO/IEC 7812-1). */
const localCard = /^(8600|9860|5614|6262|5440)/
const foreignCard = /^(4|5[1-5]|220[0-4])/

function holdsCard(text: string): boolean {
  for (const { groups } of numbersIn(text))
    for (const { digits, groups: parts } of runs(groups, [16])) {
      const asOnCards = parts.length === 1 || parts.every((part) => part.length === 4)
      if (localCard.test(digits) || (asOnCards && foreignCard.test(digits) && passesLuhn(digits))) return true
    }
  return false
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const links = [
  /https?:\/\//i,
  /(^|[^\p{L}\d])www\./iu,
  /(^|[^\p{L}\d])(t|telegram|wa)\s?\.\s?me\s?\//iu,
  /(^|[^\p{L}\d._%+-])@[a-z]\w{3,}/iu,
  /[\p{L}\d]\.(uz|ru|com|net|org|info|io|kz|kg|tj|biz|shop|online|site|рф)(?![\p{L}\d])/iu,
]

const shortWord = 3
/** One word in capitals is a name or an emphasis; from so many letters on it is more. */
const loudLetters = 8

/** Whether most letters stand in words of capitals, names and Roman numerals apart. */
function shouts(text: string, names: Iterable<string>): boolean {
  const known = new Set([...names].flatMap(wordsIn).map((word) => word.toUpperCase()))
  const words = wordsIn(text).filter((word) => !known.has(word.toUpperCase()) && !isRoman(word))
  const loud = words.filter((word) => word.length > shortWord && isUpper(word))
  return lettersOf(loud) >= loudLetters && lettersOf(loud) * 2 > lettersOf(words)
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}'`’‘]+/gu) ?? []
const isRoman = (word: string) => /^[IVXLCDM]+$/.test(word)
const isUpper = (word: string) => word === word.toUpperCase() && word !== word.toLowerCase()
const lettersOf = (words: readonly string[]) => words.join('').length
