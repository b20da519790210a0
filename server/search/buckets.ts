/** An end of a range may be open. */
export interface Bounds {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** How many buckets of three digits are one of the same lexeme level: by the power of ten alone, by one digit, by two. */
const steps = [900, 100, 10, 1] as const
/** Of 17 digits, more than any sum has. */
const last = 18 * steps[0] - 1
/** Of so many lexemes the index finds out quickly which an ad has; coarser ones take in more that must be looked at. */
const most = 8

/** The place of a number on the scale of the SQL function `search_bucket`. */
export function bucketOf(value: number): number {
  // One digit more than is kept: cutting it off is cutting off, not rounding.
  const digits = Math.max(0, value).toFixed(3).slice(0, -1).replace('.', '').replace(/^0+/, '')
  return digits === '' ? 0 : digits.length * 900 + Number(digits.slice(0, 3).padEnd(3, '0')) - 100
}

/**
 * Lexemes of which every number within the bounds has at least one; some numbers just outside have one too.
 * `name` is what precedes them: `n:year`, `p:usd`.
 */
export function lexemesWithin(name: string, { min, max }: Bounds): string[] {
  if (max !== undefined && max < Math.max(0, min ?? 0)) return []
  const from = min === undefined ? 0 : bucketOf(min)
  const to = max === undefined ? last : Math.min(bucketOf(max), last)
  for (const finest of [3, 2, 1]) {
    const lexemes = cover(name, finest, from, to)
    if (lexemes.length <= most) return lexemes
  }
  return cover(name, 0, from, to)
}

/** The fewest lexemes, none finer than a level, that cover all buckets. */
function cover(name: string, finest: number, from: number, to: number): string[] {
  const lexemes: string[] = []
  let low = Math.floor(from / (steps[finest] as number))
  let high = Math.floor(to / (steps[finest] as number))
  for (let level = finest; low <= high; level--) {
    const lexeme = (bucket: number) => lexemes.push(`${name}:${level}:${bucket}`)
    const inOne = level === 0 ? 1 : (steps[level - 1] as number) / (steps[level] as number)
    while (low <= high && (level === 0 || low % inOne !== 0)) lexeme(low++)
    while (low <= high && (high + 1) % inOne !== 0) lexeme(high--)
    low /= inOne
    high = (high + 1) / inOne - 1
  }
  return lexemes
}
