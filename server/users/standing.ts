import { and, eq, ne, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { users } from '#server/db/schema.ts'
import { AppError } from '#server/errors.ts'

type UserRow = typeof users.$inferSelect

/** Whether a ban holds now: one whose term is over counts as lifted. The database says the same by `is_banned`. */
export const isBanned = ({ bannedAt, bannedUntil }: Pick<UserRow, 'bannedAt' | 'bannedUntil'>): boolean =>
  bannedAt !== null && (bannedUntil === null || bannedUntil.getTime() > Date.now())

/** The same as a condition on a row of `users`, by the name that it has in the query. */
export const banned = (row = 'users'): SQL<boolean> =>
  sql.raw(`is_banned(${row}.banned_at, ${row}.banned_until)`) as SQL<boolean>

/** What the person is told of their ban; null when none holds. */
export const banOf = (user: UserRow) =>
  isBanned(user)
    ? {
        reason: user.banReason ?? ('other' as const),
        note: user.banNote ?? '',
        since: user.bannedAt?.toISOString() ?? '',
        /** Null: for good. */
        until: user.bannedUntil?.toISOString() ?? null,
      }
    : null

/** Changes of roles and bans wait for each other until the transaction ends, so that each sees what the one before did. */
export const lockStandings = (tx: Db) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('standings'))`)

/** Throws `people.last_admin` when nobody but this person is an admin. Goes behind `lockStandings`. */
export async function requireAnotherAdmin(tx: Db, adminIds: readonly number[], userId: number) {
  if (adminIds.some((id) => id !== userId)) return
  const others = and(eq(users.role, 'admin'), ne(users.id, userId), sql`not ${banned()}`)
  if ((await tx.$count(users, others)) === 0) throw new AppError('people.last_admin')
}

/** Throws `auth.banned` while a ban holds; the person's row stays as it is until the transaction ends. */
export async function requireWelcome(tx: Db, userId: number) {
  const [user] = await tx.select().from(users).where(eq(users.id, userId)).for('no key update')
  if (user && isBanned(user)) throw new AppError('auth.banned')
}
