import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { ads } from '#server/db/schema/ads.ts'
import { at, id, oneOf } from '#server/db/schema/columns.ts'
import {
  type ChannelRight,
  type ChannelStanding,
  channelStandings,
  type PostStyle,
  postStyles,
} from '#shared/channels/choices.ts'
import type { Locale } from '#shared/i18n/locales.ts'

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
    index('channel_posts_pace').on(t.channelId, t.sendingAt, t.adId),
    index('channel_posts_troubled').on(t.channelId).where(sql`error is not null`),
    check('channel_posts_state', oneOf('state', postStates)),
  ],
)

/** Until when Telegram asked not to be called for a chat (429 `retry_after`); kept so that a restart obeys too. */
export const channelPauses = pgTable('channel_pauses', {
  channelId: id('channel_id').primaryKey(),
  until: at('until').notNull(),
})
