import { and, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { announceFeedChange } from '#server/ads/feed.ts'
import { changeOf } from '#server/ads/history.ts'
import { findAd, findStanding } from '#server/ads/queries.ts'
import { type AdRow, adColumns, toMyAd } from '#server/ads/views.ts'
import { followInChannels } from '#server/channels/placing.ts'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { tellOfDrop } from '#server/favorites/verbs.ts'
import type { Jobs } from '#server/jobs/queue.ts'
import { requirePlace } from '#server/limits/places.ts'
import { followEnd } from '#server/reports/settle.ts'
import { isSearched, searchColumns } from '#server/search/words.ts'
import { lookForBuyers } from '#server/searches/match.ts'
import { checkPrice } from '#shared/ads/check.ts'
import { lifetimeOf, usualLifetimes } from '#shared/ads/lifetime.ts'
import { type AdState, transitions } from '#shared/ads/states.ts'
import { categoryById } from '#shared/catalog/index.ts'
import type { Price } from '#shared/money/money.ts'

type Change = Partial<Omit<AdRow, 'id' | 'sellerId'>> | Record<string, unknown>

/**
 * The one way an ad changes: the states it may come from and the caller's right are in the `where`, so that of two
 * at once exactly one wins; the audit row, the jobs of the channels, the end of its reports and what those who saved it
 * or look for such an ad are told are written in the same transaction. Returns undefined when no row fitted.
 */
export async function changeAd(
  tx: Db,
  deps: Pick<Deps, 'jobs'>,
  o: {
    where: SQL | undefined
    from: readonly AdState[]
    action: string
    actorId: number | null
    set: Change
  },
): Promise<AdRow | undefined> {
  const [before] = await tx
    .select(adColumns)
    .from(ads)
    .where(and(o.where, inArray(ads.state, [...o.from])))
    .for('update')
  if (!before) return undefined
  const words = isSearched(o.set) ? searchColumns({ ...before, ...o.set }) : {}
  const [after] = await tx
    .update(ads)
    .set({ ...o.set, ...words, revision: before.revision + 1, updatedAt: sql`now()` })
    .where(eq(ads.id, before.id))
    .returning(adColumns)
  await writeAudit(tx, {
    actorId: o.actorId,
    action: o.action,
    adId: before.id,
    ...changeOf(before, after as AdRow),
  })
  await followInChannels(tx, deps.jobs, before, after as AdRow)
  await followWaiting(tx, deps.jobs, before, after as AdRow)
  await followEnd(tx, deps.jobs, before, after as AdRow, o.actorId)
  await tellOfDrop(tx, deps.jobs, before, after as AdRow)
  await lookForBuyers(tx, deps.jobs, before, after as AdRow)
  await announceFeedChange(tx)
  return after
}

/** One that waited is looked through anew when it still does, else its message in the moderators' group follows. */
async function followWaiting(tx: Db, jobs: Jobs, before: AdRow, { id: adId, state, revision }: AdRow) {
  if (before.state !== 'pending') return
  if (state === 'pending') await jobs.enqueue(tx, 'moderation.prepare', { adId, revision })
  else await jobs.enqueue(tx, 'moderation.show', { adId })
}

/** The seller, the ad and the revision that a change by its owner names. */
export interface Own {
  sellerId: number
  adId: number
  revision: number
}

/** The ad was sold: the post is stamped, its place among the seller's ads is free. */
export const markSold = (deps: Deps, own: Own) =>
  changeOwn(deps, own, 'sold', transitions.sold, { state: 'sold' })

/** The seller takes the ad down for good: the post is deleted. */
export const removeAd = (deps: Deps, own: Own) =>
  changeOwn(deps, own, 'removed', transitions.removed, { state: 'removed' })

/** What an ad that goes live or is confirmed begins with: a whole term, before whose end the seller is asked once. */
export async function newTerm({ settings }: Pick<Deps, 'settings'>, categoryId: string) {
  const days = lifetimeOf((await settings.read()).lifetimeDays ?? usualLifetimes, categoryId)
  return { confirmedAt: sql`now()`, expiresAt: sql`now() + ${`${days} days`}::interval`, askedAt: null }
}

/** The ad is still for sale: its term begins anew, its place in the feed stays. */
export async function confirmAd(deps: Deps, own: Own) {
  const { categoryId } = await findStandingOwn(deps.db, own)
  return changeOwn(deps, own, 'confirmed', ['active'], await newTerm(deps, categoryId))
}

/** An expired ad, or one marked as sold by mistake, goes live again, as the newest. Throws `ads.too_many`. */
export async function renewAd(deps: Deps, own: Own) {
  const { categoryId } = await findStandingOwn(deps.db, own)
  const term = await newTerm(deps, categoryId)
  return deps.db.transaction(async (tx) => {
    await requirePlace(tx, deps, { ...own, categoryId })
    return changeOwn({ ...deps, db: tx }, own, 'renewed', ['expired', 'sold'], {
      state: 'active',
      feedSeq: sql`nextval('feed_seq')`,
      ...term,
    })
  })
}

/** A live ad gets a new price; no moderator is asked. Throws `ads.invalid` naming `price.amount`. */
export async function changePrice(deps: Deps, own: Own, wanted: Price) {
  const { categoryId } = await findStandingOwn(deps.db, own)
  const checked = checkPrice(categoryById(categoryId), wanted)
  if ('problems' in checked) throw new AppError('ads.invalid', checked.problems)
  const { kind, amount, currency } = checked.price ?? { kind: null, amount: null, currency: null }
  return changeOwn(deps, own, 'priced', ['active', 'pending'], {
    priceKind: kind,
    priceAmount: amount,
    priceCurrency: currency,
    confirmedAt: sql`now()`,
  })
}

/** Job `ads.expire`: ads whose time is over leave the feed; their sellers are told. */
export async function expireAds(deps: Deps) {
  const due = await deps.db
    .select({ id: ads.id })
    .from(ads)
    .where(and(eq(ads.state, 'active'), lt(ads.expiresAt, sql`now()`)))
    .limit(500)
  for (const { id } of due)
    await deps.db.transaction(async (tx) => {
      const where = and(eq(ads.id, id), lt(ads.expiresAt, sql`now()`))
      const ad = await changeAd(tx, deps, {
        where,
        from: transitions.expired,
        action: 'expired',
        actorId: null,
        set: { state: 'expired' },
      })
      if (ad) await deps.jobs.enqueue(tx, 'ads.tell_seller', { adId: id, outcome: 'expired' })
    })
}

const changeOwn = (deps: Deps, own: Own, action: string, from: readonly AdState[], set: Change) =>
  deps.db.transaction(async (tx) => {
    const mine = and(eq(ads.id, own.adId), eq(ads.sellerId, own.sellerId))
    const where = and(mine, eq(ads.revision, own.revision))
    const changed = await changeAd(tx, deps, { where, from, action, actorId: own.sellerId, set })
    if (!changed) throw await reasonFor(tx, mine, from)
    const row = await findAd(tx, deps.config.telegram.channelId, mine)
    if (!row) throw new AppError('ads.not_found')
    return toMyAd(row)
  })

/** Why nothing fitted: not there (or not the caller's), in another state, or changed meanwhile. */
export async function reasonFor(tx: Db, where: SQL | undefined, from: readonly AdState[]) {
  const now = await findStanding(tx, where)
  if (!now) return new AppError('ads.not_found')
  return new AppError(from.includes(now.state) ? 'ads.changed' : 'ads.wrong_state')
}

/** The caller's ad as it is now, for a change that was asked for without naming a revision. */
export async function ownAsItIs(db: Db, sellerId: number, adId: number): Promise<Own> {
  const now = await findStanding(db, and(eq(ads.id, adId), eq(ads.sellerId, sellerId)))
  if (!now) throw new AppError('ads.not_found')
  return { sellerId, adId, revision: now.revision }
}

async function findStandingOwn(db: Db, own: Own) {
  const [ad] = await db
    .select({ categoryId: ads.categoryId })
    .from(ads)
    .where(and(eq(ads.id, own.adId), eq(ads.sellerId, own.sellerId)))
  if (!ad) throw new AppError('ads.not_found')
  return ad
}
