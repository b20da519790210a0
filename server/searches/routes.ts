import { Hono } from 'hono'
import type { AppEnv } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { findSearches, toSearchView } from '#server/searches/queries.ts'
import { changeSearch, deleteSearch, saveSearch } from '#server/searches/verbs.ts'
import { localeOfUser } from '#server/users/queries.ts'
import { validate } from '#server/validate.ts'
import { adIdSchema } from '#shared/ads/schema.ts'
import { patchSearchSchema, saveSearchSchema } from '#shared/searches/schema.ts'

/** The caller's saved searches. */
export const savedSearchRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .get('/', async (c) => {
      const rows = await findSearches(deps.db, c.var.user.id)
      return c.json({ items: rows.map((row) => toSearchView(row, localeOfUser(c.var.user))) })
    })
    .post('/', validate('json', saveSearchSchema), async (c) => {
      const row = await saveSearch(deps, c.var.user.id, c.req.valid('json'))
      return c.json(toSearchView(row, localeOfUser(c.var.user)))
    })
    .patch('/:id', validate('param', adIdSchema), validate('json', patchSearchSchema), async (c) => {
      const row = await changeSearch(deps, c.var.user.id, c.req.valid('param').id, c.req.valid('json'))
      return c.json(toSearchView(row, localeOfUser(c.var.user)))
    })
    .delete('/:id', validate('param', adIdSchema), async (c) => {
      await deleteSearch(deps, c.var.user.id, c.req.valid('param').id)
      return c.json({ deleted: true })
    })
