import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { alias, type PgColumn } from 'drizzle-orm/pg-core'
import { countByState, findAds } from '#server/ads/queries.ts'
import { toMyAd } from '#server/ads/views.ts'
import { tellEntry } from '#server/audit/list.ts'
import { findNames } from '#server/audit/queries.ts'
import { roleOf } from '#server/auth/middleware.ts'
import type { Db } from '#server/db/client.ts'
import { ads, audit, moderationDecisions, peopleNotes, reports, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { mayBan } from '#server/people/bans.ts'
import { toPerson } from '#server/people/search.ts'
import { findUser, fullName, localeOfUser, type UserRow } from '#server/users/queries.ts'
import type { AdState } from '#shared/ads/states.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { limits } from '#shared/limits.ts'
import type { ReportSide } from '#shared/people/schema.ts'

/** Where a page of somebody's things goes on: only those with a smaller id. */
interface Place {
  userId: number
  before: number | undefined
}

/** All that moderators see of a person at a glance. Throws `people.not_found`. */
export async function describePerson({ db, config }: Deps, viewer: UserRow, userId: number) {
  const { adminIds } = config.telegram
  const user = await findUser(db, userId)
  if (!user) throw new AppError('people.not_found')
  const mine = eq(reports.reporterId, userId)
  const [counts, phones, against, made, upheld, decisions, notes] = await Promise.all([
    countByState(db, userId),
    phonesOf(db, user),
    db.$count(reports, isOfSeller(userId)),
    db.$count(reports, mine),
    db.$count(reports, and(mine, eq(reports.state, 'upheld'))),
    db.$count(
      moderationDecisions,
      sql`ad_id in (select a.id from ${ads} a where a.seller_id = ${userId}) and undone_at is null`,
    ),
    db.$count(peopleNotes, eq(peopleNotes.userId, userId)),
  ])
  return {
    ...toPerson(user, adminIds),
    locale: localeOfUser(user),
    since: user.createdAt.toISOString(),
    /** Whether the bot can write to them, as far as is known. */
    reachable: user.unreachableAt === null,
    phones,
    /** A limit of the person's own, of ads that wait or are live. */
    openAds: user.openAds,
    counts,
    reports: { against, made, upheld },
    decisions,
    notes,
    may: {
      ban: mayBan(viewer, user, adminIds),
      role: roleOf(viewer, adminIds) === 'admin' && !adminIds.includes(userId),
      limit: roleOf(viewer, adminIds) === 'admin',
    },
  }
}
export type Person = Awaited<ReturnType<typeof describePerson>>

const isOfSeller = (userId: number) =>
  sql`${reports.adId} in (select a.id from ads a where a.seller_id = ${userId})`

/** The phone that Telegram vouched for, and those that only stand in ads. */
async function phonesOf(db: Db, user: UserRow) {
  const written = await db
    .selectDistinct({ phone: ads.contactPhone })
    .from(ads)
    .where(eq(ads.sellerId, user.id))
    .limit(limits.page.default)
  const others = written.flatMap(({ phone }) => (phone && phone !== user.phone ? [phone] : []))
  return [
    ...(user.phone ? [{ phone: user.phone, confirmed: true }] : []),
    ...others.map((phone) => ({ phone, confirmed: false })),
  ]
}

const below = (column: PgColumn, before: number | undefined) =>
  before === undefined ? undefined : lt(column, before)

/** A page out of one row more than it has; the rows are in the order of falling ids. */
function pageOf<Row, Item extends { id: number }>(rows: readonly Row[], toItem: (row: Row) => Item) {
  const items = rows.slice(0, limits.page.default).map(toItem)
  return { items, nextCursor: rows.length > items.length ? String(items.at(-1)?.id) : null }
}
const enough = limits.page.default + 1

/** All ads of a person, removed ones too, newest first. */
export async function listAdsOf({ db, config }: Deps, { userId, before }: Place, state?: AdState) {
  const where = and(eq(ads.sellerId, userId), state && eq(ads.state, state), below(ads.id, before))
  return pageOf(await findAds(db, config.telegram.channelId, where, enough), toMyAd)
}

/** What others reported of the person's ads, or what the person reported, newest first. */
export async function listReportsOf(db: Db, { userId, before }: Place, side: ReportSide) {
  const other = alias(users, 'other')
  const whose = side === 'against' ? eq(ads.sellerId, userId) : eq(reports.reporterId, userId)
  const rows = await db
    .select({ report: reports, title: ads.title, other })
    .from(reports)
    .innerJoin(ads, eq(ads.id, reports.adId))
    .innerJoin(other, eq(other.id, side === 'against' ? reports.reporterId : ads.sellerId))
    .where(and(whose, below(reports.id, before)))
    .orderBy(desc(reports.id))
    .limit(enough)
  return pageOf(rows, ({ report, title, other: them }) => ({
    id: report.id,
    adId: report.adId,
    title,
    reason: report.reason,
    note: report.note,
    state: report.state,
    at: report.createdAt.toISOString(),
    /** Who reported, or whose ad it is. */
    other: { id: them.id, name: fullName(them) },
  }))
}

/** What moderators decided upon the person's ads, newest first. */
export async function listDecisionsOn(db: Db, { userId, before }: Place) {
  const rows = await db
    .select({ decision: moderationDecisions, title: ads.title, by: users })
    .from(moderationDecisions)
    .innerJoin(ads, eq(ads.id, moderationDecisions.adId))
    .leftJoin(users, eq(users.id, moderationDecisions.moderatorId))
    .where(and(eq(ads.sellerId, userId), below(moderationDecisions.id, before)))
    .orderBy(desc(moderationDecisions.id))
    .limit(enough)
  return pageOf(rows, ({ decision, title, by }) => ({
    id: decision.id,
    adId: decision.adId,
    title,
    outcome: decision.outcome,
    reason: decision.reason,
    at: decision.at.toISOString(),
    undone: decision.undoneAt !== null,
    by: nameOf(by),
  }))
}

/** What was done to the person, newest first, in the reader's words. */
export async function listHistoryOf(db: Db, { userId, before }: Place, locale: Locale) {
  const rows = await db
    .select()
    .from(audit)
    .where(and(eq(audit.userId, userId), below(audit.id, before)))
    .orderBy(desc(audit.id))
    .limit(enough)
  const names = await findNames(db, rows)
  return pageOf(rows, (row) => tellEntry(row, names, locale))
}

/** What moderators wrote down about the person, newest first. */
export async function listNotesOn(db: Db, viewerId: number, { userId, before }: Place) {
  const rows = await db
    .select({ note: peopleNotes, by: users })
    .from(peopleNotes)
    .leftJoin(users, eq(users.id, peopleNotes.authorId))
    .where(and(eq(peopleNotes.userId, userId), below(peopleNotes.id, before)))
    .orderBy(desc(peopleNotes.id))
    .limit(enough)
  return pageOf(rows, ({ note, by }) => ({
    id: note.id,
    text: note.text,
    at: note.createdAt.toISOString(),
    by: nameOf(by),
    mine: note.authorId === viewerId,
  }))
}

/** Null: the board itself, or somebody who is forgotten. */
const nameOf = (user: UserRow | null) => (user ? { id: user.id, name: fullName(user) } : null)
