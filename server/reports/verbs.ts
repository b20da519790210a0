import { and, eq, ne, or, sql } from 'drizzle-orm'
import { changeAd } from '#server/ads/verbs.ts'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { ads, reports } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { countOpen, countToday, weightOf } from '#server/reports/queries.ts'
import { limits } from '#shared/limits.ts'
import type { Report } from '#shared/reports/schema.ts'
import { storable } from '#shared/text/clean.ts'

/**
 * Notes what a person finds wrong with an ad of somebody else that is live, or was and is being looked at; once a person
 * and ad. The moderators are told of the first of an ad; when the reports weigh as much as the settings say, the ad
 * waits for them. Throws `ads.not_found`, `reports.already`, `reports.too_many`.
 */
export async function reportAd(
  deps: Pick<Deps, 'db' | 'jobs' | 'settings'>,
  { reporterId, adId, reason, note }: Report & { reporterId: number; adId: number },
): Promise<void> {
  const { hideAtReports } = await deps.settings.read()
  await deps.db.transaction(async (tx) => {
    // Reports of one ad wait for each other and for decisions: one is the first, and one makes it too many.
    const wasSeen = or(
      eq(ads.state, 'active'),
      and(eq(ads.state, 'pending'), sql`${ads.feedSeq} is not null`),
    )
    const [ad] = await tx
      .select({ state: ads.state })
      .from(ads)
      .where(and(eq(ads.id, adId), wasSeen, ne(ads.sellerId, reporterId)))
      .for('update')
    if (!ad) throw new AppError('ads.not_found')
    const [report] = await tx
      .insert(reports)
      .values({ adId, reporterId, reason, note: storable(note) || null })
      .onConflictDoNothing()
      .returning({ id: reports.id })
    if (!report) throw new AppError('reports.already')
    if ((await countToday(tx, reporterId)) > limits.reportsPerDay) throw new AppError('reports.too_many')
    await writeAudit(tx, {
      actorId: reporterId,
      action: 'reported',
      adId,
      after: { report: report.id, reason },
    })
    if ((await countOpen(tx, adId)) === 1)
      await deps.jobs.enqueue(tx, 'reports.announce', { reportId: report.id })
    if (ad.state === 'active' && (await weightOf(tx, adId)) >= hideAtReports) await hideAd(tx, deps, adId)
  })
}

/** Out of sight until a moderator has looked; its post is taken down, and made anew should the ad come back. */
async function hideAd(tx: Db, deps: Pick<Deps, 'jobs'>, adId: number) {
  const ad = await changeAd(tx, deps, {
    where: eq(ads.id, adId),
    from: ['active'],
    action: 'hidden',
    actorId: null,
    // No publication stands any more: an ad that waits without one has no post.
    set: { state: 'pending', publishedAt: null, submittedAt: sql`now()` },
  })
  if (!ad) return
  await deps.jobs.enqueue(tx, 'moderation.prepare', { adId, revision: ad.revision })
  await deps.jobs.enqueue(tx, 'ads.tell_seller', { adId, outcome: 'hidden' })
}
