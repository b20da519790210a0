import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Currency, Draft, PriceKind } from '#shared/ads/schema.ts'
import { type AdState, adStates } from '#shared/ads/states.ts'
import type { Audience } from '#shared/announcements/schema.ts'
import {
  type AnnouncementState,
  type AnnouncementTexts,
  announcementStates,
  type RecipientState,
  recipientStates,
} from '#shared/announcements/text.ts'
import type { AttributeValues } from '#shared/catalog/types.ts'
import {
  type ChannelRight,
  type ChannelStanding,
  channelStandings,
  type PostStyle,
  postStyles,
} from '#shared/channels/choices.ts'
import type { PhotoProblem } from '#shared/errors.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import type { Hint } from '#shared/moderation/hints.ts'
import type { Spoken } from '#shared/moderation/language.ts'
import type { DecisionOutcome, RejectionMark } from '#shared/moderation/schema.ts'
import type { BanReason } from '#shared/people/schema.ts'
import { type PhotoState, photoStates } from '#shared/photos/schema.ts'
import type { ReasonContent } from '#shared/reasons/schema.ts'
import { type ReportReason, type ReportState, reportStates } from '#shared/reports/schema.ts'
import type { AdFilters } from '#shared/search/filters.ts'
import { type AlertMode, type SearchMode, searchModes } from '#shared/searches/schema.ts'
import type { Settings, Trust } from '#shared/settings/schema.ts'
import type { Role } from '#shared/users/schema.ts'

const id = (name: string) => bigint(name, { mode: 'number' })
const at = (name: string) => timestamp(name, { withTimezone: true })
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
const tsquery = customType<{ data: string }>({ dataType: () => 'tsquery' })
const jsonpath = customType<{ data: string }>({ dataType: () => 'jsonpath' })
const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(', ')})`)

/** Everybody who opened the Mini App or wrote to the bot; `id` is Telegram's. */
export const users = pgTable(
  'users',
  {
    id: id('id').primaryKey(),
    firstName: text('first_name').notNull(),
    lastName: text('last_name'),
    username: text('username'),
    /** Telegram's IETF tag; `locale` is the person's own choice and goes before it. */
    languageCode: text('language_code'),
    locale: text('locale').$type<Locale>(),
    role: text('role').$type<Role>().notNull().default('user'),
    /** Whether a ban holds, and for how long, is `server/users/standing.ts`'s to say. */
    bannedAt: at('banned_at'),
    /** Null: for good. */
    bannedUntil: at('banned_until'),
    banReason: text('ban_reason').$type<BanReason>(),
    /** What the moderator wrote to the person. */
    banNote: text('ban_note'),
    /** When the bot last answered that they are banned. */
    banSaidAt: at('ban_said_at'),
    /** How much moderators trust what this person posts. */
    trust: integer('trust').$type<Trust>().notNull().default(0),
    /** Ads that may wait or be live at once, in all and in each category; null: as many as the board lets everybody. */
    openAds: integer('open_ads'),
    /** E.164, once Telegram has vouched for it by a signed contact. */
    phone: text('phone'),
    /** Whether the bot sends what was seen and asked yesterday. */
    digest: boolean('digest').notNull().default(true),
    /** The last day in Tashkent that a digest was about. */
    digestedOn: date('digested_on', { mode: 'string' }),
    /** Telegram refused a message to this person: the bot was blocked or never started. */
    unreachableAt: at('unreachable_at'),
    /** When the person was last here, to the quarter of an hour. */
    seenAt: timestamp('seen_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    /** What moderators find the person by, from `searchKeyOf`; null: not made yet. */
    searchKey: text('search_key'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    index('users_seen').on(t.seenAt, t.id),
    index('users_banned').on(t.seenAt, t.id).where(sql`banned_at is not null`),
    index('users_staff').on(t.seenAt, t.id).where(sql`role <> 'user'`),
    index('users_trusted').on(t.seenAt, t.id).where(sql`trust > 0`),
    index('users_phone').on(t.phone).where(sql`phone is not null`),
    index('users_search').using('gin', t.searchKey.op('gin_trgm_ops')),
  ],
)

/** What moderators write down about a person for each other; the person never sees it. */
export const peopleNotes = pgTable(
  'people_notes',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    userId: id('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    authorId: id('author_id').references(() => users.id, { onDelete: 'set null' }),
    text: text('text').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [index('people_notes_person').on(t.userId, t.id)],
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

/** What came of the days that are over in Tashkent, so that looking back reads few rows; written once a night. */
export const boardDays = pgTable(
  'board_days',
  {
    day: date('day', { mode: 'string' }).notNull(),
    categoryId: text('category_id').notNull(),
    districtId: text('district_id').notNull(),
    newAds: integer('new_ads').notNull().default(0),
    /** Ads that were live when the day ended; null where nobody looked then. */
    live: integer('live'),
    sold: integer('sold').notNull().default(0),
    /** Sold, expired or taken down while live. */
    ended: integer('ended').notNull().default(0),
    views: integer('views').notNull().default(0),
    contacts: integer('contacts').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.day, t.categoryId, t.districtId] })],
)

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

/** Who is looking at a waiting ad: nobody else is given it, or may decide upon it, until the term lapses. */
export const moderationClaims = pgTable(
  'moderation_claims',
  {
    adId: id('ad_id')
      .primaryKey()
      .references(() => ads.id, { onDelete: 'cascade' }),
    moderatorId: id('moderator_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    until: at('until').notNull(),
  },
  (t) => [index('moderation_claims_moderator').on(t.moderatorId)],
)

/** What moderators are made aware of in a waiting ad, as it was found when the ad came to wait. */
export const adHints = pgTable(
  'ad_hints',
  {
    adId: id('ad_id')
      .primaryKey()
      .references(() => ads.id, { onDelete: 'cascade' }),
    /** The ad's revision that was looked through. */
    revision: integer('revision').notNull(),
    hints: jsonb('hints').$type<Hint[]>().notNull(),
    language: text('language').$type<Spoken>(),
    /** What similar texts have in common (`shared/moderation/similar.ts`). */
    bands: integer('bands').array().notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [index('ad_hints_bands').using('gin', t.bands)],
)

/** The message about a waiting ad in the moderators' group. */
export const moderationMessages = pgTable('moderation_messages', {
  adId: id('ad_id')
    .primaryKey()
    .references(() => ads.id, { onDelete: 'cascade' }),
  chatId: id('chat_id').notNull(),
  messageId: id('message_id').notNull(),
  /** When the ad was sent that it is about: one sent again gets a message of its own. */
  submittedAt: at('submitted_at').notNull(),
  /** A mark of what it says now. */
  shown: text('shown').notNull(),
})

/** What was decided upon waiting ads, with what it takes to undo it. */
export const moderationDecisions = pgTable(
  'moderation_decisions',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    adId: id('ad_id')
      .notNull()
      .references(() => ads.id, { onDelete: 'cascade' }),
    /** Null: the board itself, or somebody who is forgotten. */
    moderatorId: id('moderator_id'),
    outcome: text('outcome').$type<DecisionOutcome>().notNull(),
    /** Id of one of the reasons, built in or added by admins. */
    reason: text('reason'),
    /** The ad's revision that the decision made. */
    revision: integer('revision').notNull(),
    /** What it changed of the ad, as that was before, by the ad's fields. */
    previous: jsonb('previous').$type<Record<string, unknown>>().notNull(),
    /** Since when the ad had waited, and where it lay once it was decided upon: for the numbers. */
    waitingSince: at('waiting_since'),
    categoryId: text('category_id'),
    districtId: text('district_id'),
    at: at('at').notNull().defaultNow(),
    undoneAt: at('undone_at'),
    undoneBy: id('undone_by'),
  },
  (t) => [
    index('moderation_decisions_at').on(t.at),
    index('moderation_decisions_moderator').on(t.moderatorId, t.id),
    index('moderation_decisions_ad').on(t.adId, t.id),
  ],
)

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

/** What admins write to many people at once. */
export const announcements = pgTable(
  'announcements',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    state: text('state').$type<AnnouncementState>().notNull().default('draft'),
    texts: jsonb('texts').$type<AnnouncementTexts>().notNull(),
    audience: jsonb('audience').$type<Audience>().notNull(),
    createdBy: id('created_by').references(() => users.id, { onDelete: 'set null' }),
    /** The creating request's Idempotency-Key. */
    createKey: text('create_key').notNull(),
    /** Until when Telegram asked to be left alone (429 `retry_after`). */
    pausedUntil: at('paused_until'),
    /** Until when the process that sends it has said that it lives; nobody else sends meanwhile. */
    turnUntil: at('turn_until'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
  },
  (t) => [
    uniqueIndex('announcements_create_key').on(t.createdBy, t.createKey),
    check('announcements_state', oneOf('state', announcementStates)),
  ],
)

/** Who gets an announcement, written down when it starts: one row a person, so that nobody gets it twice. */
export const announcementRecipients = pgTable(
  'announcement_recipients',
  {
    announcementId: id('announcement_id')
      .notNull()
      .references(() => announcements.id, { onDelete: 'cascade' }),
    userId: id('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    state: text('state').$type<RecipientState>().notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.announcementId, t.userId] }),
    index('announcement_recipients_user').on(t.userId),
    index('announcement_recipients_waiting').on(t.announcementId, t.userId).where(sql`state = 'waiting'`),
    check('announcement_recipients_state', oneOf('state', recipientStates)),
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
 * The channels that ads are posted to; `id` is Telegram's. The environment's is put there at the first start, others are
 * added by admins and begin disabled.
 */
export const channels = pgTable(
  'channels',
  {
    id: id('id').primaryKey(),
    title: text('title').notNull(),
    username: text('username'),
    /** Takes new ads; the posts of a disabled one are kept true, and what waits there stays waiting. */
    enabled: boolean('enabled').notNull().default(false),
    /** Categories of either level; none: all. */
    categories: text('categories').array().notNull().default(sql`'{}'::text[]`),
    /** None: all. */
    regions: text('regions').array().notNull().default(sql`'{}'::text[]`),
    locale: text('locale').$type<Locale>().notNull(),
    style: text('style').$type<PostStyle>().notNull().default('picture'),
    /** Minutes from one new post to the next. */
    gap: integer('gap').notNull().default(0),
    /** Minutes of the day in Tashkent between which nothing new is posted; both or neither. */
    quietFrom: integer('quiet_from'),
    quietTo: integer('quiet_to'),
    signature: text('signature').notNull().default(''),
    standing: text('standing').$type<ChannelStanding>().notNull().default('fine'),
    /** When `standing` became what it is. */
    standingSince: at('standing_since').notNull().defaultNow(),
    /** Rights of an administrator that the bot lacks. */
    lacks: text('lacks').array().$type<ChannelRight[]>().notNull().default(sql`'{}'::text[]`),
    /** What Telegram said when it let the bot do nothing there. */
    lastError: text('last_error'),
    /** When `channel.next` is to come for what waits; null when nobody has asked for it. */
    nextAt: at('next_at'),
    /** The messages of the sample that an admin had sent, until they are deleted. */
    sampleIds: id('sample_ids').array().notNull().default(sql`'{}'::bigint[]`),
    /** Grows with every change by an admin; a change names the one it was made upon. */
    revision: integer('revision').notNull().default(1),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  () => [
    check('channels_style', oneOf('style', postStyles)),
    check('channels_standing', oneOf('standing', channelStandings)),
    check('channels_quiet', sql`(quiet_from is null) = (quiet_to is null)`),
  ],
)

export const postStates = ['waiting', 'sending', 'sent', 'unknown', 'failed', 'deleted'] as const
export type PostState = (typeof postStates)[number]

/** The post of an ad in a channel: what stands there, and whether it is certain that it stands there. */
export const channelPosts = pgTable(
  'channel_posts',
  {
    adId: id('ad_id')
      .notNull()
      .references(() => ads.id, { onDelete: 'cascade' }),
    channelId: id('channel_id').notNull(),
    state: text('state').$type<PostState>().notNull().default('waiting'),
    /** Whether the channel took the ad when it last went live. */
    wanted: boolean('wanted').notNull().default(true),
    /** Since when it waits for its turn. */
    queuedAt: at('queued_at').notNull().defaultNow(),
    /** All messages of the post, the one with the caption first. */
    messageIds: id('message_ids').array().notNull().default(sql`'{}'::bigint[]`),
    /** The ad's revision that the post shows. */
    shownRevision: integer('shown_revision'),
    /** Telegram's name for the picture that the post last showed, fit for sending it elsewhere. */
    fileId: text('file_id'),
    /** Greatest message id known in the channel when sending began: a lost post can only lie after it. */
    sentAfter: id('sent_after'),
    sendingAt: at('sending_at'),
    error: text('error'),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.adId, t.channelId] }),
    index('channel_posts_unsettled').on(t.state).where(sql`state in ('sending', 'unknown')`),
    index('channel_posts_queue').on(t.channelId, t.state, t.queuedAt),
    index('channel_posts_pace').on(t.channelId, t.sendingAt),
    check('channel_posts_state', oneOf('state', postStates)),
  ],
)

/** Until when Telegram asked not to be called for a chat (429 `retry_after`); kept so that a restart obeys too. */
export const channelPauses = pgTable('channel_pauses', {
  channelId: id('channel_id').primaryKey(),
  until: at('until').notNull(),
})

/** Updates as they came: the primary key lets each in once, `doneAt` tells which a crash left undone. */
export const telegramUpdates = pgTable(
  'telegram_updates',
  {
    updateId: id('update_id').primaryKey(),
    payload: jsonb('payload').notNull(),
    receivedAt: at('received_at').notNull().defaultNow(),
    doneAt: at('done_at'),
  },
  (t) => [index('telegram_updates_undone').on(t.updateId).where(sql`done_at is null`)],
)

/** Who did what to an ad, written in the transaction that did it. */
export const audit = pgTable(
  'audit',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: at('at').notNull().defaultNow(),
    /** Null: the board itself. */
    actorId: id('actor_id'),
    action: text('action').notNull(),
    adId: id('ad_id'),
    /** The person it was done to. */
    userId: id('user_id'),
    before: jsonb('before'),
    after: jsonb('after'),
  },
  (t) => [
    index('audit_ad').on(t.adId, t.id),
    index('audit_user').on(t.userId, t.id),
    index('audit_at').on(t.at, t.id),
    index('audit_actor').on(t.actorId, t.at, t.id),
    index('audit_action').on(t.action, t.at, t.id),
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

export const rates = pgTable('rates', {
  date: date('date', { mode: 'string' }).primaryKey(),
  uzsPerUsd: doublePrecision('uzs_per_usd').notNull(),
})

/** What admins have changed of the board's settings: one row, or none yet. */
export const boardSettings = pgTable(
  'board_settings',
  {
    id: integer('id').primaryKey().default(1),
    /** Read through `settingsSchema`, which knows what holds for the rest. */
    data: jsonb('data').$type<Partial<Settings>>().notNull(),
    /** Grows with every change; a change names the one it was made upon. */
    revision: integer('revision').notNull().default(1),
    changedBy: id('changed_by').references(() => users.id, { onDelete: 'set null' }),
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  () => [check('board_settings_one', sql`id = 1`)],
)

/** What admins have changed of the reasons for sending an ad back, and those they have added. */
export const reasonTemplates = pgTable('reason_templates', {
  id: text('id').primaryKey(),
  /** Null: as the board has it built in. */
  content: jsonb('content').$type<ReasonContent>(),
  position: integer('position').notNull(),
  archived: boolean('archived').notNull().default(false),
  /** Grows with every change but of the order; a change names the one it was made upon. */
  revision: integer('revision').notNull(),
  changedBy: id('changed_by').references(() => users.id, { onDelete: 'set null' }),
  changedAt: at('changed_at').notNull().defaultNow(),
})
