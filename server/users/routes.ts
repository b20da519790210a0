import { Hono } from 'hono'
import { findLastPlace } from '#server/ads/queries.ts'
import { type AppEnv, hasRole } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { countWaiting } from '#server/moderation/queries.ts'
import { currentRate } from '#server/rates/queries.ts'
import { countReported } from '#server/reports/queries.ts'
import { confirmPhone } from '#server/users/contact.ts'
import { eraseMe } from '#server/users/erase.ts'
import { changePreferences } from '#server/users/preferences.ts'
import { localeOfUser, type UserRow } from '#server/users/queries.ts'
import { banOf } from '#server/users/standing.ts'
import { validate } from '#server/validate.ts'
import type { Role } from '#shared/users/schema.ts'
import { contactSchema, patchMeSchema } from '#shared/users/schema.ts'

export const userRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .get('/', async (c) => c.json(await describeMe(deps, c.var.user, c.var.role)))
    .patch('/', validate('json', patchMeSchema), async (c) => {
      const user = (await changePreferences(deps, c.var.user.id, c.req.valid('json'))) ?? c.var.user
      return c.json(await describeMe(deps, user, c.var.role))
    })
    .delete('/', async (c) => c.json(await eraseMe(deps, c.var.user.id)))
    .post('/contact', validate('json', contactSchema), async (c) =>
      c.json(await confirmPhone(deps, c.var.user.id, c.req.valid('json').response)),
    )

/** What the Mini App asks once at start. */
async function describeMe({ db, config, me }: Deps, user: UserRow, role: Role) {
  const [rate, place, pendingCount, reportedCount] = await Promise.all([
    currentRate(db),
    findLastPlace(db, user.id),
    hasRole(role, 'moderator') ? countWaiting(db) : 0,
    hasRole(role, 'moderator') ? countReported(db) : 0,
  ])
  return {
    user: {
      id: user.id,
      firstName: user.firstName,
      lastName: user.lastName,
      username: user.username,
      /** Vouched for by Telegram; null until it was shared. */
      phone: user.phone,
      role,
      locale: localeOfUser(user),
      digest: user.digest,
    },
    /** Null when the person is not banned. */
    ban: banOf(user),
    rate,
    /** Where the person's last ad is; null when there is none. */
    place,
    publicUrl: config.s3.publicUrl,
    bot: { username: me.username },
    pendingCount,
    /** Ads with open reports. */
    reportedCount,
  }
}
