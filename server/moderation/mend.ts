import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import type { AdRow } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { photos } from '#server/db/schema.ts'
import { toDraft, toRow } from '#server/drafts/rows.ts'
import { AppError } from '#server/errors.ts'
import { checkDraft } from '#shared/ads/check-draft.ts'
import { categoryById } from '#shared/catalog/index.ts'
import type { Category } from '#shared/catalog/types.ts'
import type { AdChanges, AdField } from '#shared/moderation/schema.ts'
import { regionOfDistrict } from '#shared/regions/regions.ts'

/** Which columns each place of an ad lies in. */
const columnsOf = {
  title: ['title'],
  description: ['description'],
  category: ['categoryId'],
  attributes: ['attributes'],
  price: ['priceKind', 'priceAmount', 'priceCurrency'],
  place: ['regionId', 'districtId'],
} as const satisfies Partial<Record<AdField, readonly (keyof AdRow)[]>>

const placesOf = Object.entries(columnsOf) as [keyof typeof columnsOf, readonly (keyof AdRow)[]][]

/** The places that differ between two states of an ad, given its columns. */
export const changedPlaces = (before: Partial<AdRow>, after: Partial<AdRow>): AdField[] =>
  placesOf
    .filter(([, columns]) =>
      columns.some((column) => column in before && !isDeepStrictEqual(before[column], after[column])),
    )
    .map(([field]) => field)

/**
 * What a moderator's changes make of an ad, judged as the seller's own answers would be. Undefined when nothing is
 * another; throws `ads.invalid` with the fields.
 */
export async function mended(tx: Db, before: AdRow, changes: AdChanges) {
  const pictures = await tx.select().from(photos).where(eq(photos.adId, before.id)).orderBy(photos.position)
  const draft = { ...toDraft({ ad: before, photos: pictures }), ...changes }
  const checked = checkDraft(draft, pictures, {
    category: (id) => withoutPhotos(categoryById(id), id === before.categoryId),
    regionOf: (id) => regionOfDistrict(id)?.id,
  })
  if ('problems' in checked) throw new AppError('ads.invalid', checked.problems)
  const now = toRow(checked.ad)
  const fields = changedPlaces(before, now as Partial<AdRow>)
  if (fields.length === 0) return undefined
  const columns = fields.flatMap((field) => [...columnsOf[field as keyof typeof columnsOf]])
  const row = Object.fromEntries(columns.map((column) => [column, now[column as keyof typeof now]]))
  return { fields, row: row as Partial<AdRow> }
}

/** Whether there are enough photos was judged when the seller sent them; only another category may want more. */
const withoutPhotos = (category: Category | undefined, isSame: boolean) =>
  category && isSame ? { ...category, minPhotos: 0 } : category
