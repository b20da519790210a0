import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import { toCard } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { knownFilters } from '#server/search/known.ts'
import { countAds, findPage } from '#server/search/pages.ts'
import { type AdFilters, writeFilters } from '#shared/search/filters.ts'

const channel = 'feed_changed'
/** First pages and counts kept: those most often asked for fit. */
const cacheSize = 2_000

export interface FeedPage {
  /** JSON of `{ items, nextCursor }`. */
  body: string
  etag: string
  /** Whether nothing was found. */
  isEmpty: boolean
}

/** Tells every instance, when `tx` commits, that what the feed shows has changed. */
export const announceFeedChange = (tx: Db) => tx.execute(sql`select pg_notify(${channel}, '')`)

export interface ListQuery {
  filters: AdFilters
  limit: number
  cursor?: string | undefined
}

/** A page of live ads as cards; the filters are known to the catalogue. */
export async function listAds(db: Db, query: ListQuery) {
  const { rows, nextCursor } = await findPage(db, query)
  return { items: rows.map(toCard), nextCursor }
}
export type FeedAnswer = Awaited<ReturnType<typeof listAds>>
export type CountAnswer = Awaited<ReturnType<typeof countAds>>

/**
 * First pages and counts without words as ready JSON in memory, dropped when `announceFeedChange` is heard; deeper pages
 * and searches are read each time. Whenever the listening connection is new, everything is dropped: a change may have
 * been missed.
 */
export async function createFeed(db: Db, client: postgres.Sql) {
  const kept = new Map<string, Promise<FeedPage>>()
  const drop = () => kept.clear()
  const listener = await client.listen(channel, drop, drop)

  const answer = (value: object): FeedPage => {
    const body = JSON.stringify(value)
    const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`
    return { body, etag, isEmpty: 'items' in value && (value.items as unknown[]).length === 0 }
  }
  /** The longest unasked goes first when there are too many. */
  const keep = (key: string, load: () => Promise<FeedPage>): Promise<FeedPage> => {
    const known = kept.get(key)
    const page = known ?? load()
    kept.delete(key)
    kept.set(key, page)
    if (known) return known
    const [oldest] = kept.keys()
    if (kept.size > cacheSize && oldest !== undefined) kept.delete(oldest)
    page.catch(() => kept.get(key) === page && kept.delete(key))
    return page
  }
  const ask = (
    name: string,
    wanted: AdFilters,
    repeatable: boolean,
    read: (filters: AdFilters) => Promise<object>,
  ) => {
    const filters = knownFilters(wanted)
    const load = async () => answer(await read(filters))
    return repeatable && !filters.q ? keep(`${name} ${writeFilters(filters)}`, load) : load()
  }
  return {
    page: ({ filters, limit, cursor }: ListQuery): Promise<FeedPage> =>
      ask(String(limit), filters, cursor === undefined, (known) =>
        listAds(db, { filters: known, limit, cursor }),
      ),
    count: (filters: AdFilters): Promise<FeedPage> =>
      ask('count', filters, true, (known) => countAds(db, known)),
    stop: () => listener.unlisten(),
  }
}
export type Feed = Awaited<ReturnType<typeof createFeed>>
