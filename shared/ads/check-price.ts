import { type Draft } from '#shared/ads/schema.ts'
import type { Category } from '#shared/catalog/types.ts'
import type { Problem, Problems } from '#shared/errors.ts'
import { limits } from '#shared/limits.ts'
import { type Price, type PriceKind, priceKinds } from '#shared/money/money.ts'
import { parseSum } from '#shared/money/parse.ts'

/** `null` where the category names no price or, where it may be left open, none was given. */
type CheckedPrice = { price: Price | null } | { problems: Problems }

/**
 * Judges a price by its category's policy: a fixed price needs its sum, a negotiable one or an exchange may name
 * one, a gift has none. A typed sum ("12,5 mln") is read, and a currency written into it goes before the chosen one.
 * Without a category (not chosen yet) no price is missed.
 */
export function checkPrice(
  category: Pick<Category, 'price'> | undefined,
  wanted: Draft['price'] | Price | null,
): CheckedPrice {
  const policy = category?.price ?? 'optional'
  if (policy === 'none') return { price: null }
  if (policy === 'free') return { price: withoutSum('free') }
  const amount = wanted?.amount ?? ''
  if (!wanted || (amount === '' && wanted.kind === 'fixed'))
    return policy === 'required' ? wrong('price', { code: 'price' }) : { price: null }
  if (wanted.kind === 'free') return { price: withoutSum('free') }
  if (amount === '') return { price: withoutSum(wanted.kind) }

  const sum = typeof amount === 'string' ? parseSum(amount) : { amount }
  if (!sum || !Number.isInteger(sum.amount)) return wrong('price.amount', { code: 'type' })
  const currency = sum.currency ?? wanted.currency ?? 'UZS'
  const range = { min: limits.price.min, max: limits.price.max[currency] }
  if (sum.amount < range.min || sum.amount > range.max)
    return wrong('price.amount', { code: 'range', ...range })
  return { price: { kind: wanted.kind, amount: sum.amount, currency } }
}

const ofPay: readonly PriceKind[] = ['fixed', 'negotiable']

/** The kinds of price to offer: pay and rent are neither swapped nor given away, but what was `said` is there. */
export const priceKindsFor = (
  category: Pick<Category, 'priceLabel'> | undefined,
  said?: PriceKind,
): readonly PriceKind[] =>
  priceKinds.filter((kind) => category?.priceLabel === 'price' || ofPay.includes(kind) || kind === said)

const withoutSum = (kind: Price['kind']): Price => ({ kind, amount: null, currency: null })
const wrong = (path: string, problem: Problem) => ({ problems: { [path]: problem } })
