export const currencies = ['UZS', 'USD'] as const
export type Currency = (typeof currencies)[number]
export const priceKinds = ['fixed', 'negotiable', 'exchange', 'free'] as const
export type PriceKind = (typeof priceKinds)[number]

/** A price as it was entered; the amount in whole units, absent where none was named. */
export interface Price {
  kind: PriceKind
  amount: number | null
  currency: Currency | null
}

/** Non-breaking space: a sum never breaks over two lines. */
const space = '\u00a0'

/** `12500000` → `12 500 000`. */
export const groupDigits = (amount: number) =>
  Math.trunc(amount)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, space)

/** So'm for one dollar on a date (`YYYY-MM-DD`). */
export interface Rate {
  uzsPerUsd: number
  date: string
}

/** The value in whole so'm by which prices of both currencies are compared. */
export const toUzs = (amount: number, currency: Currency, rate: Rate) =>
  currency === 'UZS' ? Math.round(amount) : Math.round(amount * rate.uzsPerUsd)

/** The same sum in the other currency, rounded so that it reads as an estimate. */
export function inOtherCurrency(amount: number, currency: Currency, rate: Rate) {
  if (currency === 'USD') return { amount: roundTo(amount * rate.uzsPerUsd, 1000), currency: 'UZS' as const }
  const dollars = amount / rate.uzsPerUsd
  return {
    amount: dollars >= 100 ? roundTo(dollars, 10) : Math.max(1, Math.round(dollars)),
    currency: 'USD' as const,
  }
}

const roundTo = (value: number, step: number) => Math.round(value / step) * step
