import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, id, oneOf, tsvector } from '#server/db/schema/columns.ts'
import { users } from '#server/db/schema/people.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { type AdState, adStates } from '#shared/ads/states.ts'
import type { AttributeValues } from '#shared/catalog/types.ts'
import type { PhotoProblem } from '#shared/errors.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import type { RejectionMark } from '#shared/moderation/schema.ts'
import type { Currency, PriceKind } from '#shared/money/money.ts'
import { type PhotoState, photoStates } from '#shared/photos/files.ts'

/** Order of the feed: a new value when an ad goes live, is renewed or raised. */
export const feedSequence = pgSequence('feed_seq')

export const ads = pgTable(
  'ads',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    sellerId: id('seller_id')
      .notNull()
      .references(() => users.id),
    state: text('state').$type<AdState>().notNull().default('pending'),
    /** Grows with every change; a decision names the revision it was made upon. */
    revision: integer('revision').notNull().default(1),
    categoryId: text('category_id').notNull(),
    attributes: jsonb('attributes').$type<AttributeValues>().notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    priceKind: text('price_kind').$type<PriceKind>(),
    /** Whole units of `priceCurrency`. */
    priceAmount: bigint('price_amount', { mode: 'number' }),
    priceCurrency: text('price_currency').$type<Currency>(),
    regionId: text('region_id').notNull(),
    districtId: text('district_id').notNull(),
    mahalla: text('mahalla'),
    landmark: text('landmark'),
    contactName: text('contact_name').notNull(),
    /** E.164. */
    contactPhone: text('contact_phone'),
    contactTelegram: boolean('contact_telegram').notNull(),
    /** Whether there is a photo to show; photos of a live ad do not change. */
    hasPhotos: boolean('has_photos').notNull().default(false),
    /** Null until the ad was live for the first time. */
    feedSeq: id('feed_seq'),
    /** What the ad is found by, from `server/search/words.ts`; the database makes `searchFacets` itself. */
    searchWords: tsvector('search_words').notNull().default(''),
    /** Of the rules that `searchWords` was made by; 0: never made. */
    searchVersion: integer('search_version').notNull().default(0),
    searchFacets: tsvector('search_facets')
      .notNull()
      .generatedAlwaysAs(
        sql`search_facets(category_id, region_id, district_id, attributes, price_kind, price_currency, price_amount, has_photos, feed_seq)`,
      ),
    /** Id of one of the reasons, built in or added by admins. */
    rejectionReason: text('rejection_reason'),
    /** What the seller was told then, in every language; null: what is built in for the reason. */
    rejectionSaid: jsonb('rejection_said').$type<Record<Locale, string>>(),
    rejectionNote: text('rejection_note'),
    /** What the moderator wants changed, place by place. */
    rejectionMarks: jsonb('rejection_marks').$type<RejectionMark[]>().notNull().default([]),
    /** Rejected for good: it cannot be mended and sent again. */
    rejectionFinal: boolean('rejection_final').notNull().default(false),
    /** The submitting request's Idempotency-Key. */
    submitKey: text('submit_key').notNull(),
    submittedAt: at('submitted_at').notNull().defaultNow(),
    publishedAt: at('published_at'),
    confirmedAt: at('confirmed_at'),
    expiresAt: at('expires_at'),
    /** When the seller was asked whether it is still for sale, since it last went live. */
    askedAt: at('asked_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('ads_submit_key').on(t.sellerId, t.submitKey),
    index('ads_feed').on(t.feedSeq).where(sql`state = 'active'`),
    index('ads_feed_category').on(t.categoryId, t.feedSeq).where(sql`state = 'active'`),
    index('ads_feed_region').on(t.regionId, t.feedSeq).where(sql`state = 'active'`),
    index('ads_feed_district').on(t.districtId, t.feedSeq).where(sql`state = 'active'`),
    index('ads_price').on(t.priceCurrency, t.priceAmount, sql`(-feed_seq)`).where(sql`state = 'active'`),
    index('ads_price_down')
      .on(t.priceCurrency, sql`(-price_amount)`, sql`(-feed_seq)`)
      .where(sql`state = 'active'`),
    // Without a list of what is yet to be put in order: few ads are written and many are looked for.
    index('ads_search')
      .using('gin', t.searchWords, t.searchFacets)
      .with({ fastupdate: false })
      .where(sql`state = 'active'`),
    index('ads_queue').on(t.id).where(sql`state = 'pending'`),
    index('ads_seller').on(t.sellerId, t.id),
    index('ads_phone').on(t.contactPhone).where(sql`contact_phone is not null`),
    index('ads_expiry').on(t.expiresAt).where(sql`state = 'active'`),
    // Holds all that is counted of new ads, so that their wide rows are not read.
    index('ads_created').on(t.createdAt, t.categoryId, t.districtId),
    check('ads_state', oneOf('state', adStates)),
    check('ads_price', sql`price_amount is null or price_currency is not null`),
  ],
)

export const photos = pgTable(
  'photos',
  {
    /** Random; also the unguessable part of the storage keys. */
    id: uuid('id').primaryKey().defaultRandom(),
    ownerId: id('owner_id')
      .notNull()
      .references(() => users.id),
    adId: id('ad_id').references(() => ads.id, { onDelete: 'set null' }),
    /** Place in the ad, 0 is the cover. */
    position: integer('position'),
    state: text('state').$type<PhotoState>().notNull().default('awaiting'),
    problem: text('problem').$type<PhotoProblem>(),
    contentType: text('content_type').notNull(),
    contentLength: integer('content_length').notNull(),
    /** Pixels of the picture as shown. */
    width: integer('width'),
    height: integer('height'),
    /** Base64 of the ThumbHash bytes. */
    thumbhash: text('thumbhash'),
    /** 64 bits as a string of 0 and 1 (sharp-phash). */
    phash: text('phash'),
    /** The creating request's Idempotency-Key. */
    createKey: text('create_key').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('photos_create_key').on(t.ownerId, t.createKey),
    index('photos_ad').on(t.adId, t.position),
    index('photos_orphans').on(t.createdAt).where(sql`ad_id is null`),
    check('photos_state', oneOf('state', photoStates)),
  ],
)

/** What happened around an ad, by the day in Tashkent. */
export const adDays = pgTable(
  'ad_days',
  {
    adId: id('ad_id')
      .notNull()
      .references(() => ads.id, { onDelete: 'cascade' }),
    day: date('day', { mode: 'string' }).notNull(),
    views: integer('views').notNull().default(0),
    contacts: integer('contacts').notNull().default(0),
    /** How many saved it. */
    favorites: integer('favorites').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.adId, t.day] }), index('ad_days_day').on(t.day)],
)

/** What a person has answered so far, one row a person; the form and the chat fill the same. */
export const drafts = pgTable('drafts', {
  userId: id('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  data: jsonb('data').$type<Draft>().notNull(),
  /** The rejected ad that this draft mends. */
  adId: id('ad_id').references(() => ads.id, { onDelete: 'set null' }),
  revision: integer('revision').notNull().default(1),
  updatedAt: at('updated_at').notNull().defaultNow(),
})

/** Where a person stands in the chat's questions; what was answered lies in their draft. */
export const dialogs = pgTable('dialogs', {
  userId: id('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  state: jsonb('state').notNull(),
  /** The bot's last question, which is edited in place. */
  messageId: id('message_id'),
  updatedAt: at('updated_at').notNull().defaultNow(),
})
