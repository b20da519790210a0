import { checkPrice } from '#shared/ads/check-price.ts'
import { titleProblem } from '#shared/ads/rules.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { readContact, withoutPhones } from '#shared/answers/contact.ts'
import { wordsOf } from '#shared/answers/fold.ts'
import { guessAttributes } from '#shared/answers/guess-attributes.ts'
import { guessCategory, readCategory } from '#shared/answers/guess-category.ts'
import { joinNumbers, tokensOf } from '#shared/answers/numbers.ts'
import { findPlace, readPlace } from '#shared/answers/place.ts'
import { currencyOf, kindOf, type TypedPrice, withCurrencies } from '#shared/answers/price.ts'
import { isUnit } from '#shared/answers/units.ts'
import { categoryById } from '#shared/catalog/index.ts'
import type { Category } from '#shared/catalog/types.ts'
import { limits } from '#shared/limits.ts'
import { cleanLine, cleanText } from '#shared/text/clean.ts'

/**
 * What a free text, typed or forwarded, surely says of an ad, in any script; whatever is unclear stays open, to be
 * asked. A text that only says what is sold ("Telefonlar", "Sigir") gives that and no title.
 */
export function guessDraft(text: string): Partial<Draft> {
  const whole = cleanText(text).slice(0, 10_000)
  const categoryId = readCategory(whole)
  const category = categoryId === undefined ? undefined : categoryById(categoryId)
  const plain = withoutPhones(whole)
  const attributes = category ? guessAttributes(category, plain) : {}
  const price = guessPrice(category, plain)
  const districtId = findPlace(plain)
  const contact = readContact(whole)
  const line = titleOf(whole)
  const title = withoutTold(line, { price, districtId })
  const description = whole.slice(0, limits.description.max).trim()
  return {
    ...(categoryId !== undefined && { categoryId }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(title && !isName(whole) && !titleProblem(title) && { title }),
    ...(title && cleanLine(description) !== line && { description }),
    ...(price && { price }),
    ...(districtId !== undefined && { districtId }),
    ...('phone' in contact &&
      contact.phone && { contact: { phone: contact.phone, telegram: contact.telegram ?? false } }),
  }
}

/** Only one word, or the name of a category: the questions will tell more. */
const isName = (text: string) =>
  wordsOf(text).length < 2 || (guessCategory(text) === undefined && readCategory(text) !== undefined)

const greeting =
  /^(?:as+alom\p{L}*|salom\p{L}*|ассалом\p{L}*|салом\p{L}*|здравствуйте|привет|добрый|hello|hi)(?:[\s,!]+\p{L}+){0,3}[\s!.]*$/iu

/** The first line that says something, without phones, links, tags and ornaments; cut between words. */
function titleOf(text: string): string {
  for (const line of withoutPhones(text).split('\n')) {
    const words = cleanLine(
      line
        .replace(/(?:https?:\/\/|t\.me\/|www\.)\S+|[@#][\p{L}\d_]+/gu, ' ')
        .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|[★•▪*_~|]|\u200d|\u20e3|\ufe0f/gu, ' '),
    ).replace(/^[\s,.:;!–—-]+|[\s,.:;!–—-]+$/g, '')
    if (!/\p{L}{3}/u.test(words) || greeting.test(words)) continue
    const calm = words.replace(/\p{Lu}{4,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    if (calm.length <= limits.title.max) return calm
    const cut = calm.slice(0, limits.title.max + 1)
    return cut
      .slice(0, Math.max(cut.lastIndexOf(' '), limits.title.max / 2))
      .trim()
      .slice(0, limits.title.max)
  }
  return ''
}

/** The title without its parts that only say the price or the place, which the ad tells beside it anyway. */
function withoutTold(
  title: string,
  { price, districtId }: Pick<Draft, 'districtId'> & { price?: TypedPrice | undefined },
) {
  const [first = '', ...rest] = partsOf(title)
  const isTold = (part: string) => {
    const place = readPlace(part)
    if ('districtId' in place && !place.rest && place.districtId === districtId) return true
    return price?.amount !== undefined && sumOf(part) === price.amount
  }
  return [first, ...rest.filter((part) => !isTold(part))].join(', ')
}

/** Commas between digits part nothing. */
const partsOf = (text: string) => text.split(/\s*(?:,(?!\d)|[;|\n])\s*/)

/** A part that is a sum and nothing else: "900 ming", "narxi 12500$". */
function sumOf(part: string): number | undefined {
  const words = wordsIn(part)
  const [sum, ...more] = words.filter((word) => typeof word === 'number')
  const isSum = words.every((word) => typeof word === 'number' || label.test(word) || currencyOf(word))
  return isSum && more.length === 0 ? sum : undefined
}

const label = /^(?:narh|narki|narsi|sena|sen[ua]|price|puli)/

/** Numbers joined, words folded, no punctuation. */
const wordsIn = (text: string) =>
  joinNumbers(tokensOf(withCurrencies(text)))
    .map(({ value }) => value)
    .filter((value) => typeof value === 'number' || !/^[-–—.,:~=]$/.test(value))

/**
 * The one sum that a currency, "mln" or the word for price marks; of several, the one called the price. Thousands that
 * stand alone ("Divan, 900 ming, Asaka") are a price where the category asks for no number that they might be.
 */
function guessPrice(category: Category | undefined, text: string): TypedPrice | undefined {
  const words = wordsIn(text)
  const marked = words.flatMap((word, at) => {
    if (typeof word !== 'number') return []
    const next = words[at + 1]
    const currency = currencyOf(next) ?? (words[at - 1] === '$' ? 'USD' : undefined)
    const named = [words[at - 1], words[at - 2]].some((near) => typeof near === 'string' && label.test(near))
    const measured = typeof next === 'string' && isUnit(next)
    const isSum = currency !== undefined || (!measured && (word >= 1e6 || (named && word >= 10_000)))
    return isSum ? [{ amount: word, currency: currency ?? ('UZS' as const), named }] : []
  })
  const sums = marked.length > 0 || !category ? marked : aloneIn(category, text)
  const called = sums.filter(({ named }) => named)
  const [only, ...more] = distinct(called.length > 0 ? called : sums)
  const kind = kindOf(words)
  const plainKind: TypedPrice['kind'] =
    kind === 'negotiable' || (kind === 'exchange' && !asksBarter(category)) ? kind : 'fixed'
  if (!only) return sums.length === 0 && kind === 'negotiable' ? { kind, currency: 'UZS' } : undefined
  const price = { kind: plainKind, amount: only.amount, currency: only.currency }
  const right = 'price' in checkPrice(category, price)
  return more.length === 0 && right && category?.price !== 'none' && category?.price !== 'free'
    ? price
    : undefined
}

/** Said in a word: digits alone may be anything. */
const inWords = /\p{L}/u
function aloneIn({ attributes }: Category, text: string) {
  const isOther = (sum: number) =>
    attributes.some((attribute) => attribute.type === 'number' && sum <= attribute.max)
  return partsOf(text).flatMap((part) => {
    const sum = inWords.test(part) ? sumOf(part) : undefined
    return sum !== undefined && sum >= 10_000 && !isOther(sum)
      ? [{ amount: sum, currency: 'UZS' as const, named: false }]
      : []
  })
}

const distinct = <S extends { amount: number; currency: string }>(sums: readonly S[]) => [
  ...new Map(sums.map((sum) => [`${sum.amount} ${sum.currency}`, sum])).values(),
]
const asksBarter = (category: Category | undefined) =>
  category?.attributes.some(({ key }) => key === 'barter') ?? false
