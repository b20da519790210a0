import { formatAttribute } from '#shared/catalog/format.ts'
import type { AttributeView, CategoryView, NumberView, TopCategoryView } from '#shared/catalog/view.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { formatSum } from '#shared/money/format.ts'
import { type AdFilters, type AttributeFilter, isRange, type Range } from '#shared/search/filters.ts'
import type { TextKey } from '#webapp/i18n.ts'

/** One active filter in words, and the list without it. */
export interface ActiveFilter {
  /** `category`, `place`, `price`, `attr.make` … */
  key: string
  label: string
  without: AdFilters
}

/** What words need: the catalogue in their language, undefined while it is not there, and the names of places. */
export interface Words {
  t: Translate<TextKey>
  locale: Locale
  top: (id: string) => Pick<TopCategoryView, 'label' | 'icon'> | undefined
  category: (id: string) => Pick<CategoryView, 'label'> | undefined
  /** What may be asked in a category, or anywhere in a large one. */
  attributes: (categoryId: string) => readonly AttributeView[]
  place: (place: Pick<AdFilters, 'region' | 'district'>) => string
}

/** Every filter of a list but its words and order. */
export function activeFilters(filters: AdFilters, words: Words): readonly ActiveFilter[] {
  const { t } = words
  const found: ActiveFilter[] = []
  const add = (key: string, label: string | undefined, without: AdFilters) => {
    if (label) found.push({ key, label, without })
  }
  if (filters.category) {
    const { category: id, attributes: _, ...rest } = filters
    const [top = ''] = id.split('.')
    const label = words.category(id)?.label ?? words.top(id)?.label
    add('category', label ?? t('ads.category'), id.includes('.') ? { ...rest, category: top } : rest)
  }
  const asked = words.attributes(filters.category ?? '')
  for (const [key, filter] of Object.entries(filters.attributes ?? {})) {
    const attribute = asked.find((other) => other.key === key)
    if (isImplied(key, asked, filters)) continue
    add(
      `attr.${key}`,
      attribute ? describe(attribute, filter, words) : key,
      withoutAttribute(filters, key, asked),
    )
  }
  if (filters.price) {
    const { price, currency = 'UZS', ...rest } = filters
    const sum = (amount: number) => formatSum(amount, currency, t)
    add('price', describeRange(price, sum, t), rest)
  }
  if (filters.region || filters.district) {
    const { region: _region, district: _district, ...rest } = filters
    add('place', words.place(filters), rest)
  }
  if (filters.photos) {
    const { photos: _, ...rest } = filters
    add('photos', t('search.with_photos'), rest)
  }
  if (filters.negotiable) {
    const { negotiable: _, ...rest } = filters
    add('negotiable', t('money.negotiable'), rest)
  }
  return found
}

/** A make is said by its model. */
const isImplied = (key: string, asked: readonly AttributeView[], filters: AdFilters) =>
  asked.some(
    (other) => other.type === 'select' && other.dependsOn === key && other.key in (filters.attributes ?? {}),
  )

/** The filters without one of an attribute; without a make its models go too. */
export function withoutAttribute(
  filters: AdFilters,
  key: string,
  asked: readonly AttributeView[],
): AdFilters {
  const gone = new Set([key])
  for (const other of asked)
    if (other.type === 'select' && other.dependsOn !== undefined && gone.has(other.dependsOn))
      gone.add(other.key)
  const left = Object.entries(filters.attributes ?? {}).filter(([other]) => !gone.has(other))
  const { attributes: _, ...rest } = filters
  return left.length > 0 ? { ...rest, attributes: Object.fromEntries(left) } : rest
}

function describe(attribute: AttributeView, filter: AttributeFilter, { t, locale }: Words): string {
  if (filter === true) return attribute.label
  if (isRange(filter)) {
    const say = (value: number) => formatAttribute(attribute, value, locale)
    return `${attribute.label}: ${describeRange(filter, say, t)}`
  }
  const names = filter.map((id) => formatAttribute(attribute, id, locale))
  return names.length <= 2 ? names.join(', ') : `${attribute.label}: ${names.length}`
}

function describeRange({ min, max }: Range, say: (value: number) => string, t: Translate<TextKey>): string {
  if (min === max && min !== undefined) return say(min)
  if (min === undefined) return t('search.up_to', { value: say(max ?? 0) })
  if (max === undefined) return t('search.from', { value: say(min) })
  return `${say(min)} – ${say(max)}`
}

/** The numbers of a short whole range, "1 … 7 rooms", fit for being tapped; undefined where it is long. */
export function shortRange({ min, max, decimals }: NumberView): readonly number[] | undefined {
  if (decimals || max - min >= 8) return undefined
  return Array.from({ length: max - min + 1 }, (_, index) => min + index)
}

/** A tapped number begins a range, a second one ends it, and one within it makes it that one alone. */
export function tapRange(range: Range | undefined, value: number): Range | undefined {
  if (!range || range.min === undefined || range.max === undefined) return { min: value, max: value }
  if (range.min === value && range.max === value) return undefined
  if (range.min !== range.max) return { min: value, max: value }
  return { min: Math.min(range.min, value), max: Math.max(range.max, value) }
}
