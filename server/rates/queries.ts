import { desc, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { ads, boardSettings, rates } from '#server/db/schema.ts'
import type { Rate } from '#shared/money/money.ts'

/** What counts until a rate was fetched: the Central Bank's, rounded, with its date for all to see. */
export const fixedRate: Rate = { uzsPerUsd: 12_000, date: '2026-11-01' }

/** The rate as it was fetched last, whatever admins have set. */
export async function newestRate(db: Db): Promise<Rate> {
  const [newest] = await db.select().from(rates).orderBy(desc(rates.date)).limit(1)
  return newest ?? fixedRate
}

/** What an admin has set, else the newest known rate. */
export async function currentRate(db: Db): Promise<Rate> {
  const [newest, [set]] = await Promise.all([
    newestRate(db),
    db
      .select({
        uzsPerUsd: sql<number | null>`(${boardSettings.data} ->> 'uzsPerUsd')::float8`,
        date: sql<string>`to_char(coalesce(${boardSettings.ratedAt}, ${boardSettings.changedAt}) at time zone 'Asia/Tashkent', 'YYYY-MM-DD')`,
      })
      .from(boardSettings),
  ])
  return set?.uzsPerUsd ? { uzsPerUsd: set.uzsPerUsd, date: set.date } : newest
}

/** An ad's price in whole so'm at a rate, null where it names no sum; rounded as `toUzs` rounds. */
export const priceInUzs = ({ uzsPerUsd }: Rate): SQL<string | null> =>
  sql`case ${ads.priceCurrency} when 'USD' then floor(${ads.priceAmount} * ${uzsPerUsd}::float8 + 0.5)::bigint else ${ads.priceAmount} end`
