import { expect, test } from 'vitest'
import { common } from '#shared/i18n/common/index.ts'
import { formatOtherCurrency, formatPrice } from '#shared/money/format.ts'
import type { Price } from '#shared/money/money.ts'

const rate = { uzsPerUsd: 12_000, date: '2026-11-01' }
const t = common('uz')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each<[Price | null, string, string]>([
  [{ kind: 'fixed', amount: 12_500_000, currency: 'UZS' }, '12 500 000 soʻm', '≈ 1 040 $'],
  [{ kind: 'fixed', amount: 11_500, currency: 'USD' }, '11 500 $', '≈ 138 000 000 soʻm'],
  [{ kind: 'negotiable', amount: 500_000, currency: 'UZS' }, '500 000 soʻm, kelishiladi', '≈ 42 $'],
  [{ kind: 'negotiable', amount: null, currency: null }, 'Kelishiladi', ''],
  [
    { kind: 'exchange', amount: 900, currency: 'USD' },
    '900 $, ayirboshlasa ham boʻladi',
    '≈ 10 800 000 soʻm',
  ],
  [{ kind: 'exchange', amount: null, currency: null }, 'Ayirboshlash', ''],
  [{ kind: 'free', amount: null, currency: null }, 'Bepul', ''],
  [{ kind: 'fixed', amount: 6_500, currency: 'UZS' }, '6 500 soʻm', ''],
  [null, '', ''],
])('%j reads «%s», beside it «%s»', (price, text, other) => {
  expect(plain(formatPrice(price, t))).toBe(text)
  expect(plain(formatOtherCurrency(price, rate, t))).toBe(other)
})

test('a sum does not break over two lines', () => {
  expect(formatPrice({ kind: 'fixed', amount: 12_500_000, currency: 'UZS' }, t)).toMatch(
    /^12\u00a0500\u00a0000/,
  )
})
