import { sql } from 'drizzle-orm'
import {
  bigserial,
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
import { at, id, oneOf } from '#server/db/schema/columns.ts'
import { users } from '#server/db/schema/people.ts'
import type { Audience } from '#shared/announcements/schema.ts'
import {
  type AnnouncementState,
  type AnnouncementTexts,
  announcementStates,
  type RecipientState,
  recipientStates,
} from '#shared/announcements/text.ts'
import type { Settings } from '#shared/settings/schema.ts'

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

/** What admins write to many people at once. */
export const announcements = pgTable(
  'announcements',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    state: text('state').$type<AnnouncementState>().notNull().default('draft'),
    texts: jsonb('texts').$type<AnnouncementTexts>().notNull(),
    audience: jsonb('audience').$type<Audience>().notNull(),
    /** Grows with every change of the words or the audience. */
    revision: integer('revision').notNull().default(1),
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
    /** When the rate was set that is among them. */
    ratedAt: at('rated_at'),
  },
  () => [check('board_settings_one', sql`id = 1`)],
)

export const rates = pgTable('rates', {
  date: date('date', { mode: 'string' }).primaryKey(),
  uzsPerUsd: doublePrecision('uzs_per_usd').notNull(),
})
