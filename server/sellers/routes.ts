import { and, eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { findLive } from '#server/ads/queries.ts'
import { toCard } from '#server/ads/views.ts'
import type { AppEnv } from '#server/auth/middleware.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { findUser, fullName } from '#server/users/queries.ts'
import { validate } from '#server/validate.ts'
import { adIdSchema } from '#shared/ads/schema.ts'
import { limits } from '#shared/limits.ts'
import { cursorSchema } from '#shared/schema.ts'

/** A seller and a page of their live ads, newest first, for everybody. */
export const sellerRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get(
    '/:id',
    validate('param', adIdSchema),
    validate('query', cursorSchema),
    async (c) => {
      const seller = await findUser(db, c.req.valid('param').id)
      const live = and(eq(ads.sellerId, seller?.id ?? 0), eq(ads.state, 'active'))
      // Only who sells or has sold something has a page.
      if (!seller?.firstName || (await db.$count(ads, eq(ads.sellerId, seller.id))) === 0)
        throw new AppError('request.not_found')
      const { cursor } = c.req.valid('query')
      const [rows, count] = await Promise.all([
        findLive(db, live, { cursor, limit: limits.page.default }),
        db.$count(ads, live),
      ])
      const page = rows.slice(0, limits.page.default)
      return c.json({
        seller: {
          id: seller.id,
          // The name that buyers know from the ads.
          name: rows[0]?.ad.contactName || fullName(seller),
          since: seller.createdAt.toISOString(),
          ads: count,
        },
        items: page.map(toCard),
        nextCursor: rows.length > page.length ? String(page.at(-1)?.ad.feedSeq) : null,
      })
    },
  )
