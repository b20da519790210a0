import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { AdRow } from '#server/ads/views.ts'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { reports } from '#server/db/schema.ts'
import type { Jobs } from '#server/jobs/queue.ts'
import type { AdState } from '#shared/ads/states.ts'

/** Seconds until reporters are told: what is taken back in the first minutes is never told, and several go together. */
export const tellDelay = 10 * 60

/**
 * A moderator's decision upon an ad, or a ban that takes it down, settles all its open reports. Who reported what its
 * seller has mended since is neither right nor wrong.
 */
export async function settleReports(
  tx: Db,
  jobs: Jobs,
  o: { adId: number; decisionId: number | null; moderatorId: number | null; as: 'upheld' | 'dismissed' },
): Promise<void> {
  const mended = sql`exists (
    select from audit a where a.ad_id = reports.ad_id and a.action = 'submitted' and a.at > reports.created_at
  )`
  const state =
    o.as === 'upheld' ? sql`'upheld'` : sql`case when ${mended} then 'lapsed' else 'dismissed' end`
  await settle(tx, jobs, { adId: o.adId, actorId: o.moderatorId, state, decisionId: o.decisionId })
}

/** States in which there is nothing left to look at. */
const over: readonly AdState[] = ['sold', 'expired', 'removed']

/**
 * With an ad its open reports end; who said that it was sold, and it was, was right. What nobody looked at is open again
 * when the ad is live again. Called by every change of an ad.
 */
export async function followEnd(
  tx: Db,
  jobs: Jobs,
  before: AdRow,
  { id: adId, state }: AdRow,
  actorId: number | null,
) {
  if (over.includes(before.state) && !over.includes(state))
    await reopen(tx, jobs, {
      adId,
      actorId,
      which: and(eq(reports.state, 'lapsed'), isNull(reports.decisionId)),
    })
  if (!over.includes(state)) return
  const isRight =
    state === 'sold' ? sql`case when reason = 'sold' then 'upheld' else 'lapsed' end` : sql`'lapsed'`
  await settle(tx, jobs, { adId, actorId, state: isRight, decisionId: null })
}

/** The reports that a decision settled are open again. */
export const reopenReports = (
  tx: Db,
  jobs: Jobs,
  o: { adId: number; decisionId: number; moderatorId: number },
) => reopen(tx, jobs, { adId: o.adId, actorId: o.moderatorId, which: eq(reports.decisionId, o.decisionId) })

/** Who was told already is not told once more. */
async function reopen(
  tx: Db,
  jobs: Jobs,
  o: { adId: number; actorId: number | null; which: SQL | undefined },
) {
  const opened = await tx
    .update(reports)
    .set({ state: 'open', settledAt: null, decisionId: null })
    .where(and(eq(reports.adId, o.adId), o.which))
    .returning({ id: reports.id, groupMessageId: reports.groupMessageId })
  if (opened.length === 0) return
  await showInGroup(tx, jobs, opened)
  const after = { reports: opened.map(({ id }) => id) }
  await writeAudit(tx, { actorId: o.actorId, action: 'reports_reopened', adId: o.adId, after })
}

async function settle(
  tx: Db,
  jobs: Jobs,
  o: { adId: number; actorId: number | null; state: ReturnType<typeof sql>; decisionId: number | null },
) {
  const settled = await tx
    .update(reports)
    .set({ state: o.state, settledAt: sql`now()`, decisionId: o.decisionId })
    .where(and(eq(reports.adId, o.adId), eq(reports.state, 'open')))
    .returning({
      id: reports.id,
      userId: reports.reporterId,
      state: reports.state,
      toldAt: reports.toldAt,
      groupMessageId: reports.groupMessageId,
    })
  if (settled.length === 0) return
  await showInGroup(tx, jobs, settled)
  await writeAudit(tx, {
    actorId: o.actorId,
    action: 'reports_settled',
    adId: o.adId,
    after: { reports: settled.map(({ id, state }) => ({ id, state })) },
  })
  const untold = settled.filter(({ toldAt }) => toldAt === null).map(({ userId }) => ({ userId }))
  await jobs.enqueueAll(tx, 'reports.tell', untold, { delay: tellDelay })
}

const showInGroup = (tx: Db, jobs: Jobs, changed: readonly { id: number; groupMessageId: number | null }[]) =>
  jobs.enqueueAll(
    tx,
    'reports.show',
    changed.filter(({ groupMessageId }) => groupMessageId !== null).map(({ id }) => ({ reportId: id })),
  )

/** What became of a person's reports, told from now on; the titles are of the ads. */
export async function takeOutcomes(db: Db, userId: number) {
  const rows = await db.execute<{ id: string; state: string; title: string }>(sql`
    update reports set told_at = now() from ads
    where ads.id = reports.ad_id and reporter_id = ${userId} and reports.state <> 'open' and told_at is null
    returning reports.id, reports.state, ads.title`)
  return rows.map(({ id, state, title }) => ({ id: Number(id), state, title }))
}

/** What was taken and surely not told is to be told again. */
export const giveBackOutcomes = (db: Db, outcomes: readonly { id: number }[]) =>
  db
    .update(reports)
    .set({ toldAt: null })
    .where(
      inArray(
        reports.id,
        outcomes.map(({ id }) => id),
      ),
    )
