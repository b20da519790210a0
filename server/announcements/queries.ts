import { desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { announcements, users } from '#server/db/schema.ts'
import { fullName } from '#server/users/queries.ts'
import { banned } from '#server/users/standing.ts'
import type { Audience } from '#shared/announcements/schema.ts'
import type { RecipientState } from '#shared/announcements/text.ts'
import { topCategoryById } from '#shared/catalog/index.ts'
import { limits } from '#shared/limits.ts'

export type AnnouncementRow = typeof announcements.$inferSelect

/** The language that a person `u` is written to in, as `localeOfUser` says it. */
const localeOf = sql`coalesce(u.locale, case lower(split_part(u.language_code, '-', 1))
  when 'ru' then 'ru' when 'en' then 'en' else 'uz' end)`

/** Rows of `id` and whether the person is `unreachable`: who an announcement is for, but for the banned and the forgotten. */
export function audienceOf({ who, region, category, languages }: Audience): SQL {
  const wanted = [sql`not ${banned('u')} and u.first_name <> ''`]
  if (languages.length > 0) wanted.push(sql`${localeOf} in ${languages}`)
  if (who === 'sellers') {
    const theirs = [sql`a.seller_id = u.id and a.state <> 'removed'`]
    if (region !== undefined) theirs.push(sql`a.region_id = ${region}`)
    if (category !== undefined) {
      const children = topCategoryById(category)?.children.map(({ id }) => id) ?? []
      theirs.push(sql`a.category_id in ${children}`)
    }
    wanted.push(sql`exists (select from ads a where ${sql.join(theirs, sql` and `)})`)
  }
  return sql`(select u.id, u.unreachable_at is not null as unreachable from users u
    where ${sql.join(wanted, sql` and `)})`
}

/** How many would get it, and how many more cannot be written to. */
export async function countAudience(db: Db, audience: Audience) {
  const [row] = await db.execute<{ reachable: number; unreachable: number }>(sql`
    select count(*) filter (where not unreachable)::int as reachable,
      count(*) filter (where unreachable)::int as unreachable
    from ${audienceOf(audience)} audience`)
  return { reachable: row?.reachable ?? 0, unreachable: row?.unreachable ?? 0 }
}

export type Progress = Record<RecipientState, number>
const nothing: Progress = {
  waiting: 0,
  sending: 0,
  sent: 0,
  uncertain: 0,
  unreachable: 0,
  skipped: 0,
  refused: 0,
}

/** How far each announcement is. */
async function progressOf(db: Db, ids: readonly number[]) {
  const progress = new Map(ids.map((id) => [id, { ...nothing }]))
  if (ids.length === 0) return progress
  const rows = await db.execute<{ id: string; state: RecipientState; count: number }>(sql`
    select announcement_id as id, state, count(*)::int as count from announcement_recipients
    where announcement_id in ${ids} group by announcement_id, state`)
  for (const { id, state, count } of rows) (progress.get(Number(id)) as Progress)[state] = count
  return progress
}

/** A page of announcements, newest first, `before` an id. */
export async function listAnnouncements(db: Db, before: number | undefined) {
  const rows = await select(db, before === undefined ? undefined : lt(announcements.id, before)).limit(
    limits.page.default + 1,
  )
  const page = rows.slice(0, limits.page.default)
  return {
    items: await describe(db, page),
    nextCursor: rows.length > page.length ? String(page.at(-1)?.row.id) : null,
  }
}

export async function findAnnouncement(db: Db, id: number) {
  return (await describe(db, await select(db, inArray(announcements.id, [id]))))[0]
}

const select = (db: Db, where: SQL | undefined) =>
  db
    .select({ row: announcements, author: users })
    .from(announcements)
    .leftJoin(users, eq(users.id, announcements.createdBy))
    .where(where)
    .orderBy(desc(announcements.id))

async function describe(db: Db, rows: Awaited<ReturnType<typeof select>>) {
  const progress = await progressOf(
    db,
    rows.map(({ row }) => row.id),
  )
  return rows.map(({ row, author }) => ({
    id: row.id,
    state: row.state,
    revision: row.revision,
    texts: row.texts,
    audience: row.audience,
    author: author && fullName(author),
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    /** Until when Telegram asked to be left alone. */
    pausedUntil: row.pausedUntil && row.pausedUntil > new Date() ? row.pausedUntil.toISOString() : null,
    progress: progress.get(row.id) ?? nothing,
  }))
}
