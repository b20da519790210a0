import { eq, sql } from 'drizzle-orm'
import { writeAudit } from '#server/db/audit.ts'
import { users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { approveAd } from '#server/moderation/verbs.ts'
import type { ErrorCode } from '#shared/errors.ts'
import type { Trust } from '#shared/users/trust.ts'

/** Says how much a seller is trusted. Throws `ads.not_found` when there is no such person. */
export const setTrust = ({ db }: Deps, o: { moderatorId: number; sellerId: number; trust: Trust }) =>
  db.transaction(async (tx) => {
    const it = eq(users.id, o.sellerId)
    const [before] = await tx.select({ trust: users.trust }).from(users).where(it).for('update')
    if (!before) throw new AppError('ads.not_found')
    if (before.trust === o.trust) return { trust: o.trust }
    await tx.update(users).set({ trust: o.trust, updatedAt: sql`now()` }).where(it)
    await writeAudit(tx, {
      actorId: o.moderatorId,
      action: 'trust',
      userId: o.sellerId,
      before,
      after: { trust: o.trust },
    })
    return { trust: o.trust }
  })

/** Approves many, each for itself and as it was seen: one that cannot be stops none of the others. */
export async function approveMany(
  deps: Deps,
  moderatorId: number,
  wanted: readonly { id: number; revision: number }[],
) {
  const approved: number[] = []
  const refused: { id: number; code: ErrorCode }[] = []
  for (const { id, revision } of wanted)
    try {
      await approveAd(deps, { moderatorId, adId: id, revision })
      approved.push(id)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push({ id, code: error.code })
    }
  return { approved, refused }
}
