import { drizzle } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import { listAds } from '#server/ads/feed.ts'
import type { Db } from '#server/db/client.ts'
import { cursors } from '#server/search/cursor.ts'
import { countAds } from '#server/search/pages.ts'
import type { Case } from './cases.ts'
import { figuresOf, row, timed } from './measure.ts'
import { createRandom } from './random.ts'

const limit = 20

/**
 * One line of the table: a page or a count as the board answers it, up to its JSON, and the statements that it sent, sent
 * again without it. What words stand for is remembered with the connection: a new one each time remembers nothing.
 */
export async function measureList(
  sql: postgres.Sql,
  { name, filters, depth, count }: Case,
  { ads, rounds }: { ads: number; rounds: number },
): Promise<string> {
  const random = createRandom(3)
  // The cursor of a page that has this share of the feed before it.
  const cursor = depth === undefined ? undefined : cursors.new.write([Math.round(ads * (1 - depth))])
  const asBoard: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round++) {
    const wanted = filters(random)
    const answer = async (db: Db) =>
      JSON.stringify(await (count ? countAds(db, wanted) : listAds(db, { filters: wanted, cursor, limit })))
    const sent: { query: string; params: unknown[] }[] = []
    const logger = { logQuery: (query: string, params: unknown[]) => void sent.push({ query, params }) }
    await answer(drizzle(sql, { logger }) as unknown as Db)
    const anew = drizzle(sql) as unknown as Db
    const sendAgain = async () => {
      for (const { query, params } of sent) await sql.unsafe(query, params as never[], { prepare: true })
    }
    const turns = [() => timed(asBoard, () => answer(anew)), () => timed(bare, sendAgain)]
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
  }
  return row(name, figuresOf(asBoard), figuresOf(bare))
}
