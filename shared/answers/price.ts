import { checkPrice } from '#shared/ads/check-price.ts'
import { fold } from '#shared/answers/fold.ts'
import { joinNumbers, tokensOf } from '#shared/answers/numbers.ts'
import type { Problem } from '#shared/errors.ts'
import type { Currency, PriceKind } from '#shared/money/money.ts'

/** Beginnings of folded words. */
const kinds: readonly (readonly [PriceKind, RegExp])[] = [
  ['negotiable', /^(?:kelish|dogovor|torg|savdolash|negotiab|ustama)/],
  ['exchange', /^(?:airbosh|almash|alishtir|alishaman|barter|obmen|ehchang|trad|swap)/],
  ['free', /^(?:bepul|tekin|besplatn|darom|darm|fre$|otdam|sadaka)/],
]
export const currencyOf = (word: string | number | undefined): Currency | undefined =>
  typeof word === 'string' ? currencies.find(([, pattern]) => pattern.test(word))?.[0] : undefined
const currencies: readonly (readonly [Currency, RegExp])[] = [
  ['USD', /^(?:\$|usd|dol|ue$|baks|kokidan|koki$)/],
  ['UZS', /^(?:som|sum|uzs)/],
]
const denials = /^(?:iok|iuk|net|bez|emas|no|not|ne|hech)$/

/** A price as a draft keeps it: the sum in whole units, absent where none was named. */
export interface TypedPrice {
  kind: PriceKind
  amount?: number
  currency: Currency
}
type Answer = { price: TypedPrice } | { problem: Problem }

/** A price as people write it ("12,5 mln kelishiladi", "1500 у.е.", "бартер"); `defaultCurrency` where none is named. */
export function readPrice(typed: string, defaultCurrency: Currency): Answer {
  const words = joinNumbers(tokensOf(withCurrencies(typed))).map(({ value }) => value)
  const [amount, ...more] = words.filter((word) => typeof word === 'number')
  const [named, ...others] = currencies.filter(([, pattern]) =>
    words.some((word) => typeof word === 'string' && pattern.test(word)),
  )
  if (more.length > 0 || others.length > 0 || /^\s*[-−]/.test(typed)) return { problem: { code: 'type' } }
  const kind = kindOf(words)
  const currency = named?.[0] ?? defaultCurrency
  if (amount !== undefined)
    return judged({ kind: kind && kind !== 'free' ? kind : 'fixed', amount, currency })
  return kind ? { price: { kind, currency } } : { problem: { code: typed.trim() ? 'price' : 'required' } }
}

/** "12m" and the many ways to write "у. е." spelt out; folded. */
export const withCurrencies = (typed: string) =>
  fold(typed)
    .replace(/(\d)\s*m(?![\p{L}\d])/gu, '$1 mln')
    .replace(/(^|[^\p{L}])[uie]\s*\.\s*e(?!\p{L})\.?/gu, '$1 usd ')
    .replace(/(^|[^\p{L}])(?:e|ue|u e)(?!\p{L})/gu, '$1 usd ')

/** What is said of the price besides its sum; "torg yoʻq" and "обмена нет" say that it is not so. */
export function kindOf(words: readonly (string | number)[]): PriceKind | undefined {
  return kinds.find(([, pattern]) =>
    words.some((word, at) => {
      if (typeof word !== 'string' || !pattern.test(word)) return false
      return ![words[at - 1], words[at + 1]].some((near) => typeof near === 'string' && denials.test(near))
    }),
  )?.[0]
}

function judged(price: TypedPrice): Answer {
  const checked = checkPrice(undefined, price)
  if ('problems' in checked) return { problem: Object.values(checked.problems)[0] ?? { code: 'type' } }
  return { price }
}
