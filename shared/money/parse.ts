import type { Currency } from '#shared/money/money.ts'

/** Words for thousands, millions and milliards in both scripts, Russian and shorthand, without apostrophes. */
const scales: readonly (readonly [RegExp, number])[] = [
  [/^(mlrd|milliard|млрд|миллиард)/, 1e9],
  [/^(mln|mil+ion|млн|мил+ион|(mm|m|м)$)/, 1e6],
  [/^(ming|минг|тыс|тысяч|tis|[kк]$)/, 1e3],
]
const currencyWords: readonly (readonly [RegExp, Currency])[] = [
  [/^(\$|usd|dollar|доллар|у\.?е|y\.?e|u\.?e|долл)/, 'USD'],
  [/^(som|sum|сум|сом|uzs|сўм)/, 'UZS'],
]

/** `12.500.000`, `12 500 000` and `1,500` are groups of three; `12,5` is a fraction; anything else is unclear. */
function readNumber(text: string): number | undefined {
  const digits = text.replace(/\s/g, '')
  if (/^\d+$/.test(digits)) return Number(digits)
  if (/^\d{1,3}([.,]\d{3})+$/.test(digits)) return Number(digits.replace(/[.,]/g, ''))
  if (/^\d+[.,]\d{1,2}$/.test(digits)) return Number(digits.replace(',', '.'))
  return undefined
}

const lookUp = <T>(word: string, table: readonly (readonly [RegExp, T])[]) =>
  table.find(([pattern]) => pattern.test(word))?.[1]

/**
 * A sum as people write it ("12 500 000", "12,5 mln", "1 mln 200 ming soʻm", "1500$", "1.5k") in whole units,
 * with the currency if one was named. Undefined when it is no whole sum.
 */
export function parseSum(typed: string): { amount: number; currency?: Currency } | undefined {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ʻ'`’‘ʼ]/g, '')
  const parts = text.match(/\d[\d\s.,]*|\$|[^\d\s$]+/g)
  let total = 0
  let pending: number | undefined
  let currency: Currency | undefined
  for (const part of parts ?? []) {
    if (/^\d/.test(part)) {
      if (pending !== undefined) return undefined
      pending = readNumber(part.replace(/[\s.,]+$/, ''))
      if (pending === undefined) return undefined
      continue
    }
    const scale = lookUp(part, scales)
    const named = lookUp(part, currencyWords)
    if (scale !== undefined && pending !== undefined) {
      total += pending * scale
      pending = undefined
    } else if (named && !currency) currency = named
    else return undefined
  }
  const amount = Number((total + (pending ?? 0)).toFixed(6))
  if (!parts || !/\d/.test(text) || !Number.isSafeInteger(amount)) return undefined
  return currency ? { amount, currency } : { amount }
}

/**
 * A number in an answer ("87 000", "87.000", "87 ming"; with `decimals` also "2,5"); undefined when it is none.
 * Where a fraction is possible a point or comma is its sign, otherwise it groups digits.
 */
export function parseNumber(typed: string, decimals = 0): number | undefined {
  if (decimals === 0) {
    const sum = parseSum(typed)
    return sum?.currency ? undefined : sum?.amount
  }
  const digits = typed.normalize('NFKC').replace(/\s/g, '').replace(',', '.')
  return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : undefined
}
