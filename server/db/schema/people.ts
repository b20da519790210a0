import { sql } from 'drizzle-orm'
import { bigserial, boolean, date, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { at, id } from '#server/db/schema/columns.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import type { BanReason } from '#shared/people/schema.ts'
import type { Role } from '#shared/users/schema.ts'
import type { Trust } from '#shared/users/trust.ts'

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
