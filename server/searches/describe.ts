import {
  attributeOf,
  categoryById,
  formatAttribute,
  labelOf,
  topCategoryById,
} from '#shared/catalog/index.ts'
import type { Attribute, Category } from '#shared/catalog/types.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { formatSum } from '#shared/money/format.ts'
import { districtById, regionById } from '#shared/regions/regions.ts'
import { type AdFilters, type AttributeFilter, isRange, type Range } from '#shared/search/filters.ts'

/** What is looked for, in words: "«kobalt» · Yengil avtomobillar · 12 000 $ gacha · Asaka tumani". */
export function describeFilters(filters: AdFilters, locale: Locale): string {
  const { q, category, price, currency = 'UZS', region, district, photos, negotiable } = filters
  const t = common(locale)
  const found = categoryById(category ?? '')
  const labels = found?.labels ?? topCategoryById(category ?? '')?.labels
  const place = districtById(district ?? '') ?? regionById(region ?? '')
  return [
    q && `«${q}»`,
    labels && labelOf(labels, locale),
    ...(found ? answers(found, filters, locale) : []),
    price && range(price, (amount) => formatSum(amount, currency, t), locale),
    place?.names[locale],
    photos && botTexts(locale)('search.with_photos'),
    negotiable && t('money.negotiable'),
  ]
    .filter(Boolean)
    .join(' · ')
}

function answers(category: Category, { attributes = {} }: AdFilters, locale: Locale): string[] {
  return Object.entries(attributes).flatMap(([key, filter]) => {
    const attribute = attributeOf(category, key)
    // A make is said by its model.
    const isSaid = category.attributes.some(
      (other) => other.type === 'select' && other.dependsOn === key && other.key in attributes,
    )
    return attribute && !isSaid ? [answer(attribute, filter, locale)] : []
  })
}

function answer(attribute: Attribute, filter: AttributeFilter, locale: Locale): string {
  const label = labelOf(attribute.labels, locale)
  if (filter === true) return label
  if (isRange(filter))
    return `${label}: ${range(filter, (value) => formatAttribute(attribute, value, locale), locale)}`
  const names = filter.map((id) => formatAttribute(attribute, id, locale))
  return names.length <= 3 ? names.join(', ') : `${label}: ${names.length}`
}

function range({ min, max }: Range, say: (value: number) => string, locale: Locale): string {
  const t = botTexts(locale)
  if (min === undefined) return t('search.up_to', { value: say(max ?? 0) })
  if (max === undefined) return t('search.from', { value: say(min) })
  return min === max ? say(min) : `${say(min)} – ${say(max)}`
}
