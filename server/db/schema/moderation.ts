import { bigserial, boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { ads } from '#server/db/schema/ads.ts'
import { at, id } from '#server/db/schema/columns.ts'
import { users } from '#server/db/schema/people.ts'
import type { KeptHint } from '#shared/moderation/hints.ts'
import type { Spoken } from '#shared/moderation/language.ts'
import type { DecisionOutcome } from '#shared/moderation/schema.ts'
import type { ReasonContent } from '#shared/reasons/schema.ts'

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
    hints: jsonb('hints').$type<KeptHint[]>().notNull(),
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
