import { and, eq, sql } from 'drizzle-orm'
import { roleOf } from '#server/auth/middleware.ts'
import { writeAudit } from '#server/db/audit.ts'
import { peopleNotes, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { lockPerson } from '#server/people/bans.ts'
import { findUser } from '#server/users/queries.ts'
import { isBanned, lockStandings, requireAnotherAdmin } from '#server/users/standing.ts'
import { cleanText } from '#shared/text/clean.ts'
import type { Role } from '#shared/users/schema.ts'

/**
 * Gives somebody a role, or takes one. Who asks must still be an admin when it is done, and somebody must be one
 * afterwards. Throws `auth.forbidden`, `people.not_found`, `people.fixed_admin`, `people.banned`, `people.last_admin`.
 */
export const setRole = (deps: Deps, o: { actorId: number; userId: number; role: Role }) =>
  deps.db.transaction(async (tx) => {
    const { adminIds } = deps.config.telegram
    await lockStandings(tx)
    const actor = await findUser(tx, o.actorId)
    if (!actor || roleOf(actor, adminIds) !== 'admin') throw new AppError('auth.forbidden')
    const person = await lockPerson(tx, o.userId)
    if (adminIds.includes(person.id)) throw new AppError('people.fixed_admin')
    if (isBanned(person)) throw new AppError('people.banned')
    if (person.role === o.role) return { role: o.role }
    if (person.role === 'admin') await requireAnotherAdmin(tx, adminIds, person.id)
    await tx.update(users).set({ role: o.role, updatedAt: sql`now()` }).where(eq(users.id, person.id))
    await writeAudit(tx, {
      actorId: o.actorId,
      action: 'role',
      userId: person.id,
      before: { role: person.role },
      after: { role: o.role },
    })
    if (person.id !== o.actorId)
      await deps.jobs.enqueue(tx, 'people.tell', {
        userId: person.id,
        news: { event: 'role', was: person.role },
      })
    return { role: o.role }
  })

/** Gives somebody a limit of their own, or with null that of everybody. Throws `people.not_found`. */
export const setOwnLimit = ({ db }: Deps, o: { actorId: number; userId: number; openAds: number | null }) =>
  db.transaction(async (tx) => {
    const { id, openAds: before } = await lockPerson(tx, o.userId)
    const after = { openAds: o.openAds }
    if (before === o.openAds) return after
    await tx
      .update(users)
      .set({ ...after, updatedAt: sql`now()` })
      .where(eq(users.id, id))
    await writeAudit(tx, {
      actorId: o.actorId,
      action: 'own_limit',
      userId: id,
      before: { openAds: before },
      after,
    })
    return after
  })

/** Writes something down about a person for other moderators. Throws `people.not_found`. */
export const addNote = ({ db }: Deps, o: { authorId: number; userId: number; text: string }) =>
  db.transaction(async (tx) => {
    if (!(await findUser(tx, o.userId))) throw new AppError('people.not_found')
    const [note] = await tx
      .insert(peopleNotes)
      .values({ ...o, text: cleanText(o.text) })
      .returning({ id: peopleNotes.id })
    // That there is a note, not what it says: that goes when it is deleted.
    await writeAudit(tx, { actorId: o.authorId, action: 'noted', userId: o.userId })
    return { id: (note as { id: number }).id }
  })

/** Deletes a note of the caller's own. Throws `people.no_note`. */
export const deleteNote = ({ db }: Deps, o: { authorId: number; userId: number; noteId: number }) =>
  db.transaction(async (tx) => {
    const [note] = await tx
      .delete(peopleNotes)
      .where(
        and(
          eq(peopleNotes.id, o.noteId),
          eq(peopleNotes.userId, o.userId),
          eq(peopleNotes.authorId, o.authorId),
        ),
      )
      .returning({ id: peopleNotes.id })
    if (!note) throw new AppError('people.no_note')
    await writeAudit(tx, { actorId: o.authorId, action: 'note_deleted', userId: o.userId })
    return { id: note.id }
  })
