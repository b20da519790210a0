import { Hono } from 'hono'
import * as v from 'valibot'
import type { Deps } from '#server/deps.ts'
import { suggest } from '#server/search/suggest.ts'
import { validate } from '#server/validate.ts'
import { limits } from '#shared/limits.ts'
import { understand } from '#shared/search/understand.ts'

const querySchema = v.object({ q: v.pipe(v.string(), v.maxLength(limits.query.max)) })

/** What a query means and how it may go on; for whoever may see the feed, and kept by the app for a while. */
export const searchRoutes = ({ db }: Deps) =>
  new Hono()
    .get('/understood', validate('query', querySchema), (c) => {
      c.header('Cache-Control', 'private, max-age=3600')
      return c.json(understand(c.req.valid('query').q))
    })
    .get('/suggestions', validate('query', querySchema), async (c) => {
      c.header('Cache-Control', 'private, max-age=120')
      return c.json({ items: await suggest(db, c.req.valid('query').q) })
    })
