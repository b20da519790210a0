import { expect, test } from 'vitest'
import { uz } from '#shared/i18n/common/uz.ts'
import { translator } from '#shared/i18n/translate.ts'
import { formatAge, formatDate, formatDay } from '#webapp/time.ts'

const t = translator(uz, 'uz')
const now = new Date(2026, 2, 12, 9, 30)
const at = (...date: [number, number, number, number?, number?]) => new Date(...date).toISOString()

test.each([
  [at(2026, 2, 12, 9, 30), 'hozirgina'],
  [at(2026, 2, 12, 9, 35), 'hozirgina'],
  [at(2026, 2, 12, 9, 12), '18 daqiqa oldin'],
  [at(2026, 2, 12, 0, 1), 'bugun'],
  [at(2026, 2, 11, 23, 59), 'kecha'],
  [at(2026, 2, 10, 23, 59), '2 kun oldin'],
  [at(2026, 1, 10, 12, 0), '30 kun oldin'],
  [at(2026, 1, 9, 12, 0), '09.02.2026'],
])('%s reads as %s', (iso, text) => {
  expect(formatAge(iso, now, t)).toBe(text)
})

test('just before midnight an hour ago is today, just after it yesterday', () => {
  const late = at(2026, 2, 11, 22, 50)
  expect(formatAge(late, new Date(2026, 2, 11, 23, 59), t)).toBe('bugun')
  expect(formatAge(late, new Date(2026, 2, 12, 0, 1), t)).toBe('kecha')
})

test('by days, what was a minute ago is today, also when the clocks disagree a little', () => {
  expect(formatDay(at(2026, 2, 12, 9, 29), now, t)).toBe('bugun')
  expect(formatDay(at(2026, 2, 13, 0, 1), now, t)).toBe('bugun')
})

test('a date has two digits for day and month', () => {
  expect(formatDate(at(2026, 0, 5))).toBe('05.01.2026')
})
