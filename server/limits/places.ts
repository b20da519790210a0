import { and, count, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { ads, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { requireWelcome } from '#server/users/standing.ts'
import { type OpenAdsLimits, ownLimits, type PlacesLeft, placesIn, placesLeft } from '#shared/ads/places.ts'

type Limits = Pick<Deps, 'config' | 'settings'>

/** As admins have set, else as the board was started with. */
const limitsOf = async ({ config, settings }: Limits): Promise<OpenAdsLimits> =>
  (await settings.read()).openAds ?? config.openAds

/**
 * How many more ads a person may send or renew, by the board's limits or by one of their own; `exceptAdId` is an ad
 * that has its place already.
 */
export async function readPlaces(
  db: Db,
  limits: Limits,
  sellerId: number,
  exceptAdId: number | null,
): Promise<PlacesLeft> {
  const top = sql<string>`split_part(${ads.categoryId}, '.', 1)`
  const counting = db
    .select({ top, open: count() })
    .from(ads)
    .where(
      and(
        eq(ads.sellerId, sellerId),
        inArray(ads.state, ['pending', 'active']),
        exceptAdId === null ? undefined : ne(ads.id, exceptAdId),
      ),
    )
    .groupBy(top)
  const [rows, [seller]] = await Promise.all([
    counting,
    db.select({ openAds: users.openAds }).from(users).where(eq(users.id, sellerId)),
  ])
  const open = Object.fromEntries(rows.map((row) => [row.top, row.open]))
  return placesLeft(open, seller?.openAds == null ? await limitsOf(limits) : ownLimits(seller.openAds))
}

/**
 * Lets an ad that is about to wait or go live pass only if its seller has a place for it; others of the same seller
 * wait until the transaction ends, so that two never take the last place, and nobody is banned meanwhile. Throws
 * `ads.too_many`, `auth.banned`.
 */
export async function requirePlace(
  tx: Db,
  limits: Limits,
  { sellerId, categoryId, adId }: { sellerId: number; categoryId: string; adId: number | null },
) {
  await requireWelcome(tx, sellerId)
  const left = await readPlaces(tx, limits, sellerId, adId)
  if (placesIn(left, categoryId) <= 0) throw new AppError('ads.too_many')
}
