import * as v from 'valibot'
import { priceKindsFor } from '#shared/ads/check-price.ts'
import { type Draft, draftSchema } from '#shared/ads/schema.ts'
import { suggestTitle } from '#shared/ads/suggest-title.ts'
import { readAttribute } from '#shared/answers/attribute.ts'
import { readContact } from '#shared/answers/contact.ts'
import { readPlace } from '#shared/answers/place.ts'
import { readPrice } from '#shared/answers/price.ts'
import { categoryById } from '#shared/catalog/index.ts'
import type { Attribute } from '#shared/catalog/types.ts'
import { checkAttribute } from '#shared/catalog/validate.ts'
import type { Problem } from '#shared/errors.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { limits } from '#shared/limits.ts'
import { districtById } from '#shared/regions/regions.ts'
import { cleanLine, cleanText } from '#shared/text/clean.ts'
import { attributeFor, categoryOf, type Question } from './engine.ts'
import type { Facts } from './position.ts'

/** What became of an answer: the draft with it, why it is none, or which places it may mean. */
export type Answered = { draft: Draft } | { problem: Problem } | { choices: readonly string[] }

/** A draft in which nothing was answered. */
export const empty: Draft = { attributes: {}, photoIds: [] }

const put = (draft: Draft, change: Partial<Draft>): { draft: Draft } => ({ draft: { ...draft, ...change } })

/** Takes a typed answer to one question, read as leniently as it can be. */
export function answerTyped(draft: Draft, question: Question, typed: string): Answered {
  const attribute = attributeFor(draft, question)
  if (attribute) {
    const read = readAttribute(attribute, typed, draft.attributes ?? {})
    return 'value' in read ? putAttribute(draft, attribute, read.value) : read
  }
  switch (question) {
    case 'title':
    case 'mahalla':
    case 'landmark':
      return put(draft, { [question]: cleanLine(typed) })
    case 'description':
      return put(draft, { description: cleanText(typed) })
    case 'price': {
      const read = readPrice(typed, draft.price?.currency ?? 'UZS')
      return 'price' in read ? put(draft, { price: read.price }) : read
    }
    case 'districtId': {
      const read = readPlace(typed)
      if (!('districtId' in read)) return read
      return put(draft, { districtId: read.districtId, ...(read.rest && { mahalla: read.rest }) })
    }
    case 'contact.name':
      return putContact(draft, { name: cleanLine(typed) })
    case 'contact': {
      const read = readContact(typed)
      return 'problem' in read ? read : putContact(draft, read)
    }
    default:
      return { problem: { code: question === 'photoIds' ? 'photos_required' : 'category' } }
  }
}

/** Takes a pressed button's answer; undefined when there is no such answer to this question. */
export function answerChosen(
  draft: Draft,
  question: Question,
  value: string,
  { phone, locale }: Pick<Facts, 'phone' | 'locale'>,
): { draft: Draft } | undefined {
  const attribute = attributeFor(draft, question)
  if (attribute) {
    const meant = meaningOf(attribute, value)
    const { value: right } = checkAttribute(attribute, meant, draft.attributes ?? {})
    return right === undefined ? undefined : putAttribute(draft, attribute, right)
  }
  if (question === 'categoryId' && categoryById(value)) return { draft: intoCategory(draft, value) }
  if (question === 'districtId' && districtById(value)) return put(draft, { districtId: value })
  const kind = kindsToOffer(draft).find((known) => known === value)
  if (question === 'price' && kind)
    return put(draft, { price: { kind, currency: draft.price?.currency ?? 'UZS' } })
  if (question === 'title' && value === 'suggested') return put(draft, { title: titleFor(draft, locale) })
  if (question === 'contact' && value === 'phone' && phone) return putContact(draft, { phone })
  if (question === 'contact' && value === 'telegram') return putContact(draft, { telegram: true })
  return undefined
}

/** Kinds of price that need no sum. */
export const kindsToOffer = (draft: Draft) =>
  priceKindsFor(categoryOf(draft), draft.price?.kind).filter((kind) => kind !== 'fixed')

/** A title from the answers before it; empty when they say too little. */
export function titleFor(draft: Draft, locale: Locale): string {
  const category = categoryOf(draft)
  return category ? suggestTitle(category, draft.attributes ?? {}, locale) : ''
}

function meaningOf(attribute: Attribute, value: string) {
  if (attribute.type === 'bool') return value === 'yes' ? true : value === 'no' ? false : undefined
  return attribute.type === 'number' ? Number(value) : value
}

const putAttribute = (draft: Draft, { key }: Attribute, value: string | number | boolean) =>
  put(draft, { attributes: { ...draft.attributes, [key]: value } })

export const putContact = (draft: Draft, change: Partial<NonNullable<Draft['contact']>>) =>
  put(draft, { contact: { telegram: false, ...draft.contact, ...change } })

/** The draft in another category: answers that mean something there stay. */
export const intoCategory = (draft: Draft, categoryId: string): Draft => tidy({ ...draft, categoryId })

/** Without answers to questions that the category does not ask. */
export function tidy(draft: Draft): Draft {
  const known = new Set(categoryOf(draft)?.attributes.map(({ key }) => key))
  if (!categoryOf(draft)) return draft
  return { ...draft, attributes: keep(draft.attributes ?? {}, (key) => known.has(key)) }
}

/** Takes an answer out again. */
export function withoutAnswer(draft: Draft, question: Question): Draft {
  const attribute = attributeFor(draft, question)
  if (attribute) return { ...draft, attributes: keep(draft.attributes ?? {}, (key) => key !== attribute.key) }
  if (question === 'photoIds') return { ...draft, photoIds: [] }
  return { ...empty, ...keep(draft, (key) => key !== question) }
}

/** Without some of its answers; all that a draft must have is there. */
const keep = <T extends object>(record: T, wanted: (key: string, value: unknown) => boolean): T =>
  Object.fromEntries(Object.entries(record).filter(([key, value]) => wanted(key, value))) as T
/** What was really answered: an input that was emptied again is no answer. */
const answered = <T extends object>(record: T | undefined) =>
  record && keep(record, (_, value) => value !== '' && value !== undefined)

/** Adds what a text or the last ad says, never over an answer that is there. */
export function mergeGuess(draft: Draft, guess: Partial<Draft>): Draft {
  const categoryId = draft.categoryId || guess.categoryId
  const sameCategory = guess.categoryId === undefined || guess.categoryId === categoryId
  const merged = {
    ...guess,
    ...answered(draft),
    attributes: { ...(sameCategory && guess.attributes), ...answered(draft.attributes) },
    ...((guess.contact || draft.contact) && {
      contact: { telegram: false, ...guess.contact, ...answered(draft.contact) },
    }),
    photoIds: draft.photoIds ?? [],
  }
  const parsed = v.safeParse(draftSchema, merged)
  return parsed.success ? tidy(parsed.output) : draft
}

/** Without the place and phone that were only suggested where a text says its own. */
export function withoutSuggested(draft: Draft, suggested: Partial<Draft>, guess: Partial<Draft>): Draft {
  const isElsewhere = guess.districtId !== undefined && guess.districtId !== suggested.districtId
  const yields = (key: string, value: unknown) =>
    (key === 'districtId' || key === 'mahalla' || key === 'landmark') && value === suggested[key]
  const moves = isElsewhere && draft.districtId === suggested.districtId
  const placed = moves ? { ...empty, ...keep(draft, (key, value) => !yields(key, value)) } : draft
  const { phone, ...contact } = placed.contact ?? {}
  return guess.contact?.phone && phone && phone === suggested.contact?.phone
    ? { ...placed, contact: { telegram: false, ...contact } }
    : placed
}

/** With more photos at its end, each once; those over the limit are left out. */
export const withPhotos = (draft: Draft, ids: readonly string[]): Draft => ({
  ...draft,
  photoIds: [...new Set([...(draft.photoIds ?? []), ...ids])].slice(0, limits.photos.max),
})
