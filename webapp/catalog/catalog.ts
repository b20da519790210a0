import { createRoot, createSignal } from 'solid-js'
import type { AdCard } from '#server/ads/views.ts'
import type { AttributeView, CategoryView, TopCategoryView } from '#shared/catalog/view.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { api, call } from '#webapp/api.ts'
import { glance, locale, t } from '#webapp/i18n.ts'

const getCatalog = (language: Locale) => call(api.catalog.$get({ query: { locale: language } }))
export type Catalog = Awaited<ReturnType<typeof getCatalog>>

const asked = new Map<Locale, Promise<Catalog>>()
const [known, setKnown] = createRoot(() => createSignal<Partial<Record<Locale, Catalog>>>({}))

/** The catalogue and the places in one language, read once; a failure is not remembered. */
export function readCatalog(language: Locale): Promise<Catalog> {
  const before = asked.get(language)
  if (before) return before
  const reading = getCatalog(language)
  asked.set(language, reading)
  reading.then(
    (catalog) => setKnown((others) => ({ ...others, [language]: catalog })),
    () => asked.delete(language),
  )
  // How answers are written out is of no use before there are questions.
  void import('#webapp/catalog/facts.ts')
    .then((facts) => setFactsOf(() => facts.factsOf))
    .catch(() => undefined)
  return reading
}

/** The catalogue in the current language, undefined until it has come: for what can be shown without it. */
export function catalog(): Catalog | undefined {
  const here = known()[locale()]
  if (!here) void readCatalog(locale()).catch(() => undefined)
  return here
}

/** A top category by its own id or by a sub-category's. */
export const topCategory = (id: string): TopCategoryView | undefined =>
  catalog()?.categories.find((top) => top.id === id.split('.')[0])

export const subCategory = (id: string): CategoryView | undefined =>
  topCategory(id)?.children.find((child) => child.id === id)

/** What is asked in a category, or anywhere in a top one. */
export const attributesIn = (id: string): readonly AttributeView[] =>
  subCategory(id)?.attributes ?? topCategory(id)?.children.flatMap(({ attributes }) => attributes) ?? []

/** The picture of the top category an ad's category belongs to; known from the start. */
export const categoryIcon = (id: string): string | undefined =>
  glance().categories.find((top) => top.id === id.split('.')[0])?.icon

/** The district's name, the region's where none is given; known from the start. */
export function placeName(place: { regionId: string; districtId: string | null }): string {
  const region = glance().regions.find(({ id }) => id === place.regionId)
  return region?.districts.find(({ id }) => id === place.districtId)?.label ?? region?.label ?? ''
}

/** "1 kg uchun" where the sum is for a part of what is offered, else empty; known from the start. */
export const pricePer = ({ price, attributes }: Pick<AdCard, 'price' | 'attributes'>): string =>
  (price?.amount && glance().pricePer[String(attributes['pricePer'])]) || ''

/** "Sold", or what else has come of an ad of this category; known from the start. */
export const closedWord = (categoryId: string): string =>
  t(`closed.${glance().closings[categoryId] ?? 'sold'}`)
export const isForSale = (categoryId: string): boolean => !(categoryId in glance().closings)

export const regionName = (id: string): string =>
  glance().regions.find((region) => region.id === id)?.label ?? ''

type FactsOf = typeof import('#webapp/catalog/facts.ts').factsOf
const [factsOf, setFactsOf] = createRoot(() => createSignal<FactsOf>())

/** The two answers that say most of an ad, "2021 · 87 000 km"; empty until the catalogue is there, but asks for nothing. */
export function cardFacts({ categoryId, attributes }: Pick<AdCard, 'categoryId' | 'attributes'>): string {
  const tops = known()[locale()]?.categories
  const category = tops
    ?.find(({ id }) => id === categoryId.split('.')[0])
    ?.children.find(({ id }) => id === categoryId)
  return (category && factsOf()?.(category, attributes, locale())) ?? ''
}
