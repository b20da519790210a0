import { eq, sql } from 'drizzle-orm'
import { inject } from 'vitest'
import { createDatabase } from '#server/db/client.ts'
import { ads, photos, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { findDraft } from '#server/drafts/queries.ts'
import { saveDraft, submitDraft } from '#server/drafts/verbs.ts'
import { approveAd } from '#server/moderation/verbs.ts'
import { findPage } from '#server/search/pages.ts'
import { searchColumns, wordsOfAd } from '#server/search/words.ts'
import { checkAd } from '#shared/ads/check.ts'
import type { Draft } from '#shared/ads/schema.ts'
import type { AdFilters } from '#shared/search/filters.ts'
import { createTestDatabase } from '../db.ts'
import { people } from '../people.ts'
import type { LiveAd } from './brute-force.ts'

/** A database of its own with the verbs that change ads; jobs go nowhere. */
export async function startSearchWorld() {
  const { url, drop } = await createTestDatabase(inject('postgresUrl'), inject('template'))
  const { db, sql: client, close } = createDatabase(url)
  const openAds = { all: 1e6, category: 1e6, categories: {} }
  const jobs: Deps['jobs'] = { enqueue: async () => {}, enqueueAll: async () => {} }
  const deps = {
    db,
    jobs,
    config: { openAds, telegram: { channelId: 1 } },
    settings: { read: async () => ({ openAds }) },
  } as unknown as Deps
  const sellerId: number = people.karimjon
  await db.insert(users).values({ id: sellerId, firstName: 'Karimjon' })

  /** One that the seller has uploaded and the board has looked at. */
  async function photo() {
    const file = { contentType: 'image/jpeg', contentLength: 1, createKey: crypto.randomUUID() }
    const [row] = await db
      .insert(photos)
      .values({ ownerId: sellerId, state: 'ready', ...file })
      .returning({ id: photos.id })
    return (row as { id: string }).id
  }

  async function page(filters: AdFilters, cursor: string | undefined, limit: number) {
    const { rows, nextCursor } = await findPage(db, { filters, cursor, limit })
    return { rows: rows.map(({ ad }) => ad.id), nextCursor }
  }

  return {
    deps,
    db,
    client,
    sellerId,
    /** Puts ads live at once, many together. */
    async fill(drafts: readonly Draft[]) {
      const rows = drafts.map((draft) => {
        const checked = checkAd({ ...draft, photoIds: ['a'] }, [{ id: 'a', state: 'ready' }])
        if ('problems' in checked) throw new Error(JSON.stringify(checked.problems))
        const { price, contact, photoIds: _, ...ad } = checked.ad
        return {
          ...ad,
          ...searchColumns(ad),
          sellerId,
          state: 'active' as const,
          priceKind: price?.kind ?? null,
          priceAmount: price?.amount ?? null,
          priceCurrency: price?.currency ?? null,
          contactName: contact.name,
          contactTelegram: true,
          submitKey: crypto.randomUUID(),
          feedSeq: sql`nextval('feed_seq')`,
          expiresAt: sql`now() + interval '1 day'`,
        }
      })
      for (let from = 0; from < rows.length; from += 100)
        await db.insert(ads).values(rows.slice(from, from + 100))
    },
    /** Sends what the person's draft is then, over what may lie there of an ad being mended; it waits. */
    async submit(draft: Draft) {
      const standing = await findDraft(db, sellerId)
      const photoIds = draft.categoryId === 'transport.cars' ? [await photo()] : []
      const { revision } = await saveDraft(db, sellerId, standing?.revision ?? 0, { ...draft, photoIds })
      return (await submitDraft(deps, { userId: sellerId, revision, key: crypto.randomUUID() })).adId
    },
    async approve(adId: number) {
      const [ad] = await db.select({ revision: ads.revision }).from(ads).where(eq(ads.id, adId))
      await approveAd(deps, { moderatorId: people.muhabbat, adId, revision: ad?.revision ?? 0 })
    },
    page,
    /** Every ad of a list, page by page. */
    async idsOf(filters: AdFilters) {
      const ids: number[] = []
      let cursor: string | undefined
      for (;;) {
        const { rows, nextCursor } = await page(filters, cursor, 50)
        ids.push(...rows)
        if (!nextCursor) return ids
        cursor = nextCursor
      }
    },
    ids: async () => (await db.select({ id: ads.id }).from(ads).orderBy(ads.id)).map(({ id }) => id),
    /** All live ads as they are written in the table, with the words that they should be found by. */
    async live(): Promise<LiveAd[]> {
      const rows = await db.select().from(ads).where(eq(ads.state, 'active'))
      const withPhotos = await db
        .selectDistinct({ adId: photos.adId })
        .from(photos)
        .where(sql`${photos.state} = 'ready' and ${photos.adId} is not null`)
      const shown = new Set(withPhotos.map(({ adId }) => adId))
      return rows.map((row) => ({
        ...row,
        feedSeq: row.feedSeq ?? 0,
        hasPhotos: shown.has(row.id),
        lexemes: new Set(Object.values(wordsOfAd(row)).flatMap((words) => words.split(' '))),
      }))
    },
    async stop() {
      await close()
      await drop()
    },
  }
}
export type SearchWorld = Awaited<ReturnType<typeof startSearchWorld>>
