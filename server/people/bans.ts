import { and, asc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import { changeAd } from '#server/ads/verbs.ts'
import { hasRole, roleOf } from '#server/auth/middleware.ts'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { ads, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { readReasons } from '#server/reasons/queries.ts'
import { settleReports } from '#server/reports/settle.ts'
import { findUser, type UserRow } from '#server/users/queries.ts'
import { banOf, isBanned, lockStandings } from '#server/users/standing.ts'
import type { RejectionReason } from '#shared/moderation/schema.ts'
import { type Ban, type BanReason, banEnd } from '#shared/people/schema.ts'
import { inAllLanguages } from '#shared/reasons/schema.ts'
import { storable } from '#shared/text/clean.ts'

/** Nobody is banned: how the columns of a ban stand. */
const unbanned = { bannedAt: null, bannedUntil: null, banReason: null, banNote: null, banSaidAt: null }

/**
 * Bans a person: nothing that others see comes from them any more. Their waiting and live ads stay, or are taken down
 * for as long as the ban holds. A moderator who is banned is none any more. Throws `people.not_found`, `people.self`,
 * `people.protected` for an admin and, from a moderator, for another one, `people.already_banned` without `again`.
 */
export const banPerson = (deps: Deps, o: Ban & { actorId: number; userId: number }) =>
  deps.db.transaction(async (tx) => {
    await lockStandings(tx)
    const person = await lockPerson(tx, o.userId)
    await requireMayBan(tx, deps, o.actorId, person)
    if (isBanned(person) && !o.again) throw new AppError('people.already_banned')
    const ban = {
      bannedAt: new Date(),
      bannedUntil: banEnd(o.term),
      banReason: o.reason,
      banNote: storable(o.note) || null,
    }
    const [after] = await tx
      .update(users)
      .set({ ...unbanned, ...ban, role: 'user', updatedAt: sql`now()` })
      .where(eq(users.id, person.id))
      .returning()
    const hidden = o.ads === 'hide' ? await hideAds(tx, deps, o) : 0
    await writeAudit(tx, {
      actorId: o.actorId,
      action: 'banned',
      userId: person.id,
      before: { role: person.role, ban: banOf(person) },
      after: { role: 'user', ban: banOf(after as UserRow), ads: o.ads, hidden },
    })
    const news = { event: 'banned', ads: o.ads, hidden } as const
    await deps.jobs.enqueue(tx, 'people.tell', { userId: person.id, news })
    return { ban: banOf(after as UserRow), hidden }
  })

/**
 * Ends a ban. What was taken down for it does not come back by itself: the seller may mend it and send it to the
 * moderators again. Throws `auth.forbidden`, `people.not_found`, `people.not_banned`.
 */
export const liftBan = (deps: Deps, o: { actorId: number; userId: number }) =>
  deps.db.transaction(async (tx) => {
    await lockStandings(tx)
    await requireModerator(tx, deps, o.actorId)
    const person = await lockPerson(tx, o.userId)
    if (!isBanned(person)) throw new AppError('people.not_banned')
    return endBan(tx, deps, { person, actorId: o.actorId, action: 'lifted' })
  })

/** Job `people.unban`: bans whose term is over count as lifted already; here their people are told. */
export async function endBans(deps: Deps) {
  const isOver = and(isNotNull(users.bannedAt), lte(users.bannedUntil, sql`now()`))
  const over = await deps.db.select({ id: users.id }).from(users).where(isOver).limit(500)
  for (const { id } of over)
    await deps.db.transaction(async (tx) => {
      await lockStandings(tx)
      const person = await lockPerson(tx, id)
      // Banned anew, or told by another server, meanwhile.
      if (person.bannedAt === null || isBanned(person)) return
      await endBan(tx, deps, { person, actorId: null, action: 'ban_over' })
    })
}

/** The person's row, which stays as it is until the transaction ends. */
export async function lockPerson(tx: Db, userId: number): Promise<UserRow> {
  const [person] = await tx.select().from(users).where(eq(users.id, userId)).for('no key update')
  if (!person) throw new AppError('people.not_found')
  return person
}

/** Whether the one may ban the other: moderators ordinary people, admins moderators too. */
export function mayBan(actor: UserRow, person: UserRow, adminIds: readonly number[]): boolean {
  const [mine, theirs] = [roleOf(actor, adminIds), roleOf(person, adminIds)]
  return actor.id !== person.id && hasRole(mine, 'moderator') && theirs !== 'admin' && mine !== theirs
}

async function requireMayBan(tx: Db, deps: Deps, actorId: number, person: UserRow) {
  const actor = await requireModerator(tx, deps, actorId)
  if (actor.id === person.id) throw new AppError('people.self')
  if (!mayBan(actor, person, deps.config.telegram.adminIds)) throw new AppError('people.protected')
}

/** Who acts; throws `auth.forbidden` when they lost the role a moment ago. Goes behind `lockStandings`. */
async function requireModerator(tx: Db, { config }: Deps, actorId: number): Promise<UserRow> {
  const actor = await findUser(tx, actorId)
  if (!actor || !hasRole(roleOf(actor, config.telegram.adminIds), 'moderator'))
    throw new AppError('auth.forbidden')
  return actor
}

/** What the seller reads beside an ad that was taken down. */
const rejectionOf: Readonly<Record<BanReason, RejectionReason>> = {
  fraud: 'fraud',
  forbidden: 'forbidden',
  spam: 'duplicate',
  rude: 'other',
  other: 'other',
}

/** Takes down all that waits or is live, posts in the channel included; who reported any of it was right. */
async function hideAds(
  tx: Db,
  deps: Deps,
  { actorId, userId, reason, note }: Parameters<typeof banPerson>[1],
) {
  const theirs = await tx
    .select({ id: ads.id })
    .from(ads)
    .where(and(eq(ads.sellerId, userId), inArray(ads.state, ['pending', 'active'])))
    .orderBy(asc(ads.id))
  const given = (await readReasons(tx)).find(({ id }) => id === rejectionOf[reason])
  let hidden = 0
  for (const { id } of theirs) {
    const ad = await changeAd(tx, deps, {
      where: eq(ads.id, id),
      from: ['pending', 'active'],
      action: 'taken_down',
      actorId,
      set: {
        state: 'rejected',
        rejectionReason: rejectionOf[reason],
        rejectionSaid: given ? inAllLanguages(given.text) : null,
        rejectionNote: storable(note) || null,
        rejectionMarks: [],
        rejectionFinal: true,
      },
    })
    if (!ad) continue
    hidden++
    await settleReports(tx, deps.jobs, { adId: id, decisionId: null, moderatorId: actorId, as: 'upheld' })
  }
  return hidden
}

async function endBan(
  tx: Db,
  deps: Deps,
  { person, actorId, action }: { person: UserRow; actorId: number | null; action: 'lifted' | 'ban_over' },
) {
  await tx
    .update(users)
    .set({ ...unbanned, updatedAt: sql`now()` })
    .where(eq(users.id, person.id))
  const released = await releaseAds(tx, deps, person, actorId)
  await writeAudit(tx, {
    actorId,
    action,
    userId: person.id,
    before: { ban: { reason: person.banReason, until: person.bannedUntil } },
    after: { released },
  })
  await deps.jobs.enqueue(tx, 'people.tell', { userId: person.id, news: { event: 'lifted', released } })
  return { ban: null, released }
}

/** What was taken down by bans, and is as it was then, may be mended and sent again. */
async function releaseAds(tx: Db, deps: Deps, person: UserRow, actorId: number | null) {
  const theirs = await tx
    .select({ id: ads.id })
    .from(ads)
    .where(
      and(
        eq(ads.sellerId, person.id),
        eq(ads.state, 'rejected'),
        eq(ads.rejectionFinal, true),
        // Written out, as Drizzle leaves a lone table's name away.
        sql`exists (
          select 1 from audit x where x.ad_id = ads.id and x.action = 'taken_down'
            and (x.after->>'revision')::integer = ads.revision
        )`,
      ),
    )
    .orderBy(asc(ads.id))
  for (const { id } of theirs)
    await changeAd(tx, deps, {
      where: eq(ads.id, id),
      from: ['rejected'],
      action: 'released',
      actorId,
      set: { rejectionFinal: false },
    })
  return theirs.length
}
