import { Hono } from 'hono'
import { toCard } from '#server/ads/views.ts'
import type { AppEnv } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { findOwnIds, findSaved, findSavedIds } from '#server/favorites/queries.ts'
import { saveAd, unsaveAd } from '#server/favorites/verbs.ts'
import { createCounter } from '#server/stats/counter.ts'
import { isBanned } from '#server/users/standing.ts'
import { validate } from '#server/validate.ts'
import { adIdSchema } from '#shared/ads/schema.ts'
import { limits } from '#shared/limits.ts'
import { cursorSchema } from '#shared/schema.ts'

/** Somebody banned may save, as nobody else sees it, but the seller's numbers leave them out. */
export const favoriteRoutes = (deps: Deps) => {
  const count = createCounter(deps)
  return new Hono<AppEnv>()
    .get('/', validate('query', cursorSchema), async (c) => {
      const { cursor } = c.req.valid('query')
      const rows = await findSaved(deps.db, c.var.user.id, cursor ? Number(cursor) : undefined)
      const page = rows.slice(0, limits.page.default)
      return c.json({
        items: page.map(toCard),
        nextCursor: rows.length > page.length ? String(page.at(-1)?.seq) : null,
      })
    })
    .get('/ids', async (c) => {
      const [ids, own] = await Promise.all([
        findSavedIds(deps.db, c.var.user.id),
        findOwnIds(deps.db, c.var.user.id),
      ])
      return c.json({ ids, own })
    })
    .put('/:id', validate('param', adIdSchema), async (c) => {
      const { id } = c.req.valid('param')
      const { user } = c.var
      if ((await saveAd(deps, user.id, id)) && !isBanned(user)) count('favorites', id, user.id)
      return c.json({ saved: true })
    })
    .delete('/:id', validate('param', adIdSchema), async (c) => {
      await unsaveAd(deps, c.var.user.id, c.req.valid('param').id)
      return c.json({ saved: false })
    })
}
