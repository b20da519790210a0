import { and, eq, inArray, sql } from 'drizzle-orm'
import { adColumns, photosOfAd, toCard } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { ads, reports, users } from '#server/db/schema.ts'
import { today } from '#server/stats/queries.ts'
import { fullName } from '#server/users/queries.ts'
import { banned } from '#server/users/standing.ts'
import { limits } from '#shared/limits.ts'
import type { ReportedQuery, ReportReason } from '#shared/reports/schema.ts'

/**
 * How much a report counts: half as much again as the share of its reporter's reports that were right, as if two of
 * three had been right before the first. So a newcomer counts 1, who is always right comes near 1.5, and who reports
 * without reason goes towards 0; a banned person counts nothing. Two digits, so that a page can begin behind one.
 */
const weight = sql`case when not ${banned('u')}
  then round(1.5 * (record.upheld + 2) / (record.upheld + record.dismissed + 3), 2) else 0 end`

/** Open reports with who made them, what came of their earlier ones, and what this one weighs; a table for a query. */
const openReports = sql`(
  select r.id, r.ad_id, r.reason, r.note, r.created_at, record.upheld, record.dismissed, ${weight} as weight,
    u.id as reporter_id, trim(concat(u.first_name, ' ', u.last_name)) as reporter
  from reports r join users u on u.id = r.reporter_id
  cross join lateral (
    select count(*) filter (where p.state = 'upheld') as upheld, count(*) filter (where p.state = 'dismissed') as dismissed
    from reports p where p.reporter_id = r.reporter_id
  ) record
  where r.state = 'open'
)`

/** As many reports of one ad are shown to moderators, the heaviest. */
const shown = 20

/** A report as moderators see it. */
export interface OpenReport {
  id: number
  reason: ReportReason
  note: string | null
  at: string
  weight: number
  reporter: { id: number; name: string; upheld: number; dismissed: number }
}

/** The open reports of an ad, the heaviest first, for a query from `ads`. */
export const openReportsOfAd = sql<OpenReport[]>`(
  select coalesce(json_agg(json_build_object(
    'id', o.id, 'reason', o.reason, 'note', o.note, 'at', o.created_at, 'weight', o.weight::float8,
    'reporter', json_build_object(
      'id', o.reporter_id, 'name', o.reporter, 'upheld', o.upheld, 'dismissed', o.dismissed
    )
  ) order by o.weight desc, o.id), '[]')
  from (select * from ${openReports} each where each.ad_id = ads.id order by each.weight desc, each.id limit ${shown}) o
)`

/** Whether somebody has reported the ad and no moderator has looked yet; for a query from `ads`. */
export const isReported = sql<boolean>`exists (select from reports r where r.ad_id = ads.id and r.state = 'open')`

/** The reasons of an ad's open reports. */
export const findOpenReports = (db: Db, adId: number): Promise<{ reason: ReportReason }[]> =>
  db
    .select({ reason: reports.reason })
    .from(reports)
    .where(and(eq(reports.adId, adId), eq(reports.state, 'open')))

export const countOpen = (db: Db, adId: number): Promise<number> =>
  db.$count(reports, and(eq(reports.adId, adId), eq(reports.state, 'open')))

/** How many ads a person has reported today in Tashkent. */
export const countToday = (db: Db, reporterId: number): Promise<number> =>
  db.$count(
    reports,
    and(eq(reports.reporterId, reporterId), sql`(created_at at time zone 'Asia/Tashkent')::date = ${today}`),
  )

/** The summed weight of an ad's open reports. */
export async function weightOf(db: Db, adId: number): Promise<number> {
  const [row] = await db.execute<{ sum: number }>(
    sql`select coalesce(sum(o.weight), 0)::float8 as sum from ${openReports} o where o.ad_id = ${adId}`,
  )
  return row?.sum ?? 0
}

/** How many ads moderators have to look at because of reports. */
export async function countReported(db: Db): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(distinct ad_id)::int as count from reports where state = 'open'`,
  )
  return row?.count ?? 0
}

type Sum = { ad_id: string; weight: string; count: number }

/** Ads with open reports, the heaviest first, or the one that is asked for. */
export async function listReported(db: Db, { ad, cursor }: ReportedQuery) {
  const [from, id] = cursor?.split('_') ?? []
  const behind =
    cursor === undefined ? sql`` : sql`having (-sum(o.weight), o.ad_id) > (-${from}::numeric, ${id}::bigint)`
  const sums = await db.execute<Sum>(sql`
    select o.ad_id, sum(o.weight)::text as weight, count(*)::int as count from ${openReports} o
    where ${ad === undefined ? sql`true` : sql`o.ad_id = ${ad}`}
    group by o.ad_id ${behind} order by sum(o.weight) desc, o.ad_id limit ${limits.page.default + 1}`)
  const page = sums.slice(0, limits.page.default)
  const rows = await describe(db, page)
  const last = page.at(-1)
  return {
    items: page.flatMap((sum) => rows.get(Number(sum.ad_id)) ?? []),
    nextCursor: sums.length > page.length && last ? `${last.weight}_${last.ad_id}` : null,
  }
}

async function describe(db: Db, sums: readonly Sum[]) {
  if (sums.length === 0) return new Map<number, never>()
  const ids = sums.map(({ ad_id }) => Number(ad_id))
  const rows = await db
    .select({ ad: adColumns, photos: photosOfAd, seller: users, reports: openReportsOfAd })
    .from(ads)
    .innerJoin(users, eq(users.id, ads.sellerId))
    .where(inArray(ads.id, ids))
  const sumOf = new Map(sums.map((sum) => [Number(sum.ad_id), sum]))
  return new Map(
    rows.map((row) => [
      row.ad.id,
      {
        ...toCard(row),
        revision: row.ad.revision,
        photos: row.photos,
        seller: { id: row.seller.id, name: row.ad.contactName || fullName(row.seller) },
        weight: Number(sumOf.get(row.ad.id)?.weight ?? 0),
        count: sumOf.get(row.ad.id)?.count ?? 0,
        reports: row.reports,
      },
    ]),
  )
}
