import { catalogFor } from '#shared/catalog/index.ts'
import type { Closing } from '#shared/catalog/types.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { type RegionView, regionsFor } from '#shared/regions/regions.ts'

/** What the first screen says of the catalogue: the top categories and the names of places. */
export interface Glance {
  readonly categories: readonly { readonly id: string; readonly label: string; readonly icon: string }[]
  readonly regions: readonly RegionView[]
  /** What comes of ads that are not sold, by sub-category. */
  readonly closings: Readonly<Record<string, Closing>>
  /** What a sum is for, "1 kg uchun", by the answer to `pricePer`. */
  readonly pricePer: Readonly<Record<string, string>>
}

/** Evaluated when the app is built (`*.static.ts`), so that the whole catalogue stays out of it. */
export const glanceOf = (locale: Locale): Glance => ({
  categories: catalogFor(locale).map(({ id, label, icon }) => ({ id, label, icon })),
  regions: regionsFor(locale),
  closings: Object.fromEntries(
    catalogFor(locale)
      .flatMap(({ children }) => children)
      .flatMap(({ id, closing }) => (closing === 'sold' ? [] : [[id, closing]])),
  ),
  pricePer: Object.fromEntries(
    catalogFor(locale)
      .flatMap(({ children }) => children.flatMap(({ attributes }) => attributes))
      .flatMap((attribute) =>
        attribute.key === 'pricePer' && attribute.type === 'select' ? attribute.options : [],
      )
      .map(({ id, label }) => [id, label]),
  ),
})
