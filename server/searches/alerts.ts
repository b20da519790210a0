import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { ads, savedSearches, searchAlerts } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { SearchRow } from '#server/searches/queries.ts'
import type { AlertMode } from '#shared/searches/schema.ts'

/** An ad that is told, and the search that it is told for. */
export interface Alert {
  adId: number
  search: SearchRow
  /** When it was found to fit. */
  since: Date
}

/** Job `searches.plan`: everybody whom ads wait for since the last day's message gets one, a job for each. */
export async function planDailyAlerts({ db, jobs }: Pick<Deps, 'db' | 'jobs'>) {
  const waiting = await db
    .selectDistinct({ userId: searchAlerts.userId })
    .from(searchAlerts)
    .where(sql`mode = 'daily' and told_at is null`)
  await jobs.enqueueAll(
    db,
    'searches.tell',
    waiting.map(({ userId }) => ({ userId, mode: 'daily' as const })),
  )
}

/** Seconds since the person was last told of an ad; undefined when never. */
export async function lastTold(db: Db, userId: number): Promise<number | undefined> {
  const [row] = await db
    .select({ seconds: sql<number | null>`extract(epoch from now() - max(told_at))::float8` })
    .from(searchAlerts)
    .where(eq(searchAlerts.userId, userId))
  return row?.seconds ?? undefined
}

/**
 * Takes all ads that wait for a person, the newest first: from now on they count as told, and nobody else takes them.
 * What is not live any more is forgotten, so that it is news should it come back; so is what no search asks for now.
 */
export const takeAlerts = (db: Db, userId: number, mode: AlertMode): Promise<Alert[]> =>
  db.transaction(async (tx) => {
    const waiting = await tx
      .select({
        adId: searchAlerts.adId,
        searchIds: searchAlerts.searchIds,
        since: searchAlerts.createdAt,
        state: ads.state,
      })
      .from(searchAlerts)
      .innerJoin(ads, eq(ads.id, searchAlerts.adId))
      .where(and(eq(searchAlerts.userId, userId), sql`search_alerts.mode = ${mode} and told_at is null`))
      .orderBy(sql`${ads.feedSeq} desc`)
      .for('update', { of: searchAlerts })
    if (waiting.length === 0) return []
    const wanted = new Map(
      (
        await tx
          .select()
          .from(savedSearches)
          .where(and(eq(savedSearches.userId, userId), ne(savedSearches.mode, 'off')))
      ).map((search) => [search.id, search]),
    )
    const alerts = waiting.flatMap(({ adId, searchIds, since, state }) => {
      const search = searchIds.map((id) => wanted.get(id)).find((found) => found !== undefined)
      return search && state === 'active' ? [{ adId, search, since }] : []
    })
    const told = alerts.map(({ adId }) => adId)
    const forgotten = waiting.map(({ adId }) => adId).filter((adId) => !told.includes(adId))
    if (told.length > 0)
      await tx.update(searchAlerts).set({ toldAt: sql`now()` }).where(alertsOf(userId, told))
    if (forgotten.length > 0) await tx.delete(searchAlerts).where(alertsOf(userId, forgotten))
    return alerts
  })

/** What was taken is not live any more: it is news should it come back. */
export const forgetAlerts = (db: Db, userId: number, alerts: readonly Alert[]) =>
  db.delete(searchAlerts).where(alertsOf(userId, idsOf(alerts)))

/** Telegram surely did not get the message: they wait again. */
export const giveBackAlerts = (db: Db, userId: number, alerts: readonly Alert[]) =>
  db
    .update(searchAlerts)
    .set({ toldAt: null })
    .where(alertsOf(userId, idsOf(alerts)))

const idsOf = (alerts: readonly Alert[]) => alerts.map(({ adId }) => adId)

const alertsOf = (userId: number, adIds: number[]) =>
  and(eq(searchAlerts.userId, userId), inArray(searchAlerts.adId, adIds))
