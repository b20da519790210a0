import type {
  Attribute,
  BoolAttribute,
  Category,
  Labels,
  NumberAttribute,
  Option,
  SelectAttribute,
  TextAttribute,
} from '#shared/catalog/types.ts'

// Short ways to write the catalogue's data; nothing here knows what is in it.

/** Uzbek, Russian, English and, only where the transliterator would be wrong, Uzbek in Cyrillic. */
export type Row = readonly [uz: string, ru: string, en: string, cyrillic?: string]

export const labels = (uz: string, ru: string, en: string, cyrillic?: string): Labels =>
  cyrillic === undefined ? { uz, ru, en } : { uz, ru, en, 'uz-Cyrl': cyrillic }

/** A brand or model, written alike in every language. */
export const brandName = (name: string): Labels => labels(name, name, name, name)

const labelsOf = (row: Row | string) => (typeof row === 'string' ? brandName(row) : labels(...row))

/** Options by id; a plain string is a brand name, written alike in every language. */
export const choices = (rows: Readonly<Record<string, Row | string>>, parent?: string): readonly Option[] =>
  Object.entries(rows).map(([id, row]) => ({
    id,
    labels: labelsOf(row),
    ...(parent !== undefined && { parent }),
  }))

type Rest<A extends Attribute> = Omit<A, 'key' | 'type' | 'labels' | 'options' | 'hint'> & { hint?: Row }
const withHint = <A>({ hint, ...rest }: A & { hint?: Row }) => ({
  ...rest,
  ...(hint && { hint: labels(...hint) }),
})

export const select = (
  key: string,
  label: Row,
  options: readonly Option[],
  rest: Rest<SelectAttribute> = {},
): SelectAttribute => ({ key, type: 'select', labels: labels(...label), options, ...withHint(rest) })

export const number = (key: string, label: Row, rest: Rest<NumberAttribute>): NumberAttribute => ({
  key,
  type: 'number',
  labels: labels(...label),
  ...withHint(rest),
})

export const bool = (key: string, label: Row, rest: Rest<BoolAttribute> = {}): BoolAttribute => ({
  key,
  type: 'bool',
  labels: labels(...label),
  ...withHint(rest),
})

export const text = (key: string, label: Row, rest: Rest<TextAttribute>): TextAttribute => ({
  key,
  type: 'text',
  labels: labels(...label),
  ...withHint(rest),
})

/** The same question, but not shown in the channel post. */
export const unposted = <A extends Attribute>({ post: _post, ...rest }: A) => rest

type CategoryRow = Pick<Category, 'id' | 'icon' | 'hashtag' | 'attributes'> &
  Partial<Pick<Category, 'price' | 'priceLabel' | 'lifetimeDays' | 'minPhotos' | 'closing'>> & {
    label: Row
    example: Row
  }

/** A sub-category of what is sold for a price and live for 30 days, unless it says otherwise. */
export const category = ({ label, example, ...rest }: CategoryRow): Category => ({
  price: 'required',
  minPhotos: 1,
  priceLabel: 'price',
  closing: 'sold',
  lifetimeDays: 30,
  ...rest,
  labels: labels(...label),
  titleExample: labels(...example),
})
