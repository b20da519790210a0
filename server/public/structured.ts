import type { Page } from '#server/public/page.ts'
import { pictureOf } from '#server/public/photos.ts'
import type { PublicAd } from '#server/public/views.ts'
import { attributeOf, categoryById, formatAttribute, labelOf, topOfCategory } from '#shared/catalog/index.ts'

/**
 * What an ad is to search engines (https://schema.org); undefined where no type would be true: a job without an
 * employer's name is no JobPosting, and a lost passport no Product.
 */
export function adData(page: Page, ad: PublicAd): object | undefined {
  const type = typeOf(ad.categoryId)
  if (!type) return undefined
  const url = page.absolute(page.to({ kind: 'ad', id: ad.id, slug: ad.slug }))
  const category = categoryById(ad.categoryId)
  return {
    '@type': type,
    name: ad.title,
    url,
    ...(ad.description && { description: ad.description }),
    ...(ad.photos.length && { image: ad.photos.map((photo) => pictureOf(page, photo, 1600).url) }),
    ...(type === 'RealEstateListing' && ad.publishedAt && { datePosted: ad.publishedAt.slice(0, 10) }),
    ...((type === 'Product' || type === 'Car') &&
      category && { category: labelOf(category.labels, page.locale) }),
    ...(type === 'Car' && carData(page, ad)),
    ...(type === 'Service' && { areaServed: page.place(ad) }),
    offers: offerOf(page, ad, url),
  }
}

type Type = 'Product' | 'Car' | 'Service' | 'RealEstateListing'

function typeOf(categoryId: string): Type | undefined {
  const top = topOfCategory(categoryId)?.id
  if (!top || top === 'jobs' || top === 'lost' || categoryId === 'business.ready') return undefined
  if (top === 'services' || categoryId === 'transport.rental') return 'Service'
  if (top === 'realty') return 'RealEstateListing'
  return categoryId === 'transport.cars' ? 'Car' : 'Product'
}

/** https://schema.org/Car */
function carData(page: Page, ad: PublicAd) {
  const said = (key: string) => {
    const category = categoryById(ad.categoryId)
    const attribute = category && attributeOf(category, key)
    const value = ad.attributes[key]
    return attribute && value !== undefined ? formatAttribute(attribute, value, page.locale) : undefined
  }
  const { year, mileage } = ad.attributes
  return {
    brand: { '@type': 'Brand', name: said('make') },
    model: said('model'),
    vehicleModelDate: year === undefined ? undefined : String(year),
    mileageFromOdometer:
      mileage === undefined ? undefined : { '@type': 'QuantitativeValue', value: mileage, unitCode: 'KMT' },
    fuelType: said('fuel'),
    vehicleTransmission: said('gearbox'),
    color: said('colour'),
  }
}

/** https://schema.org/Offer; of an ad that names no sum only whether it is still to be had. */
function offerOf(page: Page, ad: PublicAd, url: string) {
  const availability = { active: 'InStock', sold: 'SoldOut' }[ad.state as string] ?? 'Discontinued'
  const { condition } = ad.attributes
  const isNew = ad.categoryId === 'transport.cars' ? ad.attributes['mileage'] === 0 : condition === 'new'
  const isUsed = ad.categoryId === 'transport.cars' || condition !== undefined
  return {
    '@type': 'Offer',
    url,
    availability: `https://schema.org/${availability}`,
    ...priceOf(page, ad),
    ...((isNew || isUsed) && { itemCondition: `https://schema.org/${isNew ? 'New' : 'Used'}Condition` }),
    ...(ad.state === 'active' && ad.expiresAt && { priceValidUntil: ad.expiresAt.slice(0, 10) }),
  }
}

function priceOf(page: Page, ad: PublicAd) {
  if (ad.price?.kind === 'free') return { price: 0, priceCurrency: 'UZS' }
  if (!ad.price?.amount || !ad.price.currency) return {}
  const sum = { price: ad.price.amount, priceCurrency: ad.price.currency }
  const { per } = page.price(ad)
  return per
    ? { ...sum, priceSpecification: { '@type': 'UnitPriceSpecification', ...sum, unitText: per } }
    : sum
}
