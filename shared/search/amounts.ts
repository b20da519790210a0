import { currencyOf } from '#shared/answers/price.ts'
import { isUnit } from '#shared/answers/units.ts'
import type { Currency } from '#shared/money/money.ts'
import type { Range } from '#shared/search/filters.ts'
import type { Item } from '#shared/search/pieces.ts'
import { stemOf } from '#shared/search/stem.ts'

/** A number of a query with what bounds it and what it counts. */
export interface Amount {
  /** Items from the first to behind the last. */
  readonly from: number
  readonly to: number
  /** What was said, or the number itself where nothing bounds it. */
  readonly range: Range
  readonly bounded: boolean
  /** Said in thousands or millions. */
  readonly scale: number
  readonly currency?: Currency
  /** A unit, a word for years or for rooms; folded. */
  readonly unit?: string
}

const dash = /^[-–—]$/
const upTo = /^(?:gacha|do|mah|maks|maksimum|maksimal|deshevle|menshe|ichida|oshmagan|oshmasin)$/
const least = /^(?:ot|s|kamida|minimum|min|minimal|bolshe|bole|doroje)$/
/** Behind "dan": than what. */
const below = /^(?:kam|past|arzon|arzonrok|kichik|tushgan|pastda|oshmagan|oshmasin)$/
const above = /^(?:kop|iukori|ortik|oshik|baland|kimat|keiin|katta|tepa|iangi|boshlab)$/
const year = /^(?:il|ilgi|iil|god|goda|g|ili|ilda|godu)$/
const rooms = /^(?:hona|honali|honalik|komnat\p{L}*)$/u
/** Before the first end of a range in Russian. */
const beginsRange = /^(?:ot|s)$/
const about = 0.2

const word = (items: readonly Item[], at: number) => {
  const value = items[at]?.value
  return typeof value === 'string' ? value : ''
}

/** The amounts of a query in its order. */
export function amountsOf(items: readonly Item[]): Amount[] {
  const amounts: Amount[] = []
  for (let at = 0; at < items.length; at++) {
    if (typeof items[at]?.value !== 'number') continue
    const amount = amountAt(items, at, amounts.at(-1)?.to ?? 0)
    amounts.push(amount)
    at = amount.to - 1
  }
  return amounts.filter(({ range }) => !Object.values(range).some(Number.isNaN))
}

interface Measure {
  readonly value: number
  readonly scale: number
  readonly to: number
  readonly currency?: Currency
  readonly unit?: string
}

/** A number with the currency or unit that stands beside it. */
function measureAt(items: readonly Item[], at: number): Measure | undefined {
  const item = items[at]
  if (typeof item?.value !== 'number') return undefined
  const { value, scale } = item
  const next = dash.test(word(items, at + 1)) && year.test(word(items, at + 2)) ? at + 2 : at + 1
  const near = dash.test(word(items, at + 1)) && rooms.test(word(items, at + 2)) ? at + 2 : next
  const said = word(items, near)
  const currency = currencyOf(said) ?? (word(items, at - 1) === '$' ? 'USD' : undefined)
  if (currency) return { value, scale, to: currencyOf(said) ? near + 1 : at + 1, currency }
  const unit = isUnit(said) || year.test(said) ? said : stemOf(said)
  if (year.test(unit) || rooms.test(unit) || (isUnit(unit) && unit.length > 1))
    return { value, scale, to: near + 1, unit }
  return { value, scale, to: at + 1 }
}

/** "10 dan 15 gacha", "от 10 до 15" and "10–15" are one amount; where the first lacks it, the second tells the scale. */
function amountAt(items: readonly Item[], at: number, free: number): Amount {
  const first = measureAt(items, at) as Measure
  const dollar = word(items, at - 1) === '$' ? 1 : 0
  const before = wordsBefore(items, at - dollar, free)
  const second = endOf(items, first, beginsRange.test(before.words))
  if (second) {
    const scaled = first.value * second.scale
    const low = first.scale === 1 && scaled <= second.value ? scaled : first.value
    return {
      ...said(first, second),
      from: beginsRange.test(before.words) ? before.from : at - dollar,
      to: word(items, second.to) === 'gacha' ? second.to + 1 : second.to,
      range: { min: Math.min(low, second.value), max: Math.max(low, second.value) },
      bounded: true,
    }
  }
  const behind = boundBehind(items, first.to, first.value)
  const bound = behind ?? boundBefore(before, first.value)
  return {
    ...said(first),
    from: bound?.from ?? at - dollar,
    to: behind?.to ?? first.to,
    range: bound?.range ?? { min: first.value, max: first.value },
    bounded: bound !== undefined,
  }
}

function said(first: Measure, second: Measure = first): Pick<Amount, 'scale' | 'currency' | 'unit'> {
  const currency = second.currency ?? first.currency
  const unit = second.unit ?? first.unit
  return {
    scale: Math.max(first.scale, second.scale),
    ...(currency && { currency }),
    ...(unit && { unit }),
  }
}

/** The other end of a range; "12 dan 10" is none, nor is "iPhone 13 до 500 $", which lacks its "от". */
function endOf(items: readonly Item[], first: Measure, begun: boolean): Measure | undefined {
  const between = word(items, first.to)
  if (!dash.test(between) && between !== 'dan' && !(between === 'do' && begun)) return undefined
  const second = measureAt(items, first.to + 1)
  return second && (dash.test(between) || second.value > first.value) ? second : undefined
}

interface Bound {
  readonly range: Range
  readonly from?: number
  readonly to?: number
}

function boundBehind(
  items: readonly Item[],
  at: number,
  value: number,
): (Bound & { to: number }) | undefined {
  const said = word(items, at)
  const next = word(items, at + 1)
  if (upTo.test(said) && said !== 'do') return { range: { max: value }, to: at + (next === 'bolgan' ? 2 : 1) }
  if (said === 'dan') {
    if (below.test(next)) return { range: { max: value }, to: at + 2 }
    return { range: { min: value }, to: at + (above.test(next) ? 2 : 1) }
  }
  if (said === 'atrofida' || said === 'atrofi') return { range: around(value), to: at + 1 }
  return said === '+' ? { range: { min: value }, to: at + 1 } : undefined
}

/** The word before a number, with "не" before it; not those of the amount before. */
function wordsBefore(items: readonly Item[], at: number, free: number) {
  if (at - 1 < free) return { words: '', from: at }
  const denied = at - 2 >= free && word(items, at - 2) === 'ne'
  return { words: `${denied ? 'ne ' : ''}${word(items, at - 1)}`, from: at - (denied ? 2 : 1) }
}

function boundBefore({ words, from }: { words: string; from: number }, value: number): Bound | undefined {
  if (least.test(words) || /^ne (?:menshe|deshevle|nije)$/.test(words)) return { range: { min: value }, from }
  if (upTo.test(words) || /^ne (?:doroje|bolshe|bole|vishe)$/.test(words))
    return { range: { max: value }, from }
  return words === 'okolo' ? { range: around(value), from } : undefined
}

const around = (value: number): Range => ({
  min: Math.round(value * (1 - about)),
  max: Math.round(value * (1 + about)),
})
