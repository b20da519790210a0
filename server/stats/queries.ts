import { sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { adDays } from '#server/db/schema.ts'

/** What is counted around an ad; the names are the columns of `ad_days`. */
export type Event = 'views' | 'contacts' | 'favorites'

/** Today where the board's people live, whatever the server's own time zone. */
export const today = sql`(now() at time zone 'Asia/Tashkent')::date`

/** One more of something around an ad today. */
export const countOne = (db: Db, adId: number, event: Event) =>
  db
    .insert(adDays)
    .values({ adId, day: today as never, [event]: 1 })
    .onConflictDoUpdate({
      target: [adDays.adId, adDays.day],
      set: { [event]: sql`${adDays[event]} + 1` },
    })

export interface AdDay {
  /** `2026-03-12`, in Tashkent. */
  day: string
  views: number
  contacts: number
  favorites: number
}

/** The last `days` days with today, the oldest first; a day on which nothing happened is there too. */
export async function findDays(db: Db, adId: number, days: number): Promise<AdDay[]> {
  const rows = await db.execute<Record<keyof AdDay, never>>(sql`
    select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(a.views, 0) as views, coalesce(a.contacts, 0) as contacts,
      coalesce(a.favorites, 0) as favorites
    from generate_series(${today} - ${days - 1}::int, ${today}, interval '1 day') as d(day)
    left join ad_days a on a.ad_id = ${adId} and a.day = d.day::date
    order by d.day`)
  return rows.map(({ day, views, contacts, favorites }) => ({ day, views, contacts, favorites }))
}
