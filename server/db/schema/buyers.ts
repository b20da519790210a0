import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { ads } from '#server/db/schema/ads.ts'
import { at, id, jsonpath, oneOf, tsquery } from '#server/db/schema/columns.ts'
import { moderationDecisions } from '#server/db/schema/moderation.ts'
import { users } from '#server/db/schema/people.ts'
import type { Currency } from '#shared/money/money.ts'
import { type ReportReason, type ReportState, reportStates } from '#shared/reports/schema.ts'
import type { AdFilters } from '#shared/search/filters.ts'
import { type AlertMode, type SearchMode, searchModes } from '#shared/searches/schema.ts'

/** Ads that people keep to come back to; whoever keeps one is told when its price drops and when it is about to end. */
export const favorites = pgTable(
  'favorites',
  {
    userId: id('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    adId: id('ad_id')
      .notNull()
      .references(() => ads.id, { onDelete: 'cascade' }),
    /** The order in which they were saved, for paging. */
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.adId] }),
    index('favorites_newest').on(t.userId, t.seq),
    index('favorites_ad').on(t.adId),
  ],
)

/** Of which ads a person asked for the contact on a day in Tashkent, for the limit of a day. */
export const contactReveals = pgTable(
  'contact_reveals',
  {
    userId: id('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    day: date('day', { mode: 'string' }).notNull(),
    adId: id('ad_id')
      .notNull()
      .references(() => ads.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.userId, t.day, t.adId] }), index('contact_reveals_ad').on(t.adId)],
)

/** What buyers find wrong with ads. */
export const reports = pgTable(
  'reports',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    adId: id('ad_id')
      .notNull()
      .references(() => ads.id, { onDelete: 'cascade' }),
    reporterId: id('reporter_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    reason: text('reason').$type<ReportReason>().notNull(),
    note: text('note'),
    state: text('state').$type<ReportState>().notNull().default('open'),
    createdAt: at('created_at').notNull().defaultNow(),
    settledAt: at('settled_at'),
    /** The decision upon the ad that settled it, with which it is undone. */
    decisionId: id('decision_id').references(() => moderationDecisions.id, { onDelete: 'set null' }),
    /** The message about it in the moderators' group; only the first report of an ad has one. */
    groupChatId: id('group_chat_id'),
    groupMessageId: id('group_message_id'),
    /** When the reporter was told what became of it. */
    toldAt: at('told_at'),
  },
  (t) => [
    uniqueIndex('reports_once').on(t.adId, t.reporterId),
    index('reports_reporter').on(t.reporterId),
    index('reports_open').on(t.adId).where(sql`state = 'open'`),
    index('reports_decision').on(t.decisionId).where(sql`decision_id is not null`),
    check('reports_state', oneOf('state', reportStates)),
  ],
)

/** Lists that people want to hear of: as they were asked, and as a new ad is compared with them. */
export const savedSearches = pgTable(
  'saved_searches',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    userId: id('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Without an order: the same list in another one is the same search. */
    filters: jsonb('filters').$type<AdFilters>().notNull(),
    /** The person's own name for it; null: what the filters say in their language. */
    name: text('name'),
    mode: text('mode').$type<SearchMode>().notNull().default('instant'),
    /** What the search engine makes of all filters but the price; null: anything. */
    words: tsquery('words'),
    facets: tsquery('facets'),
    numbers: jsonpath('numbers'),
    /** As it was asked, so that a new rate changes no search. */
    priceMin: doublePrecision('price_min'),
    priceMax: doublePrecision('price_max'),
    /** Null: no price was asked. */
    priceCurrency: text('price_currency').$type<Currency>(),
    /** Lexemes of which every ad that fits has one, the rarest there are; `*` is in every ad. */
    anchors: text('anchors').array().notNull(),
    /** By which rules the columns above were made. */
    version: integer('version').notNull(),
    compiledAt: at('compiled_at').notNull().defaultNow(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('saved_searches_same').on(t.userId, sql`md5(filters::text)`),
    index('saved_searches_anchors')
      .using('gin', t.anchors)
      .with({ fastupdate: false })
      .where(sql`mode <> 'off'`),
    check('saved_searches_mode', oneOf('mode', searchModes)),
  ],
)

/** Whom an ad is or was news to; one row a person and ad, so that nobody hears of it twice. */
export const searchAlerts = pgTable(
  'search_alerts',
  {
    userId: id('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    adId: id('ad_id')
      .notNull()
      .references(() => ads.id, { onDelete: 'cascade' }),
    mode: text('mode').$type<AlertMode>().notNull(),
    /** All of the person's searches that it fits, those that want to know at once first. */
    searchIds: id('search_ids').array().notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    /** Null while it waits to be told. */
    toldAt: at('told_at'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.adId] }),
    index('search_alerts_waiting').on(t.mode, t.userId).where(sql`told_at is null`),
    index('search_alerts_told').on(t.userId, t.toldAt),
    index('search_alerts_ad').on(t.adId),
    check('search_alerts_mode', oneOf('mode', ['instant', 'daily'])),
  ],
)

/**
 * The words of live ads, to complete what is half typed and mend what is misspelt. Counted by a job: fresh within
 * minutes, exact after each night.
 */
export const words = pgTable(
  'words',
  {
    /** A lexeme of `shared/search/lexemes.ts`. */
    word: text('word').primaryKey(),
    /** Live ads that have it. */
    ads: integer('ads').notNull(),
    /** As it is mostly written in each script. */
    latin: text('latin'),
    cyrillic: text('cyrillic'),
    /** The category of nearly all of its ads. */
    categoryId: text('category_id'),
  },
  (t) => [
    index('words_prefix').on(t.word.op('text_pattern_ops')),
    index('words_similar').using('gin', t.word.op('gin_trgm_ops')),
  ],
)

/** How far the words of live ads are counted; one row. */
export const wordsCounted = pgTable('words_counted', {
  one: boolean('one').primaryKey().default(true),
  /** Greatest `feed_seq` whose ad was counted. */
  feedSeq: id('feed_seq').notNull(),
})

/** What people look for in vain, by the day in Tashkent; who they are is not kept. */
export const vainSearches = pgTable(
  'vain_searches',
  {
    day: date('day', { mode: 'string' }).notNull(),
    /** Lexemes of `shared/search/lexemes.ts` in the order of the alphabet: one row for both scripts. */
    words: text('words').notNull(),
    /** Where it was looked for; empty: anywhere. */
    categoryId: text('category_id').notNull(),
    placeId: text('place_id').notNull(),
    /** As it was typed first, in lower case. */
    typed: text('typed').notNull(),
    times: integer('times').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.day, t.words, t.categoryId, t.placeId] })],
)
