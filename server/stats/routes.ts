import { and, eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { findStanding } from '#server/ads/queries.ts'
import type { AppEnv } from '#server/auth/middleware.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { findDays } from '#server/stats/queries.ts'
import { validate } from '#server/validate.ts'
import { adIdSchema } from '#shared/ads/schema.ts'

/** Days that an ad's numbers go back. */
const span = 30

export const statsRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/ads/:id/stats', validate('param', adIdSchema), async (c) => {
    const { id } = c.req.valid('param')
    if (!(await findStanding(db, and(eq(ads.id, id), eq(ads.sellerId, c.var.user.id)))))
      throw new AppError('ads.not_found')
    return c.json({ days: await findDays(db, id, span) })
  })
