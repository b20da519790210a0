import { appliances } from '#shared/catalog/appliances.ts'
import { building } from '#shared/catalog/building.ts'
import { business } from '#shared/catalog/business.ts'
import { children } from '#shared/catalog/children.ts'
import { clothing } from '#shared/catalog/clothing.ts'
import { crops } from '#shared/catalog/crops.ts'
import { electronics } from '#shared/catalog/electronics.ts'
import { food } from '#shared/catalog/food.ts'
import { giveaways } from '#shared/catalog/giveaways.ts'
import { hobby } from '#shared/catalog/hobby.ts'
import { home } from '#shared/catalog/home.ts'
import { jobs } from '#shared/catalog/jobs.ts'
import { livestock } from '#shared/catalog/livestock.ts'
import { lost } from '#shared/catalog/lost.ts'
import { phones } from '#shared/catalog/phones.ts'
import { realty } from '#shared/catalog/realty.ts'
import { services } from '#shared/catalog/services.ts'
import { transport } from '#shared/catalog/transport.ts'
import type { Attribute, Category, Closing, TopCategory } from '#shared/catalog/types.ts'
import { type CatalogView, viewOf } from '#shared/catalog/view.ts'
import type { Locale } from '#shared/i18n/locales.ts'

export { formatAttribute, optionHashtag, optionLabel } from '#shared/catalog/format.ts'
export { labelOf } from '#shared/catalog/labels.ts'
export type { CatalogView } from '#shared/catalog/view.ts'

/** The whole catalogue, in the order shown. The Mini App gets it from the API and does not import it. */
export const catalog: readonly TopCategory[] = [
  transport,
  realty,
  livestock,
  phones,
  crops,
  electronics,
  appliances,
  home,
  building,
  clothing,
  children,
  jobs,
  services,
  food,
  hobby,
  business,
  lost,
  giveaways,
]

const categories = new Map(
  catalog.flatMap(({ children }) => children.map((child) => [child.id, child] as const)),
)
const topCategories = new Map(catalog.map((top) => [top.id, top]))

/** A sub-category, the level ads are in. */
export const categoryById = (id: string): Category | undefined => categories.get(id)
/** What comes of an ad of a category; of one that is no more, that it was sold. */
export const closingOf = (categoryId: string): Closing => categories.get(categoryId)?.closing ?? 'sold'
export const topCategoryById = (id: string): TopCategory | undefined => topCategories.get(id)
/** The top category of a sub-category's id. */
export const topOfCategory = (categoryId: string): TopCategory | undefined =>
  categories.has(categoryId) ? topCategories.get(categoryId.split('.')[0] ?? '') : undefined

export const attributeOf = (category: Category, key: string): Attribute | undefined =>
  category.attributes.find((attribute) => attribute.key === key)

export const catalogFor = (locale: Locale): CatalogView => viewOf(catalog, locale)
