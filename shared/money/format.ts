import type { Translate } from '#shared/i18n/translate.ts'
import { type Currency, groupDigits, inOtherCurrency, type Price, type Rate } from '#shared/money/money.ts'

type MoneyKey =
  | 'money.uzs'
  | 'money.usd'
  | 'money.free'
  | 'money.exchange'
  | 'money.negotiable'
  | 'money.or_exchange'

/** "12 500 000 soʻm"; the sum itself does not break over two lines. */
export const formatSum = (amount: number, currency: Currency, t: Translate<MoneyKey>) =>
  t(currency === 'UZS' ? 'money.uzs' : 'money.usd', { amount: groupDigits(amount) })

/** The sum, or the word that stands in its place, and what is said beside it (may be empty). */
export function priceParts(price: Price | null, t: Translate<MoneyKey>): { main: string; note: string } {
  if (!price) return { main: '', note: '' }
  const { kind, amount, currency } = price
  if (kind === 'free') return { main: t('money.free'), note: '' }
  if (amount === null || !currency) return { main: kind === 'fixed' ? '' : t(`money.${kind}`), note: '' }
  const notes = {
    fixed: '',
    negotiable: t('money.negotiable').toLowerCase(),
    exchange: t('money.or_exchange'),
  }
  return { main: formatSum(amount, currency, t), note: notes[kind] }
}

/** The price as it was entered: "12 500 000 soʻm, kelishiladi", "Bepul"; empty where none is named. */
export function formatPrice(price: Price | null, t: Translate<MoneyKey>): string {
  const { main, note } = priceParts(price, t)
  return note ? `${main}, ${note}` : main
}

/** Dollars below which a whole number of them says nothing of a sum in so'm. */
const leastDollars = 10

/** The same sum in the other currency, "≈ 990 $"; empty where no sum is named, or one too small for dollars. */
export function formatOtherCurrency(price: Price | null, rate: Rate, t: Translate<MoneyKey>): string {
  if (!price?.currency || price.amount === null) return ''
  const other = inOtherCurrency(price.amount, price.currency, rate)
  if (other.currency === 'USD' && other.amount < leastDollars) return ''
  return `≈ ${formatSum(other.amount, other.currency, t)}`
}
