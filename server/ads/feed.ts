import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import { findFeed } from '#server/ads/queries.ts'
import { toCard } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import type { FeedQuery } from '#shared/ads/schema.ts'

const channel = 'feed_changed'
/** Distinct first pages kept: all categories times all districts fit. */
const cacheSize = 2_000

export interface FeedPage {
  /** JSON of `{ items, nextCursor }`. */
  body: string
  etag: string
}

/** Tells every instance, when `tx` commits, that what the feed shows has changed. */
export const announceFeedChange = (tx: Db) => tx.execute(sql`select pg_notify(${channel}, '')`)

/** A page of live ads, newest first; `nextCursor` is the last card's place in the feed. */
export async function listFeed(db: Db, query: FeedQuery) {
  const rows = await findFeed(db, query)
  const page = rows.slice(0, query.limit)
  return {
    items: page.map(toCard),
    nextCursor: rows.length > query.limit ? String(page.at(-1)?.ad.feedSeq) : null,
  }
}

export type FeedAnswer = Awaited<ReturnType<typeof listFeed>>

/**
 * First pages as ready JSON in memory, dropped when `announceFeedChange` is heard; deeper pages are read each time.
 * Whenever the listening connection is new, everything is dropped: a change may have been missed.
 */
export async function createFeed(db: Db, client: postgres.Sql) {
  const pages = new Map<string, Promise<FeedPage>>()
  const drop = () => pages.clear()
  const listener = await client.listen(channel, drop, drop)

  const load = async (query: FeedQuery): Promise<FeedPage> => {
    const body = JSON.stringify(await listFeed(db, query))
    return { body, etag: `W/"${createHash('sha1').update(body).digest('base64url')}"` }
  }
  return {
    page(query: FeedQuery): Promise<FeedPage> {
      if (query.cursor) return load(query)
      const key = JSON.stringify([query.limit, query.category, query.region, query.district])
      const known = pages.get(key)
      if (known) return known
      if (pages.size >= cacheSize) drop()
      const page = load(query)
      pages.set(key, page)
      page.catch(() => pages.delete(key))
      return page
    },
    stop: () => listener.unlisten(),
  }
}
export type Feed = Awaited<ReturnType<typeof createFeed>>
