import { sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import type { Deps } from '#server/deps.ts'
import { fixedRate } from '#server/rates/queries.ts'
import { matchAd, matching } from '#server/searches/match.ts'
import type { Ads } from './ads.ts'
import { figuresOf, row, timed } from './measure.ts'
import { createSearches, loadSearches } from './searches.ts'

/** Ads that searches are made like. */
const alike = 20_000

/**
 * How long a new ad takes to find whose saved searches it fits: the whole job, which writes down who is to be told, and
 * the bare lookup. Answers lines to show.
 */
export async function measureMatching(
  db: Db,
  ads: Ads,
  o: { ads: number; searches: number; rounds: number },
) {
  const like = ads.all().take(alike).toArray()
  const kept = await loadSearches(db, createSearches(o.searches, like, ads))
  const deps: Pick<Deps, 'db' | 'jobs'> = {
    db,
    jobs: { enqueue: async () => undefined, enqueueAll: async () => undefined },
  }
  const job: number[] = []
  const bare: number[] = []
  const fits: number[] = []
  for (let round = 0; round < o.rounds; round++) {
    const adId = 1 + ((round * 7919) % o.ads)
    const look = () => db.execute(sql`select * from ${matching(adId, fixedRate.uzsPerUsd)}`)
    // Once to be warm, as the pages of a list are asked once before.
    fits.push((await look()).length)
    await timed(bare, look)
    await timed(job, () => matchAd(deps, { adId }))
    await db.execute(sql`delete from search_alerts`)
  }
  const { median, p99 } = figuresOf(fits)
  return [
    row(`new ad, ${kept} saved searches`, figuresOf(job), figuresOf(bare)),
    `  of which fit: median ${median}, p99 ${p99}`,
  ]
}
