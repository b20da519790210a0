import { and, count, eq, ne } from 'drizzle-orm'
import { ads, reports } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import type { Report } from '#shared/reports/schema.ts'
import { storable } from '#shared/text/clean.ts'

/**
 * Notes what a person finds wrong with a live ad of somebody else, once a person and ad, and has the moderators told of
 * the first of an ad. Throws `ads.not_found`, `reports.already`.
 */
export const reportAd = (
  { db, jobs }: Pick<Deps, 'db' | 'jobs'>,
  { reporterId, adId, reason, note }: Report & { reporterId: number; adId: number },
): Promise<void> =>
  db.transaction(async (tx) => {
    // Reports of one ad wait for each other, so that exactly one of them is the first.
    const [ad] = await tx
      .select({ id: ads.id })
      .from(ads)
      .where(and(eq(ads.id, adId), eq(ads.state, 'active'), ne(ads.sellerId, reporterId)))
      .for('no key update')
    if (!ad) throw new AppError('ads.not_found')
    const [report] = await tx
      .insert(reports)
      .values({ adId, reporterId, reason, note: storable(note) || null })
      .onConflictDoNothing()
      .returning({ id: reports.id })
    if (!report) throw new AppError('reports.already')
    const [open] = await tx
      .select({ count: count() })
      .from(reports)
      .where(and(eq(reports.adId, adId), eq(reports.state, 'open')))
    if (open?.count === 1) await jobs.enqueue(tx, 'reports.announce', { reportId: report.id })
  })
