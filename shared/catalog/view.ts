import { labelOf } from '#shared/catalog/labels.ts'
import type {
  Attribute,
  BoolAttribute,
  Category,
  NumberAttribute,
  Option,
  SelectAttribute,
  TextAttribute,
  TopCategory,
} from '#shared/catalog/types.ts'
import { type UnitForms, unitForms, unitLabel } from '#shared/catalog/units.ts'
import type { Locale } from '#shared/i18n/locales.ts'

type InOneLocale<A> = Omit<A, 'labels' | 'hint' | 'options' | 'unit'> & {
  readonly label: string
  readonly hint?: string
}

export interface OptionView {
  readonly id: string
  readonly label: string
  readonly parent?: string
}
export type SelectView = InOneLocale<SelectAttribute> & { readonly options: readonly OptionView[] }
export type NumberView = InOneLocale<NumberAttribute> & {
  /** What stands beside the input, e.g. "km". */
  readonly unit?: string
  /** Only where the unit changes with the number: год, года, лет. */
  readonly unitForms?: UnitForms
}
export type AttributeView = SelectView | NumberView | InOneLocale<BoolAttribute> | InOneLocale<TextAttribute>

export type CategoryView = Omit<Category, 'labels' | 'titleExample' | 'attributes'> & {
  readonly label: string
  readonly titleExample: string
  readonly attributes: readonly AttributeView[]
}
export interface TopCategoryView {
  readonly id: string
  readonly label: string
  readonly icon: string
  readonly children: readonly CategoryView[]
}
/** The catalogue in one locale, as the API serves it to the Mini App; absent fields are left out. */
export type CatalogView = readonly TopCategoryView[]

export const viewOf = (catalog: readonly TopCategory[], locale: Locale): CatalogView =>
  catalog.map(({ id, labels, icon, children }) => ({
    id,
    label: labelOf(labels, locale),
    icon,
    children: children.map((category) => categoryView(category, locale)),
  }))

const categoryView = (
  { labels, titleExample, attributes, ...rest }: Category,
  locale: Locale,
): CategoryView => ({
  ...rest,
  label: labelOf(labels, locale),
  titleExample: labelOf(titleExample, locale),
  attributes: attributes.map((attribute) => attributeView(attribute, locale)),
})

function attributeView({ labels, hint, ...attribute }: Attribute, locale: Locale): AttributeView {
  const base = { label: labelOf(labels, locale), ...(hint && { hint: labelOf(hint, locale) }) }
  if (attribute.type === 'select') {
    const options = attribute.options.map((option) => optionView(option, locale))
    return { ...attribute, ...base, options }
  }
  if (attribute.type === 'number') {
    const { unit, ...rest } = attribute
    return { ...rest, ...base, ...(unit !== undefined && unitView(unit, locale)) }
  }
  return { ...attribute, ...base }
}

const optionView = ({ labels, ...option }: Option, locale: Locale): OptionView => ({
  ...option,
  label: labelOf(labels, locale),
})

function unitView(unit: string, locale: Locale) {
  const forms = unitForms(unit, locale)
  return { unit: unitLabel(unit, locale), ...(typeof forms !== 'string' && { unitForms: forms }) }
}
