import { expect, test } from 'vitest'
import { daysLeft } from './state-line.ts'

test.each([
  ['2026-03-20T10:00:00Z', 10],
  ['2026-03-11T09:59:00Z', 0],
  ['2026-03-10T09:00:00Z', 0],
  ['2026-03-11T10:00:00Z', 1],
])('an ad that ends at %s has %i days left on 10 March at ten', (expiresAt, days) => {
  expect(daysLeft(expiresAt, new Date('2026-03-10T10:00:00Z'))).toBe(days)
})
