import { sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { vainSearches } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { dayNumber, shiftDay } from '#server/stats/days.ts'
import { today } from '#server/stats/queries.ts'
import type { AdFilters } from '#shared/search/filters.ts'
import { lexemesOf } from '#shared/search/lexemes.ts'

/** Days for which what was searched for in vain is kept. */
const keptDays = 90
/** Letters of a query that are kept. */
const longest = 60
/** Of so many different queries of one person a day; what comes after is no wish but a game. */
const perPerson = 50
/** Digits that make a query somebody's phone or card rather than a thing. */
const numberLike = 7
/** People remembered at most. */
const memory = 50_000

/**
 * Counts searches by words that found nothing, each once a person and day. Who asked is known to this process alone
 * and only until midnight; what is written down says nothing of them. The caller does not wait for the row.
 */
export function createVainCounter({ db, log }: Pick<Deps, 'db' | 'log'>, clock = Date.now) {
  const asked = new Map<number, Set<string>>()
  let day = dayNumber(clock())

  return (filters: AdFilters, personId: number): void => {
    const wish = wishOf(filters)
    if (!wish) return
    const now = dayNumber(clock())
    if (now !== day || asked.size >= memory) asked.clear()
    day = now
    const mine = asked.get(personId) ?? new Set<string>()
    asked.set(personId, mine)
    const once = `${wish.words} ${wish.categoryId} ${wish.placeId}`
    if (mine.has(once) || mine.size >= perPerson) return
    mine.add(once)
    countWish(db, wish).catch((err: unknown) => {
      mine.delete(once)
      log.warn({ err }, 'not counted')
    })
  }
}

/** What is kept of a search: undefined where its words say nothing, or are a phone or a card. */
export function wishOf({ q = '', category = '', region = '', district = '' }: AdFilters) {
  if (q.replace(/\D/g, '').length >= numberLike) return undefined
  const typed = [...q.normalize('NFKC').toLowerCase().replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim()]
    .slice(0, longest)
    .join('')
  const words = [...new Set(lexemesOf(typed))].sort().join(' ')
  return words ? { words, typed, categoryId: category, placeId: district || region } : undefined
}
type Wish = NonNullable<ReturnType<typeof wishOf>>

const countWish = (db: Db, wish: Wish) =>
  db
    .insert(vainSearches)
    .values({ day: today as never, ...wish })
    .onConflictDoUpdate({
      target: [vainSearches.day, vainSearches.words, vainSearches.categoryId, vainSearches.placeId],
      set: { times: sql`${vainSearches.times} + 1` },
    })

/** What was most often searched for in vain from a day on until before another. */
export async function findVain(db: Db, from: string, before: string, limit: number) {
  const rows = await db.execute<{ typed: string; category: string; place: string; times: number }>(sql`
    select (array_agg(typed order by times desc, day desc))[1] as typed, category_id as category, place_id as place,
      sum(times)::int as times
    from vain_searches where day >= ${from} and day < ${before}
    group by words, category_id, place_id
    order by sum(times) desc, max(day) desc, words limit ${limit}`)
  return rows.map(({ typed, category, place, times }) => ({
    typed,
    category: category || null,
    place: place || null,
    times,
  }))
}

export const forgetOldSearches = (tx: Db, today: string) =>
  tx.execute(sql`delete from vain_searches where day < ${shiftDay(today, -keptDays)}`)
