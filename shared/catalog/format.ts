import { labelOf } from '#shared/catalog/labels.ts'
import type { Attribute, AttributeValue, NumberAttribute, Option } from '#shared/catalog/types.ts'
import { unitForms } from '#shared/catalog/units.ts'
import type { AttributeView, NumberView, OptionView } from '#shared/catalog/view.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { groupDigits } from '#shared/money/money.ts'

export const optionLabel = (option: Option | OptionView, locale: Locale): string =>
  'labels' in option ? labelOf(option.labels, locale) : option.label

/** `cobalt`, `nexia3`: the Latin letters and digits of an option's name; empty for "other" and for what has none. */
export function optionHashtag(option: Option): string {
  if (/(?:^|-)other$/.test(option.id)) return ''
  return option.labels.uz.toLowerCase().replace(/[^a-z0-9]/g, '')
}

const yesNo: Readonly<Record<Locale, readonly [yes: string, no: string]>> = {
  uz: ['Ha', 'Yoʻq'],
  'uz-Cyrl': ['Ҳа', 'Йўқ'],
  ru: ['Да', 'Нет'],
  en: ['Yes', 'No'],
}

/**
 * A value as people read it: "87 000 km", "Cobalt", "Ha"; spaces inside are non-breaking. A view must be of the
 * same locale. An option that is no longer in the catalogue shows its id, so that an old ad still says something.
 */
export function formatAttribute(
  attribute: Attribute | AttributeView,
  value: AttributeValue,
  locale: Locale,
): string {
  if (typeof value === 'boolean') return yesNo[locale][value ? 0 : 1]
  if (attribute.type === 'select') {
    const option = attribute.options.find(({ id }) => id === value)
    return option ? optionLabel(option, locale) : String(value)
  }
  if (attribute.type === 'number' && typeof value === 'number') return formatNumber(attribute, value, locale)
  return String(value)
}

function formatNumber(attribute: NumberAttribute | NumberView, value: number, locale: Locale) {
  const unit =
    'labels' in attribute
      ? attribute.unit && unitForms(attribute.unit, locale)
      : (attribute.unitForms ?? attribute.unit)
  const digits = decimal(value, locale)
  if (!unit) return digits
  const form = typeof unit === 'string' ? unit : unit[new Intl.PluralRules(locale).select(value)]
  return form === '%' ? `${digits}%` : `${digits}\u00a0${form ?? (unit as { other: string }).other}`
}

/** What a number may be: "1960 – 2027", a help where the catalogue gives none. */
export const rangeText = ({ min, max }: NumberAttribute | NumberView, locale: Locale): string =>
  `${decimal(min, locale)} – ${decimal(max, locale)}`

/** Four digits stand together, as in a year; from 10 000 on they are grouped. */
function decimal(value: number, locale: Locale) {
  const [whole = '', fraction] = Math.abs(value).toString().split('.')
  const grouped = (value < 0 ? '−' : '') + (whole.length > 4 ? groupDigits(Number(whole)) : whole)
  return fraction ? `${grouped}${locale === 'en' ? '.' : ','}${fraction}` : grouped
}
