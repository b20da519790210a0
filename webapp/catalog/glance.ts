import { catalogFor } from '#shared/catalog/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { type RegionView, regionsFor } from '#shared/regions/regions.ts'

/** What the first screen says of the catalogue: the top categories and the names of places. */
export interface Glance {
  readonly categories: readonly { readonly id: string; readonly label: string; readonly icon: string }[]
  readonly regions: readonly RegionView[]
}

/** Evaluated when the app is built (`*.static.ts`), so that the whole catalogue stays out of it. */
export const glanceOf = (locale: Locale): Glance => ({
  categories: catalogFor(locale).map(({ id, label, icon }) => ({ id, label, icon })),
  regions: regionsFor(locale),
})
