import { eq, sql } from 'drizzle-orm'
import type { TelegramUser } from '#server/auth/init-data.ts'
import type { Db } from '#server/db/client.ts'
import { users } from '#server/db/schema.ts'
import { wordsOf } from '#shared/answers/fold.ts'
import { type Locale, localeOf } from '#shared/i18n/locales.ts'
import type { Preferences } from '#shared/users/schema.ts'

export type UserRow = typeof users.$inferSelect

/** Who was seen less than this many milliseconds ago counts as seen now. */
const seenMs = 15 * 60_000

/**
 * What moderators find a person by: the words of the name as they sound, and the username behind an `@`, each with a
 * space before it.
 */
export const searchKeyOf = (person: Pick<UserRow, 'firstName' | 'lastName' | 'username'>): string =>
  [...wordsOf(fullName(person)), person.username ? `@${person.username.toLowerCase()}` : '']
    .filter(Boolean)
    .map((word) => ` ${word}`)
    .join('')

/** The person's row, made or brought up to date with what Telegram says; writes only when something differs. */
export async function upsertUser(db: Db, person: TelegramUser): Promise<UserRow> {
  const known = await findUser(db, person.id)
  const told = {
    firstName: person.first_name,
    lastName: person.last_name ?? null,
    username: person.username ?? null,
    languageCode: person.language_code ?? null,
  }
  const now = { ...told, searchKey: searchKeyOf(told) }
  const isSame = known && (Object.keys(now) as (keyof typeof now)[]).every((key) => known[key] === now[key])
  if (isSame && Date.now() - known.seenAt.getTime() < seenMs) return known
  const seen = { ...now, seenAt: sql`now()` }
  const [row] = await db
    .insert(users)
    .values({ id: person.id, ...seen })
    .onConflictDoUpdate({
      target: users.id,
      set: { ...seen, ...(!isSame && { updatedAt: sql`now()` }) },
    })
    .returning()
  return row as UserRow
}

export const findUser = async (db: Db, id: number): Promise<UserRow | undefined> =>
  (await db.select().from(users).where(eq(users.id, id)))[0]

/** Writes what a person wishes; what is not named stays. */
export const setPreferences = async (db: Db, id: number, wishes: Preferences): Promise<UserRow | undefined> =>
  (
    await db
      .update(users)
      .set({ ...wishes, updatedAt: sql`now()` })
      .where(eq(users.id, id))
      .returning()
  )[0]

export const setLocale = (db: Db, id: number, locale: Locale) => setPreferences(db, id, { locale })

/** Keeps the phone that Telegram vouched for, in E.164. */
export const setPhone = (db: Db, id: number, phone: string) =>
  db.update(users).set({ phone, updatedAt: sql`now()` }).where(eq(users.id, id))

/** Notes that Telegram refuses messages to this person, or that it takes them again. */
export const setReachable = (db: Db, id: number, reachable: boolean) =>
  db
    .update(users)
    .set({ unreachableAt: reachable ? null : sql`now()` })
    .where(eq(users.id, id))

/** The language to write to a person in: their choice, else Telegram's, else Uzbek. */
export const localeOfUser = (user: Pick<UserRow, 'locale' | 'languageCode'>): Locale =>
  user.locale ?? localeOf(user.languageCode ?? undefined)

export const fullName = (user: Pick<UserRow, 'firstName' | 'lastName'>) =>
  [user.firstName, user.lastName].filter(Boolean).join(' ')
