import { fold } from '#shared/answers/fold.ts'
import { type Joined, joinNumbers, readDigits, scaleOf, type Token } from '#shared/answers/numbers.ts'
import { currencyOf } from '#shared/answers/price.ts'
import { isUnit } from '#shared/answers/units.ts'

/** A word, number or sign of a query and where it stands there; an ending that bounds is a piece of its own. */
interface Piece extends Token {
  readonly start: number
  readonly end: number
}
/** Pieces that make one number, or one word or sign. */
export interface Item {
  /** A number, or a folded word or sign. */
  readonly value: number | string
  readonly start: number
  readonly end: number
  /** What a number was multiplied by: 1e6 of "15 mln". */
  readonly scale: number
}

const models = '(?<!(?:iphone|айфон|ayfon|note|нот|redmi|редми|poco|galaxy|samsung)\\s?)'
/** "y.e.", square metres, sums in groups of three, numbers, words with their apostrophes, signs. */
const pattern = new RegExp(
  [
    '[уyu]\\s?\\.\\s?[еe](?!\\p{L})\\.?',
    '(?:кв|kv)\\.?\\s?[мm][2²]?(?![\\p{L}\\d])|[mм][2²](?!\\d)',
    `${models}\\d{1,3}(?:[ \u00a0]\\d{3})+(?=\\s*(?:[$]|[уyu]\\.?[еe]|so|sum|сум|сўм|dol|дол))`,
    '\\d{1,3}(?:[ \u00a0]\\d{3})*[ \u00a0]000(?!\\d)',
    '\\d+(?:[.,]\\d+)*',
    "[\\p{L}\\p{M}'`´ʻʼ’‘ʽ]+",
    '\\S',
  ].join('|'),
  'giu',
)

/** Years and units that take an ending: "yildan", "minggacha". */
const bounded = (word: string) =>
  scaleOf(word) !== undefined || currencyOf(word) !== undefined || isUnit(word) || word === 'il'

export function itemsOf(text: string): Item[] {
  const pieces: Piece[] = []
  for (const match of text.matchAll(pattern)) {
    const [part] = match
    const start = match.index
    const end = start + part.length
    const tight = pieces.at(-1)?.end === start
    const add = (value: number | string) => pieces.push({ value, tight, start, end })
    if (/^\d/.test(part)) add(readDigits(part.replace(/[ \u00a0]/g, '')))
    else if (/^[уyu]\s?\./iu.test(part)) add('usd')
    else if (/^(?:(?:кв|kv)\.?\s?)?[мm][2²]?$/iu.test(part) && part.length > 1) add('m2')
    else {
      // «От» bounds a number in Russian only; in Uzbek it is a horse.
      const word = /^ot$/i.test(part) ? 'horse' : fold(part)
      const [, stem = '', ending] = /^(.+?)(gacha|kacha|dan)$/.exec(word) ?? []
      if (ending !== undefined && bounded(stem)) {
        add(stem)
        add(ending === 'kacha' ? 'gacha' : ending)
      } else if (word) add(word)
    }
  }
  return joinNumbers(pieces).map((joined) => itemOf(joined, pieces))
}

function itemOf({ value, from, to }: Joined, pieces: readonly Piece[]): Item {
  const own = pieces.slice(from, to)
  const last = own.at(-1)?.value
  return {
    value,
    start: Math.min(...own.map(({ start }) => start)),
    end: Math.max(...own.map(({ end }) => end)),
    scale: typeof value === 'number' && typeof last === 'string' ? (scaleOf(last) ?? 1) : 1,
  }
}
