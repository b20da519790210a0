import type { Locale } from '#shared/i18n/locales.ts'

/** A text in the written locales; `uz-Cyrl` is transliterated from `uz` unless it is given as an exception. */
export type Labels = Readonly<Record<Exclude<Locale, 'uz-Cyrl'>, string> & { 'uz-Cyrl'?: string }>

export interface Option {
  readonly id: string
  readonly labels: Labels
  /** The option of `dependsOn` under which this one is offered, e.g. the make of a car model. */
  readonly parent?: string
}

interface AttributeBase {
  /** Stable key in `ads.attributes`; camelCase, unique within a category. */
  readonly key: string
  readonly labels: Labels
  /** An example or a short help under the question. */
  readonly hint?: Labels
  readonly required?: true
  /** Gives a filter to buyers: a choice for `select` and `bool`, a range for `number`. */
  readonly filter?: true
  /** Shows on the card of the feed (at most two per category). */
  readonly card?: true
  /** Shows in the channel post (at most four per category). */
  readonly post?: true
  /** One emoji before the value in the channel post. */
  readonly icon?: string
}

export interface SelectAttribute extends AttributeBase {
  readonly type: 'select'
  readonly options: readonly Option[]
  /** Key of another `select` whose value narrows the options by `parent`. */
  readonly dependsOn?: string
  /** The option's label becomes a hashtag of the post (#cobalt). */
  readonly hashtag?: true
}

export interface NumberAttribute extends AttributeBase {
  readonly type: 'number'
  readonly min: number
  readonly max: number
  /** Digits allowed after the decimal point; 0 when absent. */
  readonly decimals?: number
  /** Key of `shared/catalog/units.ts`. */
  readonly unit?: string
}

export interface BoolAttribute extends AttributeBase {
  readonly type: 'bool'
}

export interface TextAttribute extends AttributeBase {
  readonly type: 'text'
  readonly maxLength: number
}

export type Attribute = SelectAttribute | NumberAttribute | BoolAttribute | TextAttribute
export type AttributeValue = string | number | boolean
export type AttributeValues = Readonly<Record<string, AttributeValue>>

/** Sold, given away, let, found a person or a job, back with its owner; `closed` is all that can be said of a service. */
export const closings = ['sold', 'given', 'rented', 'found', 'returned', 'closed'] as const
export type Closing = (typeof closings)[number]

export interface Category {
  /** Stable id: `transport` for a top category, `transport.cars` for a sub-category. */
  readonly id: string
  readonly labels: Labels
  readonly icon: string
  /** Without `#`; Latin letters and digits only, e.g. `avto`. */
  readonly hashtag: string
  readonly attributes: readonly Attribute[]
  /** `required`: a fixed or negotiable price or exchange; `free`: given away, no price asked; `none`: no price at all (lost and found). */
  readonly price: 'required' | 'optional' | 'free' | 'none'
  /** Photos an ad must have: what is sold is shown, a service or a lost paper need not be. */
  readonly minPhotos: 0 | 1
  /** What the sum is called. */
  readonly priceLabel: 'price' | 'salary' | 'rent'
  /** Placeholder of the title's input. */
  readonly titleExample: Labels
  /** What has come of an ad that did what it was for; the words are `closed.<closing>`. */
  readonly closing: Closing
  /** Days an ad stays live. */
  readonly lifetimeDays: number
}

export interface TopCategory {
  readonly id: string
  readonly labels: Labels
  readonly icon: string
  readonly children: readonly Category[]
}
