import { type AdRow, type AdWithPhotos, priceOf } from '#server/ads/views.ts'
import type { AdInput } from '#shared/ads/check.ts'
import type { Draft } from '#shared/ads/schema.ts'

/** What an ad says of place and contact, as answers. */
export const suggestionFrom = (ad: AdRow): Partial<Draft> => ({
  districtId: ad.districtId,
  ...(ad.mahalla && { mahalla: ad.mahalla }),
  ...(ad.landmark && { landmark: ad.landmark }),
  contact: {
    name: ad.contactName,
    telegram: ad.contactTelegram,
    ...(ad.contactPhone && { phone: ad.contactPhone }),
  },
})

/** The answers that would make this ad. */
export function toDraft({ ad, photos }: AdWithPhotos): Draft {
  const price = priceOf(ad)
  return {
    categoryId: ad.categoryId,
    attributes: { ...ad.attributes },
    title: ad.title,
    description: ad.description,
    ...(price && {
      price: {
        kind: price.kind,
        currency: price.currency ?? 'UZS',
        ...(price.amount !== null && { amount: price.amount }),
      },
    }),
    ...suggestionFrom(ad),
    photoIds: photos.filter((photo) => photo.state !== 'refused').map((photo) => photo.id),
  }
}

/** The columns that hold what was checked. */
export function toRow({ photoIds: _, price, contact, ...ad }: AdInput) {
  const { kind, amount, currency } = price ?? { kind: null, amount: null, currency: null }
  return {
    ...ad,
    priceKind: kind,
    priceAmount: amount,
    priceCurrency: currency,
    contactName: contact.name,
    contactPhone: contact.phone,
    contactTelegram: contact.telegram,
  }
}
