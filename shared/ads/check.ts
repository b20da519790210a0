import { type AdInput, checkDraft, type KnownPhoto } from '#shared/ads/check-draft.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { categoryById } from '#shared/catalog/index.ts'
import type { Problems } from '#shared/errors.ts'
import { regionOfDistrict } from '#shared/regions/regions.ts'

export type { AdInput } from '#shared/ads/check-draft.ts'
export { checkPrice } from '#shared/ads/check-price.ts'

/**
 * Judges a draft by the board's own catalogue and regions: the ad it describes, or what is wrong by field path.
 * `photos` are those of the draft's owner. The Mini App asks `checkDraft` with the views the API gave it, so that
 * the whole catalogue in every language is not part of its bundle.
 */
export const checkAd = (
  draft: Draft,
  photos: readonly KnownPhoto[],
): { ad: AdInput } | { problems: Problems } =>
  checkDraft(draft, photos, {
    category: categoryById,
    regionOf: (districtId) => regionOfDistrict(districtId)?.id,
  })
