import { desc } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { rates } from '#server/db/schema.ts'
import type { Rate } from '#shared/money/money.ts'

/** What counts until a rate was fetched: the Central Bank's, rounded, with its date for all to see. */
export const fixedRate: Rate = { uzsPerUsd: 12_000, date: '2026-11-01' }

/** The newest known rate. */
export const currentRate = async (db: Db): Promise<Rate> =>
  (await db.select().from(rates).orderBy(desc(rates.date)).limit(1))[0] ?? fixedRate
