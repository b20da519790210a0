import { fold } from '#shared/answers/fold.ts'

const table = (words: Readonly<Record<number, string>>) =>
  new Map(
    Object.entries(words).flatMap(([value, said]) =>
      said.split(' ').map((word) => [fold(word), Number(value)] as const),
    ),
  )

/** Numbers as they are said in Uzbek, Russian and English. */
const said = table({
  0.5: 'yarim полтинник половина пол half',
  0: 'nol ноль zero',
  1: 'bir bitta один одна одно one',
  1.5: 'полтора полторы',
  2: 'ikki ikkita два две двое two',
  3: 'uch uchta три трое three',
  4: 'tort tortta четыре four',
  5: 'besh beshta пять five',
  6: 'olti oltita шесть six',
  7: 'yetti yettita семь seven',
  8: 'sakkiz sakkizta восемь eight',
  9: 'toqqiz toqqizta девять nine',
  10: 'on onta ўн десять ten',
  11: 'одиннадцать eleven',
  12: 'двенадцать twelve',
  13: 'тринадцать',
  14: 'четырнадцать',
  15: 'пятнадцать fifteen',
  16: 'шестнадцать',
  17: 'семнадцать',
  18: 'восемнадцать',
  19: 'девятнадцать',
  20: 'yigirma двадцать twenty',
  30: 'ottiz тридцать thirty',
  40: 'qirq сорок forty',
  50: 'ellik пятьдесят fifty',
  60: 'oltmish шестьдесят sixty',
  70: 'yetmish семьдесят seventy',
  80: 'sakson восемьдесят eighty',
  90: 'toqson девяносто ninety',
  100: 'yuz сто hundred',
  200: 'двести',
  300: 'триста',
  400: 'четыреста',
  500: 'пятьсот',
  600: 'шестьсот',
  700: 'семьсот',
  800: 'восемьсот',
  900: 'девятьсот',
})
const scale = table({
  1e3: 'ming минг тыс тысяч тысяча тысячи тис thousand k к',
  1e6: 'mln million млн миллион миллиона миллионов мил mil лям ляма лямов лимон',
  1e9: 'mlrd milliard млрд миллиард миллиарда миллиардов',
})
/** Single letters mean a scale only right behind a number: "87k". */
export const scaleOf = (word: string): number | undefined => scale.get(word)

/** Also with an ending: ikkita, uchinchi, beshtadan. */
const spokenNumber = (word: string) =>
  said.get(word) ?? said.get(word.replace(/(?:i?nchi|ta(?:si|dan)?)$/, ''))

export interface Token {
  /** A number, or a folded word or sign. */
  readonly value: number | string
  /** Nothing stood between it and the token before. */
  readonly tight: boolean
}

/** `12.500.000`, `12 500 000`, `1,500`: groups of three; `12,5` and `0,500`: a fraction; anything else is unclear. */
export function readDigits(digits: string): number {
  const text = digits.replace(/\s/g, '')
  if (/^[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*$/.test(text)) return Number(text.replace(/[.,]/g, ''))
  return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

const pattern = /\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*|(?:kv|s)?m[23](?!\d)|\p{L}+|\S/gu

/** The numbers, words and signs of a text; a number that is unclear ("1.2.3") is NaN. */
export function tokensOf(text: string): Token[] {
  const folded = fold(text)
  let end = 0
  return [...folded.matchAll(pattern)].map((match) => {
    const [part] = match
    const tight = match.index === end
    end = match.index + part.length
    return { value: /^\d/.test(part) ? readDigits(part) : part, tight }
  })
}

/** A token and those that were joined into it: indexes of the first and behind the last. */
export interface Joined extends Token {
  readonly from: number
  readonly to: number
}

/**
 * Joins what is said in several words into one number: "87 ming" 87000, "1 mln 200 ming" 1200000, "ikki yuz" 200,
 * "bir yarim" 1.5. Other tokens stay as they are.
 */
export function joinNumbers(tokens: readonly Token[]): Joined[] {
  const joined: Joined[] = []
  let total = 0
  let group: number | undefined
  let least = Number.POSITIVE_INFINITY
  let spoken = false
  let from = 0
  const flush = (to: number) => {
    if (total > 0 || group !== undefined)
      joined.push({ value: Number((total + (group ?? 0)).toFixed(6)), tight: false, from, to })
    from = to
    total = 0
    group = undefined
    least = Number.POSITIVE_INFINITY
    spoken = false
  }
  for (const [at, token] of tokens.entries()) {
    const word = token.value
    const times = typeof word === 'string' && (word.length > 1 || token.tight) ? scaleOf(word) : undefined
    const number = typeof word === 'number' ? word : spokenNumber(word)
    if (
      times !== undefined &&
      times < least &&
      (group !== undefined || total === 0) &&
      (group !== undefined || spokenScale(word))
    ) {
      total += (group ?? 1) * times
      least = times
      group = undefined
      spoken = false
    } else if (
      number !== undefined &&
      typeof word === 'string' &&
      group !== undefined &&
      fits(group, number, spoken)
    ) {
      group = number === 100 ? group * 100 : group + number
      spoken = true
    } else if (number !== undefined && group === undefined && (total === 0 || number < least)) {
      group = number
      spoken = typeof word === 'string'
    } else {
      flush(at)
      if (number === undefined) {
        joined.push({ ...token, from: at, to: at + 1 })
        from = at + 1
      } else {
        group = number
        spoken = typeof word === 'string'
      }
    }
  }
  flush(tokens.length)
  return joined
}

/** "ming", "million" alone mean one of it; shorthand does not. */
const spokenScale = (word: number | string) => word === 'ming' || word === 'milion' || word === 'tisiacha'

/** Whether the next spoken number goes on with the one before: yigirma + besh, ikki + yuz, uch + yarim. */
const fits = (group: number, next: number, spoken: boolean) =>
  next === 0.5
    ? Number.isInteger(group)
    : next === 100
      ? group > 0 && group < 10
      : spoken && next >= 1 && next < lastPlace(group)
const lastPlace = (group: number) => (group % 100 === 0 ? 100 : group % 10 === 0 ? 10 : 0)
