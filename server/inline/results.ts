import { inArray } from 'drizzle-orm'
import type { InlineQueryResultArticle, InlineQueryResultCachedPhoto } from 'grammy/types'
import { isShownPost } from '#server/ads/queries.ts'
import { adCard } from '#server/channel/card.ts'
import { ads, channelPosts } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { currentRate } from '#server/rates/queries.ts'
import { findPage } from '#server/search/pages.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { understand } from '#shared/search/understand.ts'

/** Cards of one answer; Telegram takes 50. */
const page = 20
/** Bytes that Telegram takes of an offset (https://core.telegram.org/bots/api#answerinlinequery). */
const longestOffset = 64

export interface InlineResults {
  results: (InlineQueryResultCachedPhoto | InlineQueryResultArticle)[]
  nextOffset: string
}

/**
 * A page of live ads as cards: those that fit what the words mean, the newest where there are none. `offset` is where the page
 * before ended. Throws `request.invalid` for an offset that is none.
 */
export async function findCards(
  { db, config, me }: Pick<Deps, 'db' | 'config' | 'me'>,
  o: { words: string; offset: string; locale: Locale },
): Promise<InlineResults> {
  const { filters } = understand(o.words)
  const cursor = o.offset ? Buffer.from(o.offset).toString('base64url') : undefined
  const [{ rows, nextCursor }, rate] = await Promise.all([
    findPage(db, { filters, cursor, limit: page }),
    currentRate(db),
  ])
  const posts = await findPosts(
    { db, config },
    rows.map(({ ad }) => ad.id),
  )
  return {
    results: rows.map(({ ad }) =>
      adCard({ ad, post: posts.get(ad.id) ?? null }, { locale: o.locale, rate, botUsername: me.username }),
    ),
    nextOffset: offsetOf(nextCursor),
  }
}

/** A cursor as the text that it is in base64 of, which is shorter; none where Telegram would not take it. */
function offsetOf(cursor: string | null): string {
  const offset = Buffer.from(cursor ?? '', 'base64url').toString()
  return Buffer.byteLength(offset) <= longestOffset ? offset : ''
}

async function findPosts({ db, config }: Pick<Deps, 'db' | 'config'>, adIds: readonly number[]) {
  if (adIds.length === 0) return new Map<number, never>()
  const rows = await db
    .select({ post: channelPosts })
    .from(ads)
    .innerJoin(channelPosts, isShownPost(config.telegram.channelId))
    .where(inArray(ads.id, [...adIds]))
  return new Map(rows.map(({ post }) => [post.adId, post]))
}
