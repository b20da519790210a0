import { checkPrice } from '#shared/ads/check.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { rangeText } from '#shared/catalog/format.ts'
import { categoryById, formatAttribute, labelOf } from '#shared/catalog/index.ts'
import { unitLabel } from '#shared/catalog/units.ts'
import { plainLine } from '#shared/channel/plain.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { formatPrice } from '#shared/money/format.ts'
import { placeLabel } from '#shared/regions/regions.ts'
import { formatPhone } from '#shared/text/phone.ts'
import { attributeFor, categoryOf, type Question } from './engine.ts'
import { type DialogKey, dialogTexts } from './texts.ts'

/** UTF-16 units of an answer as the question repeats it. */
const answerLength = 120

const titles = {
  photoIds: 'photo.first_title',
  categoryId: 'draft.step_category',
  title: 'draft.problem_title',
  districtId: 'draft.step_place',
  'contact.name': 'draft.problem_name',
  contact: 'draft.phone',
  description: 'draft.description',
  mahalla: 'draft.mahalla',
  landmark: 'draft.landmark',
} as const satisfies Record<string, DialogKey>
const hints = {
  photoIds: 'photo.first_text',
  categoryId: 'draft.category_search',
  price: 'dialog.price_hint',
  districtId: 'dialog.place_hint',
  contact: 'draft.phone_hint',
  description: 'draft.description_hint',
  mahalla: 'draft.mahalla_hint',
  landmark: 'draft.landmark_hint',
} as const satisfies Record<string, DialogKey>
const priceTitles = {
  price: 'draft.step_price',
  salary: 'draft.step_salary',
  rent: 'draft.step_rent',
} as const

/** The question itself: the catalogue's label, or the form's own words for what every ad has. */
export function questionTitle(draft: Draft, question: Question, locale: Locale): string {
  const t = dialogTexts(locale)
  const attribute = attributeFor(draft, question)
  if (attribute) {
    const label = labelOf(attribute.labels, locale)
    const unit = attribute.type === 'number' && attribute.unit && unitLabel(attribute.unit, locale)
    return unit && !names(label, unit) ? `${label}, ${unit}` : label
  }
  if (question === 'price') return t(priceTitles[categoryOf(draft)?.priceLabel ?? 'price'])
  return question in titles ? t(titles[question as keyof typeof titles]) : ''
}

/** "Necha oylik", "Сколько голов": the unit stands in the question already. */
const names = (label: string, unit: string) =>
  (label.toLowerCase().match(/[\p{L}ʻ]{2,}/gu) ?? []).some(
    (word) => word.startsWith(unit) || (word.length > 3 && unit.startsWith(word)),
  ) && unit.length > 1

/** An example or a short help under the question; may be empty. */
export function questionHint(draft: Draft, question: Question, locale: Locale): string {
  const t = dialogTexts(locale)
  const attribute = attributeFor(draft, question)
  if (attribute?.hint) return labelOf(attribute.hint, locale)
  if (attribute) return attribute.type === 'number' ? rangeText(attribute, locale) : ''
  const category = categoryOf(draft)
  if (question === 'title')
    return category ? t('draft.title_example', { example: labelOf(category.titleExample, locale) }) : ''
  return question in hints ? t(hints[question as keyof typeof hints]) : ''
}

/** What was answered, in a few words; empty where nothing was. */
export function answerText(draft: Draft, question: Question, locale: Locale): string {
  const attribute = attributeFor(draft, question)
  if (attribute) {
    const value = draft.attributes?.[attribute.key]
    return value === undefined ? '' : short(formatAttribute(attribute, value, locale))
  }
  const { categoryId = '', districtId = '', contact, price, photoIds } = draft
  switch (question) {
    case 'photoIds':
      return photoIds?.length ? dialogTexts(locale)('dialog.photos', { count: photoIds.length }) : ''
    case 'categoryId': {
      const category = categoryById(categoryId)
      return category ? labelOf(category.labels, locale) : ''
    }
    case 'price': {
      const checked = checkPrice(categoryOf(draft), price)
      return 'price' in checked ? formatPrice(checked.price, common(locale)) : String(price?.amount ?? '')
    }
    case 'districtId':
      return placeLabel(districtId, locale)
    case 'contact.name':
      return short(contact?.name ?? '')
    case 'contact':
      return contact?.phone
        ? short(formatPhone(contact.phone))
        : contact?.telegram
          ? dialogTexts(locale)('draft.telegram_allowed')
          : ''
    case 'title':
    case 'description':
    case 'mahalla':
    case 'landmark':
      return short(draft[question] ?? '')
    default:
      return ''
  }
}

const short = (text: string) => plainLine(text, answerLength)
