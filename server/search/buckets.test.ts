import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bucketOf, lexemesWithin } from '#server/search/buckets.ts'

const amount = fc.oneof(
  fc.integer({ min: 0, max: 1e12 }),
  fc.integer({ min: 0, max: 3000 }),
  fc.integer({ min: 0, max: 3000 }).map((tenths) => tenths / 10),
)
const lexemesOfNumber = (value: number) => {
  const bucket = bucketOf(value)
  return [900, 100, 10, 1].map((step, level) => `n:x:${level}:${Math.floor(bucket / step)}`)
}

it('a bucket has its power of ten and its three leading digits', () => {
  expect([0, 0.001, 0.5, 1, 9.99, 10, 2019, 2020, 20190, 1e12].map(bucketOf)).toEqual([
    0, 0, 2200, 2700, 3599, 3600, 5501, 5502, 6401, 13_500,
  ])
})

it('buckets rise with their numbers', () => {
  fc.assert(fc.property(amount, amount, (a, b) => a > b || bucketOf(a) <= bucketOf(b)))
})

it('every number within bounds has exactly one of the lexemes that stand for them, and they are few', () => {
  fc.assert(
    fc.property(amount, amount, amount, fc.boolean(), fc.boolean(), (a, b, value, fromBelow, toAbove) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const bounds = { ...(!fromBelow && { min: low }), ...(!toAbove && { max: high }) }
      const within = lexemesWithin('n:x', bounds)
      expect(within.length).toBeLessThanOrEqual(18)
      expect(new Set(within).size).toBe(within.length)
      const its = lexemesOfNumber(value)
      const shared = within.filter((lexeme) => its.includes(lexeme))
      if (value >= (bounds.min ?? 0) && value <= (bounds.max ?? Number.MAX_VALUE))
        expect(shared).toHaveLength(1)
      else expect(shared.length).toBeLessThanOrEqual(1)
    }),
  )
})

it('bounds that nothing can be within are no lexemes', () => {
  expect(lexemesWithin('n:x', { min: 5, max: 4 })).toEqual([])
  expect(lexemesWithin('n:x', { max: -1 })).toEqual([])
})
