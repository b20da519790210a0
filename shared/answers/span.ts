import { fold } from '#shared/answers/fold.ts'
import { joinNumbers, tokensOf } from '#shared/answers/numbers.ts'
import type { Option } from '#shared/catalog/types.ts'

/** Days of a span of time by its folded word; a year is twelve months. */
const days: readonly (readonly [RegExp, number])[] = [
  [/^(?:kun|den|dn[eai]|day)/, 1],
  [/^(?:haft|nedel|week)/, 7],
  [/^(?:oi|mes|month)/, 30],
  [/^(?:iosh|il|god|let|ear|iear)/, 360],
]
const daysOf = (word: string | number | undefined) =>
  typeof word === 'string' ? days.find(([pattern]) => pattern.test(word))?.[1] : undefined

/** "1–6 oylik", "1 oygacha" (less than), "5 yoshdan katta" (more than), as labels say it; folded. */
const spanLabel = /^(\d+)(?:\s*[–-]\s*(\d+))?\s+(\p{L}+?)(lik|gacha|dan\s.*)?$/u

function holds({ labels }: Option, length: number): number | undefined {
  const [, low, high, unit, ending = ''] = spanLabel.exec(fold(labels.uz)) ?? []
  const day = daysOf(unit)
  if (low === undefined || day === undefined) return undefined
  const [start, end] = [Number(low) * day, Number(high ?? low) * day]
  if (ending === 'gacha') return length < end ? 0 : undefined
  if (ending.startsWith('dan')) return length > start ? start : undefined
  return length >= start && length <= end ? start : undefined
}

/** The option whose span of time holds the one typed: "8 oylik" lies in "6–12 oylik"; of two that meet, the later. */
export function optionOfSpan(options: readonly Option[], typed: string): Option | undefined {
  const words = joinNumbers(tokensOf(typed))
    .map(({ value }) => value)
    .filter((value) => typeof value === 'number' || /\p{L}/u.test(value))
  const [at, ...more] = words.flatMap((value, index) => (typeof value === 'number' ? [index] : []))
  const day = at === undefined || more.length > 0 ? undefined : daysOf(words[at + 1])
  if (at === undefined || day === undefined) return undefined
  const length = Number(words[at]) * day
  const holding = options.flatMap((option) => {
    const start = holds(option, length)
    return start === undefined ? [] : [{ option, start }]
  })
  return holding.sort((a, b) => b.start - a.start)[0]?.option
}
