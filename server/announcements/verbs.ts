import { isDeepStrictEqual } from 'node:util'
import { and, eq, inArray, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { audienceOf, findAnnouncement } from '#server/announcements/queries.ts'
import { failureOf } from '#server/bot/failure.ts'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { announcements } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { localeOfUser, type UserRow } from '#server/users/queries.ts'
import { announcementSchema, audienceSchema } from '#shared/announcements/schema.ts'
import {
  type AnnouncementState,
  type AnnouncementTexts,
  announcementText,
} from '#shared/announcements/text.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { problemsOf } from '#shared/problems.ts'

/** Throws `announcements.invalid` with every field that is wrong. */
function checked<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input)
  if (!result.success) throw new AppError('announcements.invalid', problemsOf(result.issues))
  return result.output
}
export const checkAudience = (input: unknown) => checked(audienceSchema, input)

/** Writes an announcement down; nothing is sent yet. The same `key` gives the same one. Throws `announcements.invalid`. */
export async function createAnnouncement(db: Db, o: { adminId: number; key: string; input: unknown }) {
  const { texts, audience } = checked(announcementSchema, o.input)
  const id = await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(announcements)
      .values({ texts, audience, createdBy: o.adminId, createKey: o.key })
      .onConflictDoNothing()
      .returning({ id: announcements.id })
    if (!row) return undefined
    await writeAudit(tx, {
      actorId: o.adminId,
      action: 'announcement_written',
      after: { announcement: row.id, texts, audience },
    })
    return row.id
  })
  const known = and(eq(announcements.createdBy, o.adminId), eq(announcements.createKey, o.key))
  const [row] = id ? [{ id }] : await db.select({ id: announcements.id }).from(announcements).where(known)
  return readAnnouncement(db, row?.id ?? 0)
}

/** Throws `announcements.not_found`. */
export async function readAnnouncement(db: Db, id: number) {
  const found = await findAnnouncement(db, id)
  if (!found) throw new AppError('announcements.not_found')
  return found
}

/**
 * Changes one that was not started, as it was seen; the same change made twice is made once.
 * Throws `announcements.invalid`, `announcements.changed`, `announcements.wrong_state`.
 */
export async function changeAnnouncement(
  db: Db,
  o: { adminId: number; id: number; revision: number; input: unknown },
) {
  const { texts, audience } = checked(announcementSchema, o.input)
  const now = await readAnnouncement(db, o.id)
  const before = { texts: now.texts, audience: now.audience }
  if (now.state === 'draft' && isDeepStrictEqual(before, JSON.parse(JSON.stringify({ texts, audience }))))
    return now
  return move(db, o, ['draft'], 'announcement_changed', { texts, audience, revision: o.revision + 1 })
}

/**
 * Takes one that was not started away for good; its words stay in the audit.
 * Throws `announcements.not_found`, `announcements.wrong_state`.
 */
export const deleteAnnouncement = (db: Db, { adminId, id }: { adminId: number; id: number }) =>
  db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(announcements)
      .where(and(eq(announcements.id, id), eq(announcements.state, 'draft')))
      .returning({ texts: announcements.texts, audience: announcements.audience })
    if (!gone) {
      await readAnnouncement(tx, id)
      throw new AppError('announcements.wrong_state')
    }
    const before = { announcement: id, ...gone }
    await writeAudit(tx, { actorId: adminId, action: 'announcement_deleted', before })
    return { id }
  })

/** Sends it to the admin alone, in their language or the one named. Throws `announcements.not_told` with nothing sent. */
export async function testAnnouncement(
  { db, telegram }: Deps,
  { admin, id, locale = localeOfUser(admin) }: { admin: UserRow; id: number; locale?: Locale | undefined },
) {
  const { texts } = await readAnnouncement(db, id)
  try {
    await telegram.sendMessage(admin.id, announcementText(texts as AnnouncementTexts, locale), plain)
  } catch (error) {
    failureOf(error)
    throw new AppError('announcements.not_told')
  }
  return {}
}

/** As it was typed: nothing in it is markup, and a link does not unfold over the text. */
export const plain = { link_preview_options: { is_disabled: true } }

/**
 * Writes down who gets it and begins to send it as it was seen. Whoever blocked the bot is counted, not written to.
 * Throws `announcements.changed`, `announcements.wrong_state` when it was started already.
 */
export const startAnnouncement = (deps: Deps, o: { adminId: number; id: number; revision: number }) =>
  deps.db.transaction(async (tx) => {
    const started = { state: 'sending' as const, startedAt: sql`now()` }
    const row = await move(tx, o, ['draft'], 'announcement_started', started)
    await tx.execute(sql`
      insert into announcement_recipients (announcement_id, user_id, state)
      select ${o.id}, id, case when unreachable then 'unreachable' else 'waiting' end
      from ${audienceOf(row.audience)} audience`)
    await deps.jobs.enqueue(tx, 'announcements.send', { announcementId: o.id })
    return readAnnouncement(tx, o.id)
  })

/** Nobody more gets it until it is resumed; a message that is on its way arrives. */
export const stopAnnouncement = ({ db }: Deps, o: { adminId: number; id: number }) =>
  move(db, o, ['sending'], 'announcement_stopped', { state: 'stopped' })

/** Goes on with those who have not had their turn. */
export const resumeAnnouncement = (deps: Deps, o: { adminId: number; id: number }) =>
  deps.db.transaction(async (tx) => {
    const row = await move(tx, o, ['stopped'], 'announcement_resumed', { state: 'sending' })
    await deps.jobs.enqueue(tx, 'announcements.send', { announcementId: o.id })
    return row
  })

/** Of two at once one finds it in a state that fits; with a `revision` only as it was seen. */
const move = (
  db: Db,
  { adminId, id, revision }: { adminId: number; id: number; revision?: number },
  from: readonly AnnouncementState[],
  action: string,
  set: Partial<Record<keyof typeof announcements.$inferSelect, unknown>>,
) =>
  db.transaction(async (tx) => {
    const before = await readAnnouncement(tx, id)
    const [moved] = await tx
      .update(announcements)
      .set({ ...(set as object), updatedAt: sql`now()` })
      .where(
        and(
          eq(announcements.id, id),
          inArray(announcements.state, [...from]),
          revision === undefined ? undefined : eq(announcements.revision, revision),
        ),
      )
      .returning({ id: announcements.id })
    if (!moved) {
      const { state } = await readAnnouncement(tx, id)
      throw new AppError(from.includes(state) ? 'announcements.changed' : 'announcements.wrong_state')
    }
    const after = await readAnnouncement(tx, id)
    await writeAudit(tx, {
      actorId: adminId,
      action,
      before: traceOf(before),
      after: traceOf(after),
    })
    return after
  })

/** What the audit keeps: the words too, as they may change until it is started. */
const traceOf = ({ id, state, texts, audience, progress }: Awaited<ReturnType<typeof readAnnouncement>>) => ({
  announcement: id,
  state,
  texts,
  audience,
  progress,
})
