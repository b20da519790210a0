import { and, eq, gt, inArray, ne, notInArray, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { ads, moderationClaims, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { countTrusted, countWaiting, findQueue, fits, waiting } from '#server/moderation/queries.ts'
import { fullName } from '#server/users/queries.ts'
import type { Desk } from '#shared/moderation/schema.ts'

/** Seconds for which a claim holds without being renewed: a phone that was put away gives its ads back by itself. */
export const claimSeconds = 90

const holds = gt(moderationClaims.until, sql`now()`)

/** Who else is looking at the ad right now; undefined when nobody is. */
export async function claimedByOther(db: Db, adId: number, moderatorId: number | null) {
  const [claim] = await db
    .select({ user: users })
    .from(moderationClaims)
    .innerJoin(users, eq(users.id, moderationClaims.moderatorId))
    .where(
      and(
        eq(moderationClaims.adId, adId),
        holds,
        moderatorId === null ? undefined : ne(moderationClaims.moderatorId, moderatorId),
      ),
    )
  return claim && fullName(claim.user)
}

/** Throws `moderation.claimed` while somebody else looks at the ad. */
export async function requireUnclaimed(tx: Db, adId: number, moderatorId: number | null) {
  if (await claimedByOther(tx, adId, moderatorId)) throw new AppError('moderation.claimed')
}

export const endClaim = (tx: Db, adId: number) =>
  tx.delete(moderationClaims).where(eq(moderationClaims.adId, adId))

/**
 * What a moderator has in hand from now on: the ads they keep, as they are now, and behind them the oldest that
 * nobody else looks at. `lost` are those that they cannot keep: decided, taken back, or with somebody else.
 */
export async function takeDesk(deps: Deps, moderatorId: number, desk: Desk) {
  const { db } = deps
  const taken = await db.transaction((tx) => claim(tx, deps, moderatorId, desk))
  const inHand =
    taken.ids.length > 0 ? await findQueue(db, deps, moderatorId, inArray(ads.id, taken.ids)) : []
  const order = new Map(taken.ids.map((id, place) => [id, place]))
  inHand.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  const held = new Set(inHand.map(({ id }) => id))
  const wished = desk.first === undefined ? desk.holding : [...desk.holding, desk.first]
  const lost = await Promise.all(
    wished
      .filter((id) => !held.has(id))
      .map(async (id) => ({ id, by: (await claimedByOther(db, id, moderatorId)) ?? null })),
  )
  const total = await countWaiting(db)
  const fitting = Object.keys(desk.filter).length > 0 ? await countWaiting(db, desk.filter) : total
  return { items: inHand, lost, total, fitting, trusted: await countTrusted(db, moderatorId) }
}

async function claim(tx: Db, { jobs }: Deps, moderatorId: number, desk: Desk) {
  const kept = desk.first === undefined ? desk.holding : [desk.first, ...desk.holding]
  const dropped = await tx
    .delete(moderationClaims)
    .where(
      and(
        eq(moderationClaims.moderatorId, moderatorId),
        kept.length > 0 ? notInArray(moderationClaims.adId, kept) : undefined,
      ),
    )
    .returning({ id: moderationClaims.adId })
  // What is waited for comes first: then nobody waits who holds what another waits for.
  const standing = kept.length > 0 ? await lockWaiting(tx, kept) : []
  const free = await freeAds(tx, moderatorId, desk, kept)
  const wanted = [...kept.filter((id) => standing.includes(id)), ...free]
  const ids = wanted.length > 0 ? await putDown(tx, moderatorId, wanted) : []
  const fresh = ids.filter((id) => !desk.holding.includes(id))
  for (const adId of [...fresh, ...dropped.map(({ id }) => id)])
    await jobs.enqueue(tx, 'moderation.show', { adId }, { delay: showDelay })
  return { ids: wanted.filter((id) => ids.includes(id)) }
}

/** Seconds until the group sees who looks at an ad: most are decided by then, and Telegram counts every edit. */
const showDelay = 5

/** The oldest that fit and that nobody looks at; two moderators who ask at once are given different ones. */
async function freeAds(tx: Db, moderatorId: number, desk: Desk, kept: readonly number[]) {
  if (desk.want === 0) return []
  const not = [...kept, ...desk.skip]
  const rows = await tx
    .select({ id: ads.id })
    .from(ads)
    .where(
      and(
        waiting(tx),
        fits(desk.filter),
        not.length > 0 ? notInArray(ads.id, not) : undefined,
        sql`not exists (select 1 from ${moderationClaims} c
          where c.ad_id = ads.id and c.until > now() and c.moderator_id <> ${moderatorId})`,
      ),
    )
    .orderBy(ads.id)
    .limit(desk.want)
    .for('update', { of: ads, skipLocked: true })
  return rows.map(({ id }) => id)
}

const lockWaiting = async (tx: Db, ids: readonly number[]) =>
  (
    await tx
      .select({ id: ads.id })
      .from(ads)
      .where(and(waiting(tx), inArray(ads.id, [...ids])))
      .orderBy(ads.id)
      .for('update', { of: ads })
  ).map(({ id }) => id)

/** Claims what nobody else holds; answers what is the moderator's now. */
async function putDown(tx: Db, moderatorId: number, ids: readonly number[]) {
  const until = sql`now() + ${`${claimSeconds} seconds`}::interval`
  const rows = await tx
    .insert(moderationClaims)
    .values(ids.map((adId) => ({ adId, moderatorId, until })))
    .onConflictDoUpdate({
      target: moderationClaims.adId,
      set: { moderatorId, until },
      setWhere: sql`${moderationClaims.moderatorId} = ${moderatorId} or ${moderationClaims.until} <= now()`,
    })
    .returning({ id: moderationClaims.adId })
  return rows.map(({ id }) => id)
}
