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
