import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { TelegramUser, VerifyInitData } from '#server/auth/init-data.ts'
import type { Db } from '#server/db/client.ts'
import { AppError } from '#server/errors.ts'
import { type UserRow, upsertUser } from '#server/users/queries.ts'
import { isBanned } from '#server/users/standing.ts'
import { isLocale, type Locale, localeOf } from '#shared/i18n/locales.ts'
import { type Role, roles } from '#shared/users/schema.ts'

/** What `requireSignedIn` knows without the database. */
export interface SignedInEnv {
  Variables: { telegramUser: TelegramUser; locale: Locale }
}
/** What `requireUser` adds; the row is read for every request, so a ban or a lost role counts at once. */
export interface AppEnv {
  Variables: SignedInEnv['Variables'] & { user: UserRow; role: Role }
}

/** `Authorization: tma <raw init data>` must be genuine and fresh. */
export const requireSignedIn = (verify: VerifyInitData) =>
  createMiddleware<SignedInEnv>(async (c, next) => {
    const [scheme, raw = ''] = (c.req.header('authorization') ?? '').split(' ', 2)
    if (scheme?.toLowerCase() !== 'tma') throw new AppError('auth.missing')
    const { user } = verify(raw)
    c.set('telegramUser', user)
    c.set('locale', localeOf(user.language_code))
    await next()
  })

/** Loads the caller's row, made at the first visit. Goes behind `requireSignedIn`. */
export const requireUser = (db: Db, adminIds: readonly number[]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const user = await upsertUser(db, c.var.telegramUser)
    c.set('user', user)
    c.set('role', roleOf(user, adminIds))
    c.set('locale', user.locale ?? localeOf(user.languageCode ?? undefined))
    await next()
  })

/** A banned person browses, but changes nothing that others see. */
export const requireNotBanned = createMiddleware<AppEnv>(async (c, next) => {
  if (isBanned(c.var.user)) throw new AppError('auth.banned')
  await next()
})

/** Lets in `least` and the roles above it. */
export const requireRole = (least: Role) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (!hasRole(c.var.role, least)) throw new AppError('auth.forbidden')
    await next()
  })

export const hasRole = (role: Role, least: Role) => roles.indexOf(role) >= roles.indexOf(least)

/** `ADMIN_IDS` are admins whatever the database says; whoever is banned has no role. */
export function roleOf(user: UserRow, adminIds: readonly number[]): Role {
  if (adminIds.includes(user.id)) return 'admin'
  return isBanned(user) ? 'user' : user.role
}

/** The language to answer in, also before anybody is known. */
export function answerLocale(c: Context): Locale {
  const known = (c.var as Partial<SignedInEnv['Variables']>).locale
  if (known) return known
  const wanted = c.req.header('accept-language')?.split(/[,;]/)[0]
  return isLocale(wanted) ? wanted : localeOf(wanted)
}
