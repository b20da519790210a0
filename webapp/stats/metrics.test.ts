import { expect, it } from 'vitest'
import { staffTexts } from '#shared/i18n/staff/index.ts'
import { formatChange, formatSpan, formatValue, metrics, sparkOf } from './metrics.ts'

const uz = staffTexts('uz')
const en = staffTexts('en')

it('groups numbers as the language does', () => {
  expect(formatValue(1_234_567, 'count', 'en', en)).toBe('1,234,567')
  expect(formatValue(1_234_567, 'count', 'ru', staffTexts('ru'))).toMatch(/^1\s234\s567$/)
  expect(formatValue(48, 'percent', 'uz', uz)).toBe('48%')
  expect(formatValue(null, 'count', 'uz', uz)).toBe('—')
})

it('tells a length of time by its largest unit', () => {
  expect([5, 59, 60, 3599, 3600, 100_000, 260_000].map((seconds) => formatSpan(seconds, en))).toEqual([
    '5 s',
    '59 s',
    '1 min',
    '60 min',
    '1 h',
    '28 h',
    '3 d',
  ])
})

it('says how a figure has changed, and nothing where nothing was', () => {
  const change = (now: number, before: number, period = '30') =>
    formatChange({ value: now, compared: { now, before } }, 'count', period, 'en', en)
  expect(change(150, 100)).toBe('50% more')
  expect(change(50, 100)).toBe('50% less')
  expect(change(100, 100)).toBe('no change')
  expect(change(5, 0)).toBe('')
  expect(change(5, 1200, 'today')).toBe('yesterday: 1,200')
  expect(formatChange({ value: 90, compared: { now: 90, before: 300 } }, 'seconds', '7', 'en', en)).toBe(
    'before: 5 min',
  )
  expect(formatChange({ value: 1, compared: null }, 'count', '7', 'en', en)).toBe('')
})

it('draws a line that a day without an answer breaks', () => {
  expect(sparkOf([0, 10, null, 5, 10], 40, 20)).toBe('M0.0 20.0L10.0 0.0M30.0 10.0L40.0 0.0')
  expect(sparkOf([0], 40, 20)).toBe('M0.0 20.0')
})

it('knows no share of nothing', () => {
  const row = { sold: 0, ended: 0 } as Parameters<typeof metrics.sold.main.of>[0]
  expect(metrics.sold.main.of(row)).toBeNull()
  expect(metrics.sold.main.of({ ...row, sold: 1, ended: 3 })).toBe(33)
})
