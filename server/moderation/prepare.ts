import { desc, eq, lte } from 'drizzle-orm'
import type { AdRow } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { adHints, ads, moderationDecisions, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { hintsFor } from '#server/moderation/hints.ts'
import { textOf } from '#server/moderation/near.ts'
import { approveAd } from '#server/moderation/verbs.ts'
import { countOpen } from '#server/reports/queries.ts'
import { isBanned } from '#server/users/standing.ts'
import type { KeptHint } from '#shared/moderation/hints.ts'
import { languageOf } from '#shared/moderation/language.ts'
import { bandsOf } from '#shared/moderation/similar.ts'

/**
 * Job `moderation.prepare`: looks a waiting ad through and keeps what was found beside it. Where the settings say so
 * and nothing at all was found, the board approves it; else the moderators are told.
 */
export async function prepareAd(deps: Deps, { adId }: JobData['moderation.prepare']) {
  const { db, jobs } = deps
  const [ad] = await db.select().from(ads).where(eq(ads.id, adId))
  if (ad?.state !== 'pending') return
  const hints = await keepHints(deps, ad)
  if (hints.length === 0 && (await approvedByBoard(deps, ad))) return
  await jobs.enqueue(db, 'moderation.announce', { adId, revision: ad.revision })
}

async function keepHints({ db, settings }: Deps, ad: AdRow): Promise<KeptHint[]> {
  const text = textOf(ad)
  const bands = bandsOf(text)
  const { suspiciousWords: listed } = await settings.read()
  const hints = await hintsFor(db, ad, { bands, listed })
  const row = { revision: ad.revision, hints, language: languageOf(text) ?? null, bands, at: new Date() }
  await db
    .insert(adHints)
    .values({ adId: ad.id, ...row })
    // Another may have looked through what the ad became meanwhile.
    .onConflictDoUpdate({ target: adHints.adId, set: row, setWhere: lte(adHints.revision, ad.revision) })
  return hints
}

/**
 * Whether the board itself may approve the ad, and did: never one that a moderator looks at, that changed, or that was
 * decided upon in this very moment.
 */
const approvedByBoard = (deps: Deps, ad: AdRow): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    // Whoever reports it now waits, or was first.
    await tx.select({ id: ads.id }).from(ads).where(eq(ads.id, ad.id)).for('update')
    if (!(await mayApproveItself({ ...deps, db: tx }, ad))) return false
    try {
      await approveAd({ ...deps, db: tx }, { moderatorId: null, adId: ad.id, revision: ad.revision })
      return true
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return false
    }
  })

/** By the settings and the seller's trust; never what is reported, or whose decision was undone. */
async function mayApproveItself({ db, settings }: Deps, ad: AdRow): Promise<boolean> {
  const { autoApproveFrom } = await settings.read()
  if (autoApproveFrom === null) return false
  const [seller] = await db.select().from(users).where(eq(users.id, ad.sellerId))
  if ((await countOpen(db, ad.id)) > 0) return false
  if (!seller || isBanned(seller) || seller.trust < autoApproveFrom) return false
  return !(await wasUndone(db, ad))
}

async function wasUndone(db: Db, ad: AdRow): Promise<boolean> {
  const [last] = await db
    .select({ at: moderationDecisions.at, undoneAt: moderationDecisions.undoneAt })
    .from(moderationDecisions)
    .where(eq(moderationDecisions.adId, ad.id))
    .orderBy(desc(moderationDecisions.id))
    .limit(1)
  return last?.undoneAt != null && last.at > ad.submittedAt
}
