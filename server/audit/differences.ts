import { isDeepStrictEqual } from 'node:util'
import type { AuditRow } from '#server/audit/queries.ts'
import { isText, momentOf } from '#server/audit/tell.ts'
import { adStates } from '#shared/ads/states.ts'
import { attributeOf, categoryById, formatAttribute, labelOf } from '#shared/catalog/index.ts'
import type { AttributeValue, Category } from '#shared/catalog/types.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { staffTexts } from '#shared/i18n/staff/index.ts'
import type { StaffTextKey } from '#shared/i18n/staff/uz/index.ts'
import { formatPrice } from '#shared/money/format.ts'
import type { Price } from '#shared/money/money.ts'
import { placeLabel } from '#shared/regions/regions.ts'

/** One thing that is another than before, in the reader's words; null: there was or is nothing. */
export interface Difference {
  label: string
  before: string | null
  after: string | null
}

/** Numbers of rows, and what follows from the rest. */
const silent = new Set(['revision', 'regionId', 'pricePer', 'report', 'reports'])
/** Letters of a value that are told. */
const longest = 400

/** What an entry says was changed, field by field: those of a field that is a group are fields of their own. */
export function differencesOf(
  { before, after }: Pick<AuditRow, 'before' | 'after'>,
  locale: Locale,
): Difference[] {
  const [was, is] = [flat(before), flat(after)]
  const category = categoryById(String(is.get('categoryId') ?? was.get('categoryId')))
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => !silent.has(lastOf(path)) && !isDeepStrictEqual(was.get(path), is.get(path)))
    .map(
      (path) =>
        (category && answerOf(category, path, was.get(path), is.get(path), locale)) ??
        differenceOf(path, was.get(path) ?? null, is.get(path) ?? null, locale),
    )
    .filter(({ before: old, after: now }) => old !== now)
}

const lastOf = (path: string) => path.split('.').at(-1) as string

function flat(value: unknown, path = ''): Map<string, unknown> {
  const isGroup =
    typeof value === 'object' && value !== null && !Array.isArray(value) && lastOf(path) !== 'price'
  if (!isGroup) return new Map(path && value !== null && value !== undefined ? [[path, value]] : [])
  return new Map(
    Object.entries(value).flatMap(([key, each]) => [...flat(each, path ? `${path}.${key}` : key)]),
  )
}

/** An answer to one of a category's questions, in its words; undefined when it is none. */
function answerOf(
  category: Category,
  path: string,
  was: unknown,
  is: unknown,
  locale: Locale,
): Difference | undefined {
  const [group, key = ''] = path.split('.')
  const attribute = group === 'attributes' ? attributeOf(category, key) : undefined
  if (!attribute) return undefined
  const answer = (value: unknown) =>
    value === undefined ? null : formatAttribute(attribute, value as AttributeValue, locale)
  return { label: labelOf(attribute.labels, locale), before: answer(was), after: answer(is) }
}

/** Of lists only what has come and gone. */
function differenceOf(path: string, was: unknown, is: unknown, locale: Locale): Difference {
  const without = (list: unknown, other: unknown) =>
    Array.isArray(list) && Array.isArray(other)
      ? list.filter((item) => !other.some((one) => isDeepStrictEqual(item, one)))
      : list
  const isReordered = isDeepStrictEqual([without(was, is), without(is, was)], [[], []])
  return {
    label: labelOfPath(path, locale),
    before: valueOf(path, isReordered ? was : without(was, is), locale),
    after: valueOf(path, isReordered ? is : without(is, was), locale),
  }
}

function labelOfPath(path: string, locale: Locale): string {
  const t = staffTexts(locale)
  return path
    .split('.')
    .filter((part) => part !== 'attributes')
    .map((part) => (isText(`audit.field_${part}`) ? t(`audit.field_${part}` as StaffTextKey) : part))
    .join(' · ')
}

/** A value as it is read; null where there is none. */
function valueOf(path: string, value: unknown, locale: Locale): string | null {
  if (value === null || value === '') return null
  if (Array.isArray(value)) {
    const items = value.map((item) => valueOf(path, item, locale)).filter((item) => item !== null)
    return items.length > 0 ? short(items.join(', ')) : null
  }
  const t = staffTexts(locale)
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
  const field = lastOf(path)
  if (field === 'price') return formatPrice(value as Price, common(locale)) || null
  if (typeof value === 'object') return short(JSON.stringify(value))
  return short(wordOf(field, String(value), locale))
}

function wordOf(field: string, text: string, locale: Locale): string {
  const category = field === 'categoryId' ? categoryById(text) : undefined
  if (category) return labelOf(category.labels, locale)
  if (field === 'districtId') return placeLabel(text, locale) ?? text
  const state = field === 'state' ? adStates.find((known) => known === text) : undefined
  if (state) return common(locale)(`state.${state}`)
  const word = `audit.value_${field}_${text}`
  if (isText(word)) return staffTexts(locale)(word)
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? momentOf(new Date(text)) : text
}

const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)
