import { fold } from '#shared/answers/fold.ts'
import { joinNumbers, type Token, tokensOf } from '#shared/answers/numbers.ts'
import { isUnit, worthIn } from '#shared/answers/units.ts'
import type { NumberAttribute } from '#shared/catalog/types.ts'

/** Signs between a number and its unit, and words that only soften it. */
const quiet = new Set(['-', '–', '—', '.', ',', '~', '+'])
const money = /^(?:\$|€|som|sum|dolar|usd|uzs|ue)/

/**
 * The number meant by an answer, in the attribute's unit, with no more digits than it takes; undefined when the
 * answer names none, several, a sum of money or something measured in another unit.
 */
export function readNumber(attribute: NumberAttribute, typed: string): number | undefined {
  const pair = /^\s*(\d{1,2})\s*[/\\]\s*(\d{1,2})\s*$/.exec(typed)
  if (pair && (attribute.key === 'floor' || attribute.key === 'floors'))
    return Number(pair[attribute.key === 'floor' ? 1 : 2])
  const negative = /^\s*[-−–]\s*\d/.test(typed)
  const tokens = joinNumbers(tokensOf(withUnitsJoined(typed))).filter(
    ({ value }) => typeof value === 'number' || !quiet.has(value),
  )
  const found = tokens.flatMap(({ value }, at) => {
    if (typeof value !== 'number') return []
    return [{ value, worth: worthOf(attribute, tokens, at) }]
  })
  const own = found.filter(({ worth }) => worth !== undefined && worth.named)
  const [meant, ...more] = own.length > 0 ? own : found
  if (!meant?.worth || more.length > 0 || Number.isNaN(meant.value)) return undefined
  const number = inYears(attribute, meant.value * meant.worth.times)
  const rounded = rounding(attribute, number)
  return rounded === undefined ? undefined : negative ? -rounded : rounded
}

/** Folded, with units of several words made one: "кв. м", "л. с.", "л/день". */
export const withUnitsJoined = (typed: string) =>
  fold(typed)
    .replace(/\bkv\s*\.?\s*m(?![a-z])2?/g, 'kvm')
    .replace(/\bl\s*\.\s*s(?![a-z])\.?/g, 'ls')
    .replace(/(\d)\s*-?\s*h\s+(?=[a-z])/g, '$1 ')
    .replace(/\/\s*(?:kun|den|dai|day|kuniga)(?![a-z])/g, '')

/** What the number counts in the attribute's unit; undefined when it is followed by another unit or by money. */
function worthOf(attribute: NumberAttribute, tokens: readonly Token[], at: number) {
  const next = tokens[at + 1]?.value
  const before = tokens[at - 1]?.value
  if (typeof before === 'string' && money.test(before)) return undefined
  if (typeof next !== 'string') return { times: 1, named: false }
  if (money.test(next)) return undefined
  const times = worthIn(attribute.unit, next)
  if (times !== undefined) return { times, named: true }
  return attribute.unit !== undefined && isUnit(next) ? undefined : { times: 1, named: false }
}

/** "18-yil" is 2018 where a year is asked for. */
function inYears({ min, max }: NumberAttribute, value: number) {
  if (min < 1900 || value >= 100) return value
  const fitting = [1900 + value, 2000 + value].filter((year) => year >= min && year <= max)
  return fitting.length === 1 ? (fitting[0] ?? value) : value
}

/** Where a fraction is asked for, digits beyond it are rounded; where none is, a fraction is no answer. */
function rounding({ decimals = 0 }: NumberAttribute, value: number) {
  const rounded = Number(value.toFixed(decimals))
  const exact = Math.abs(rounded - value) < 1e-6
  return exact || decimals > 0 ? rounded : undefined
}
