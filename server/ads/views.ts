import { getTableColumns, sql } from 'drizzle-orm'
import { ads, type channelPosts, type photos, type users } from '#server/db/schema.ts'
import { saidOf } from '#server/reasons/queries.ts'
import { fullName } from '#server/users/queries.ts'
import type { Price } from '#shared/money/money.ts'

type PhotoRow = typeof photos.$inferSelect
/** A photo as the API shows it; its pictures lie at `photoPath(id, width)` below the public URL. */
export type PhotoView = Pick<PhotoRow, 'id' | 'state' | 'problem' | 'width' | 'height' | 'thumbhash'>

/** All photos of the ad in order, for a query from `ads`; written out, as Drizzle leaves a lone table's name away. */
export const photosOfAd = sql<PhotoView[]>`(
  select coalesce(json_agg(json_build_object(
    'id', p.id, 'state', p.state, 'problem', p.problem,
    'width', p.width, 'height', p.height, 'thumbhash', p.thumbhash
  ) order by p.position), '[]')
  from photos p where p.ad_id = ads.id
)`

const { searchWords: _words, searchFacets: _facets, ...columns } = getTableColumns(ads)
/** All of an ad but what only the database searches. */
export const adColumns = columns
export type AdRow = Omit<typeof ads.$inferSelect, 'searchWords' | 'searchFacets'>
export interface AdWithPhotos {
  ad: AdRow
  photos: PhotoView[]
}
export interface AdWithAll extends AdWithPhotos {
  seller: typeof users.$inferSelect
  post: typeof channelPosts.$inferSelect | null
}

export const priceOf = (ad: Pick<AdRow, 'priceKind' | 'priceAmount' | 'priceCurrency'>): Price | null =>
  ad.priceKind ? { kind: ad.priceKind, amount: ad.priceAmount, currency: ad.priceCurrency } : null

/** What a card of the feed shows. */
export function toCard({ ad, photos }: AdWithPhotos) {
  const shown = photos.filter((photo) => photo.state === 'ready')
  return {
    id: ad.id,
    state: ad.state,
    title: ad.title,
    categoryId: ad.categoryId,
    attributes: ad.attributes,
    price: priceOf(ad),
    regionId: ad.regionId,
    districtId: ad.districtId,
    publishedAt: ad.publishedAt?.toISOString() ?? null,
    confirmedAt: ad.confirmedAt?.toISOString() ?? null,
    cover: shown[0] ?? null,
    photoCount: shown.length,
  }
}
export type AdCard = ReturnType<typeof toCard>

/** What the seller sees of an own ad beside the card. */
export const toMyAd = (row: Omit<AdWithAll, 'seller'>) => ({
  ...toCard(row),
  revision: row.ad.revision,
  expiresAt: row.ad.expiresAt?.toISOString() ?? null,
  rejection: rejectionOf(row.ad),
  post: postLink(row.post),
})
export type MyAd = ReturnType<typeof toMyAd>

/** The page of an ad; the reason of a rejection is for the seller and for moderators. */
export const toAdView = (row: AdWithAll, viewer: { id: number; moderates: boolean }) => {
  const mine = row.ad.sellerId === viewer.id
  const insider = mine || viewer.moderates
  return {
    ...toMyAd(row),
    rejection: insider ? rejectionOf(row.ad) : null,
    description: row.ad.description,
    mahalla: row.ad.mahalla,
    landmark: row.ad.landmark,
    photos: row.photos.filter((photo) => photo.state === 'ready' || insider),
    seller: {
      id: row.seller.id,
      name: row.ad.contactName || fullName(row.seller),
      since: row.seller.createdAt.toISOString(),
    },
    contact: { phone: row.ad.contactPhone !== null, telegram: row.ad.contactTelegram },
    mine,
  }
}
export type AdView = ReturnType<typeof toAdView>

const rejectionOf = (ad: AdRow) =>
  ad.rejectionReason
    ? {
        reason: ad.rejectionReason,
        said: saidOf(ad),
        note: ad.rejectionNote ?? '',
        marks: ad.rejectionMarks,
        final: ad.rejectionFinal,
      }
    : null

/** Link to a message of a channel: ids of channels start with -100. */
const postLink = (post: AdWithAll['post']) => {
  const messageId = post?.state === 'sent' ? post.messageIds[0] : undefined
  return messageId === undefined || !post
    ? null
    : { url: `https://t.me/c/${String(post.channelId).replace(/^-100/, '')}/${messageId}` }
}
