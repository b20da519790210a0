import { type AdRow, type AdWithPhotos, toCard } from '#server/ads/views.ts'
import { slugOf } from '#server/public/address.ts'
import { maskContacts } from '#server/public/mask.ts'
import { previewSize } from '#server/public/preview.ts'

const readyOf = ({ photos }: AdWithPhotos) => photos.filter((photo) => photo.state === 'ready')
const masked = (text: string) => maskContacts(text).text

/** What anybody may see of an ad in a list: nothing that leads to its seller. */
export function toPublicCard(row: AdWithPhotos) {
  const card = toCard(row)
  return {
    ...card,
    title: masked(card.title),
    slug: slugOf(card.title),
    revision: row.ad.revision,
    /** Pixels of the picture that stands for the ad elsewhere. */
    preview: previewSize(readyOf(row)),
    attributes: Object.fromEntries(
      Object.entries(card.attributes).map(([key, value]) => [
        key,
        typeof value === 'string' ? masked(value) : value,
      ]),
    ),
  }
}
export type PublicCard = ReturnType<typeof toPublicCard>

/** What anybody may see of an ad on its page. */
export function toPublicAd(row: AdWithPhotos & { sellerSince: Date }) {
  const { ad } = row
  const typed = [ad.title, ad.description, ad.mahalla ?? '', ad.landmark ?? '']
  return {
    ...toPublicCard(row),
    description: masked(ad.description),
    mahalla: masked(ad.mahalla ?? ''),
    landmark: masked(ad.landmark ?? ''),
    /** Whether something that the seller typed was left out. */
    hides: typed.some((text) => maskContacts(text).masked),
    photos: readyOf(row),
    expiresAt: ad.expiresAt?.toISOString() ?? null,
    sellerSince: row.sellerSince.toISOString(),
  }
}
export type PublicAd = ReturnType<typeof toPublicAd>

/** Live ads and those that came to their end are public; an ad that was taken down after it was public is gone. */
export function standingOf(ad: Pick<AdRow, 'state' | 'publishedAt'>): 'public' | 'gone' | 'hidden' {
  if (ad.state === 'active' || ad.state === 'sold' || ad.state === 'expired') return 'public'
  return ad.state === 'removed' && ad.publishedAt ? 'gone' : 'hidden'
}
