import { and, eq, inArray, sql } from 'drizzle-orm'
import { changeAd, newTerm } from '#server/ads/verbs.ts'
import { type AdRow, adColumns } from '#server/ads/views.ts'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { ads, moderationDecisions, photos } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import type { Jobs } from '#server/jobs/queue.ts'
import { endClaim, requireUnclaimed } from '#server/moderation/claims.ts'
import { mended } from '#server/moderation/mend.ts'
import { readReasons, type Said } from '#server/reasons/queries.ts'
import { settleReports } from '#server/reports/settle.ts'
import type { AdState } from '#shared/ads/states.ts'
import type { AdChanges, AdField, DecisionOutcome, RejectionMark } from '#shared/moderation/schema.ts'
import { inAllLanguages } from '#shared/reasons/schema.ts'

export interface Decision {
  /** Null: the board itself, by its settings. */
  moderatorId: number | null
  adId: number
  /** The revision that the moderator saw. */
  revision: number
}

/**
 * Puts a waiting ad live, after a moderator's own `changes` where there are any. Throws `moderation.decided`,
 * `moderation.claimed`, `moderation.photos_not_ready`, `ads.changed`, `ads.not_found`, and `ads.invalid` with the
 * fields when the changes will not do.
 */
export const approveAd = (deps: Deps, decision: Decision & { changes?: AdChanges | undefined }) =>
  deps.db.transaction(async (tx) => {
    const before = await lockWaiting(tx, decision)
    if (await hasUnsettledPhotos(tx, before.id)) throw new AppError('moderation.photos_not_ready')
    const changes = decision.changes && (await mended(tx, before, decision.changes))
    return decide(tx, deps, decision, before, {
      outcome: changes ? 'mended' : 'approved',
      action: 'approved',
      fields: changes?.fields,
      set: {
        ...changes?.row,
        state: 'active',
        // What is edited while it is live keeps its place: editing is no way to the top.
        feedSeq: sql`case when ${ads.expiresAt} > now() then ${ads.feedSeq} else nextval('feed_seq') end`,
        hasPhotos: sql`exists (select from photos where photos.ad_id = ads.id and photos.state = 'ready')`,
        publishedAt: sql`coalesce(${ads.publishedAt}, now())`,
        ...(await newTerm(deps, changes?.row.categoryId ?? before.categoryId)),
        ...unrejected,
      },
    })
  })

export interface Rejection {
  /** Id of one of the reasons. */
  reason: string
  note: string
  /** Where nothing is said, as the reason has it. */
  marks?: RejectionMark[]
  /** For good: it cannot be mended. */
  final?: boolean
}

/**
 * Sends a waiting ad (or one in the states `from`) back to its seller with a reason and what to change. Throws as
 * `approveAd` does, and `reasons.gone` when the reason is not given any more.
 */
export const rejectAd = (
  deps: Deps,
  {
    reason,
    note,
    marks,
    final,
    from = ['pending'],
    ...decision
  }: Decision & Rejection & { from?: readonly AdState[] },
) =>
  deps.db.transaction(async (tx) => {
    const before = await lockWaiting(tx, decision, from)
    const given = (await readReasons(tx)).find(({ id, archived }) => id === reason && !archived)
    if (!given) throw new AppError('reasons.gone')
    const isFinal = final ?? given.final
    return decide(tx, deps, decision, before, {
      outcome: 'rejected',
      action: 'rejected',
      from,
      reason,
      set: {
        state: 'rejected',
        rejectionReason: reason,
        rejectionSaid: inAllLanguages(given.text),
        rejectionNote: note || null,
        rejectionMarks: marks ?? (isFinal ? [] : await marksFor(tx, before.id, given.fields)),
        rejectionFinal: isFinal,
      },
    })
  })

/** Photos are marked only where there are any. */
async function marksFor(tx: Db, adId: number, fields: readonly AdField[]): Promise<RejectionMark[]> {
  const hasPhotos = fields.includes('photos') && (await tx.$count(photos, eq(photos.adId, adId))) > 0
  return fields.filter((field) => field !== 'photos' || hasPhotos).map((field) => ({ field }))
}

/** How the columns of a rejection stand where there is none. */
export const unrejected = {
  rejectionReason: null,
  rejectionSaid: null as Said | null,
  rejectionNote: null,
  rejectionMarks: [] as RejectionMark[],
  rejectionFinal: false,
}

/** The ad, locked, if it waits (or is in one of the states) as it was seen and nobody else is at it. */
async function lockWaiting(
  tx: Db,
  { adId, revision, moderatorId }: Decision,
  from: readonly AdState[] = ['pending'],
): Promise<AdRow> {
  const [ad] = await tx.select(adColumns).from(ads).where(eq(ads.id, adId)).for('update')
  if (!ad) throw new AppError('ads.not_found')
  if (!from.includes(ad.state)) throw new AppError('moderation.decided')
  await requireUnclaimed(tx, adId, moderatorId)
  if (ad.revision !== revision) throw new AppError('ads.changed')
  return ad
}

const hasUnsettledPhotos = async (tx: Db, adId: number) =>
  (await tx.$count(photos, and(eq(photos.adId, adId), inArray(photos.state, ['awaiting', 'uploaded'])))) > 0

async function decide(
  tx: Db,
  deps: Deps,
  { moderatorId, adId, revision }: Decision,
  before: AdRow,
  o: {
    outcome: DecisionOutcome
    action: 'approved' | 'rejected'
    from?: readonly AdState[]
    reason?: string
    fields?: readonly string[] | undefined
    set: Record<string, unknown>
  },
) {
  const changed = await changeAd(tx, deps, {
    where: and(eq(ads.id, adId), eq(ads.revision, revision)),
    from: o.from ?? ['pending'],
    action: o.action,
    actorId: moderatorId,
    set: o.set,
  })
  if (!changed) throw new AppError('moderation.decided')
  if (o.fields)
    await writeAudit(tx, { actorId: moderatorId, action: 'mended', adId, after: { fields: o.fields } })
  const [decision] = await tx
    .insert(moderationDecisions)
    .values({
      adId,
      moderatorId,
      outcome: o.outcome,
      reason: o.reason ?? null,
      revision: changed.revision,
      previous: previousOf(before, Object.keys(o.set)),
      waitingSince: before.state === 'pending' ? before.submittedAt : null,
      categoryId: changed.categoryId,
      districtId: changed.districtId,
    })
    .returning({ id: moderationDecisions.id })
  const { id } = decision as { id: number }
  await endClaim(tx, adId)
  // Who reported what a moderator then had to mend was right.
  const as = o.outcome === 'approved' ? 'dismissed' : 'upheld'
  await settleReports(tx, deps.jobs, { adId, decisionId: id, moderatorId, as })
  await deps.jobs.enqueue(tx, 'ads.tell_seller', {
    adId,
    outcome: o.action,
    ...(o.outcome === 'mended' && { decisionId: id }),
  })
  return { state: changed.state, decisionId: id }
}

const previousOf = (before: AdRow, changed: readonly string[]) =>
  Object.fromEntries(changed.map((key) => [key, before[key as keyof AdRow]]))

/**
 * Has a waiting ad made ready for the moderators once all of its photos are looked at; called by whoever may have settled the
 * last one. The ad's row is locked first, so that of two photos settling at once the later one sees both.
 */
export async function prepareWhenReady(tx: Db, jobs: Jobs, adId: number) {
  const [ad] = await tx
    .select({ state: ads.state, revision: ads.revision })
    .from(ads)
    .where(eq(ads.id, adId))
    .for('update')
  if (ad?.state !== 'pending' || (await hasUnsettledPhotos(tx, adId))) return
  await jobs.enqueue(tx, 'moderation.prepare', { adId, revision: ad.revision })
}
