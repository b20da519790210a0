import { and, count, eq, lt } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { ads, contactReveals, users } from '#server/db/schema.ts'
import { AppError } from '#server/errors.ts'
import { lockOwner } from '#server/photos/queries.ts'
import { today } from '#server/stats/queries.ts'

/** Whose contact is asked for by whom, and of how many ads one person may ask it on a day. */
interface Question {
  adId: number
  userId: number
  perDay: number
}

/**
 * Who sells a live ad and how to reach them: the phone in E.164 and a chat link, each only when the seller allows it.
 * Asking again for the same ad on the same day is free. Throws `ads.not_found`, `contact.too_many`.
 */
export async function revealContact(db: Db, { adId, userId, perDay }: Question) {
  const [row] = await db
    .select({
      sellerId: ads.sellerId,
      name: ads.contactName,
      phone: ads.contactPhone,
      telegram: ads.contactTelegram,
      username: users.username,
    })
    .from(ads)
    .innerJoin(users, eq(users.id, ads.sellerId))
    .where(and(eq(ads.id, adId), eq(ads.state, 'active')))
  if (!row) throw new AppError('ads.not_found')
  if (row.sellerId !== userId) await countReveal(db, { adId, userId, perDay })
  const account = row.username ?? row.phone
  return {
    sellerId: row.sellerId,
    name: row.name,
    phone: row.phone,
    telegram: row.telegram && account ? { url: `https://t.me/${account}` } : null,
  }
}

/** Notes the ad among those of today; what was asked before today is forgotten. */
const countReveal = (db: Db, { adId, userId, perDay }: Question) =>
  db.transaction(async (tx) => {
    // One person's questions wait for each other, so that two never take the last place.
    await lockOwner(tx, userId)
    const mine = eq(contactReveals.userId, userId)
    await tx.delete(contactReveals).where(and(mine, lt(contactReveals.day, today)))
    const [fresh] = await tx
      .insert(contactReveals)
      .values({ userId, adId, day: today as never })
      .onConflictDoNothing()
      .returning({ adId: contactReveals.adId })
    if (!fresh) return
    const [asked] = await tx.select({ count: count() }).from(contactReveals).where(mine)
    if ((asked?.count ?? 0) > perDay) throw new AppError('contact.too_many')
  })
