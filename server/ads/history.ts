import { isDeepStrictEqual } from 'node:util'
import { and, desc, eq, sql } from 'drizzle-orm'
import { type AdRow, priceOf } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { audit } from '#server/db/schema.ts'

/** What the audit keeps of an ad: how it stood, and what was asked for what. */
export const gistOf = (ad: AdRow) => ({
  state: ad.state,
  revision: ad.revision,
  price: priceOf(ad),
  categoryId: ad.categoryId,
  pricePer: ad.attributes['pricePer'] ?? null,
})
export type Gist = ReturnType<typeof gistOf>

/** Words of an ad that the audit keeps when they change, until their seller is forgotten. */
export const auditedWords = [
  'title',
  'description',
  'attributes',
  'districtId',
  'mahalla',
  'landmark',
  'rejectionReason',
  'rejectionNote',
  'rejectionFinal',
] as const

/** What the audit keeps of a change: the gist of both, and of the words those that are others. */
export function changeOf(before: AdRow, after: AdRow) {
  const changed = auditedWords.filter((column) => !isDeepStrictEqual(before[column], after[column]))
  const pick = (ad: AdRow) => Object.fromEntries(changed.map((column) => [column, ad[column]]))
  return {
    before: { ...gistOf(before), ...pick(before) },
    after: { ...gistOf(after), ...pick(after) },
  }
}

/** What buyers last saw of an ad that was live before. */
export async function findLastLive(db: Db, adId: number): Promise<Gist | undefined> {
  const [row] = await db
    .select({ before: audit.before })
    .from(audit)
    .where(and(eq(audit.adId, adId), sql`${audit.before}->>'state' = 'active'`))
    .orderBy(desc(audit.id))
    .limit(1)
  return row?.before as Gist | undefined
}
