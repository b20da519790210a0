import type { AdChanges } from '#shared/moderation/schema.ts'
import type { QueueAd } from '#webapp/moderation/queries.ts'

/** What can be mended, as it is typed. */
export interface Edit {
  title: string
  description: string
  categoryId: string
  attributes: QueueAd['attributes']
  price: NonNullable<AdChanges['price']> | undefined
  districtId: string
}

export const editOf = (ad: QueueAd): Edit => ({
  title: ad.title,
  description: ad.description,
  categoryId: ad.categoryId,
  attributes: ad.attributes,
  price: ad.price
    ? {
        kind: ad.price.kind,
        currency: ad.price.currency ?? 'UZS',
        ...(ad.price.amount !== null && { amount: ad.price.amount }),
      }
    : undefined,
  districtId: ad.districtId,
})

/** Only what is another now; undefined when nothing is. */
export function changesOf(ad: QueueAd, edit: Edit): AdChanges | undefined {
  const before = editOf(ad)
  const changed = (Object.keys(edit) as (keyof Edit)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(edit[key]),
  )
  if (changed.length === 0) return undefined
  return Object.fromEntries(changed.map((key) => [key, edit[key]])) as AdChanges
}
