import { and, eq } from 'drizzle-orm'
import { findLastLive, gistOf } from '#server/ads/history.ts'
import type { AdRow } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { ads, favorites } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { findSavedIds, findSavers, isSaved, visible } from '#server/favorites/queries.ts'
import type { Jobs, SavedNews } from '#server/jobs/queue.ts'
import { lockOwner } from '#server/photos/queries.ts'
import { currentRate } from '#server/rates/queries.ts'
import { categoryById } from '#shared/catalog/index.ts'
import { limits } from '#shared/limits.ts'
import { type Price, type Rate, toUzs } from '#shared/money/money.ts'

/**
 * Keeps an ad of somebody else's, live or over; answers whether it was not kept before. Throws `ads.not_found`,
 * `favorites.own` and `favorites.too_many`.
 */
export const saveAd = ({ db }: Pick<Deps, 'db'>, userId: number, adId: number): Promise<boolean> =>
  db.transaction(async (tx) => {
    await lockOwner(tx, userId)
    if (await isSaved(tx, userId, adId)) return false
    const [ad] = await tx
      .select({ state: ads.state, sellerId: ads.sellerId })
      .from(ads)
      .where(eq(ads.id, adId))
    if (ad?.sellerId === userId) throw new AppError('favorites.own')
    if (!ad || !visible.includes(ad.state)) throw new AppError('ads.not_found')
    if ((await findSavedIds(tx, userId)).length >= limits.favorites) throw new AppError('favorites.too_many')
    await tx.insert(favorites).values({ userId, adId })
    return true
  })

/** Forgets a saved ad; one that was not saved is none of anybody's concern. */
export const unsaveAd = ({ db }: Pick<Deps, 'db'>, userId: number, adId: number) =>
  db.delete(favorites).where(and(eq(favorites.userId, userId), eq(favorites.adId, adId)))

/** Writes down, with the change that is the news, that everybody who saved the ad is to be told: a job for each. */
export async function tellSavers(
  tx: Db,
  jobs: Jobs,
  adId: number,
  news: SavedNews,
  options?: { delay?: number },
) {
  const savers = await findSavers(tx, adId)
  await jobs.enqueueAll(
    tx,
    'favorites.tell',
    savers.map((userId) => ({ userId, adId, news })),
    options,
  )
}

/**
 * An ad changed and is live: tells who saved it when it costs less than when buyers saw it last, whether its seller
 * named the new price while it was live or an edit that waited for a moderator did. Both prices are taken at the same
 * rate, so that a dollar which fell is no drop; a lower salary is none either.
 */
export async function tellOfDrop(tx: Db, jobs: Jobs, before: AdRow, after: AdRow) {
  if (after.state !== 'active' || isSalary(after.categoryId)) return
  const seen = before.state === 'active' ? gistOf(before) : await findLastLive(tx, after.id)
  const [was, now] = [seen, gistOf(after)]
  if (!was?.price || !now.price || was.categoryId !== now.categoryId || was.pricePer !== now.pricePer) return
  const rate = await currentRate(tx)
  const [high, low] = [sumOf(was.price, rate), sumOf(now.price, rate)]
  if (high === undefined || low === undefined || low >= high) return
  await tellSavers(tx, jobs, after.id, { event: 'price', was: was.price, now: now.price })
}

const isSalary = (categoryId: string) => categoryById(categoryId)?.priceLabel === 'salary'

/** In so'm; undefined where no sum is named. */
function sumOf({ kind, amount, currency }: Price, rate: Rate): number | undefined {
  if (kind === 'free') return 0
  return currency && amount !== null ? toUzs(amount, currency, rate) : undefined
}
