import { and, eq } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { ads, users } from '#server/db/schema.ts'
import { AppError } from '#server/errors.ts'

/** Who sells a live ad and how to reach them: the phone in E.164 and a chat link, each only when the seller allows it. */
export async function revealContact(db: Db, adId: number) {
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
  const account = row.username ?? row.phone
  return {
    sellerId: row.sellerId,
    name: row.name,
    phone: row.phone,
    telegram: row.telegram && account ? { url: `https://t.me/${account}` } : null,
  }
}
