import { Hono } from 'hono'
import { type AppEnv, requireRole } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { listReported } from '#server/reports/queries.ts'
import { dismissReports, takeDown } from '#server/reports/verdicts.ts'
import { validate } from '#server/validate.ts'
import { adIdSchema, revisionSchema } from '#shared/ads/schema.ts'
import { rejectSchema } from '#shared/moderation/schema.ts'
import { reportedSchema } from '#shared/reports/schema.ts'

/** What moderators do about reported ads; reporting itself is `POST /api/ads/:id/report`. */
export const reportRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireRole('moderator'))
    .get('/', validate('query', reportedSchema), async (c) =>
      c.json(await listReported(deps.db, c.req.valid('query'))),
    )
    .post('/:id/dismiss', validate('param', adIdSchema), validate('json', revisionSchema), async (c) => {
      const verdict = { moderatorId: c.var.user.id, adId: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json(await dismissReports(deps, verdict))
    })
    .post('/:id/take-down', validate('param', adIdSchema), validate('json', rejectSchema), async (c) => {
      const verdict = { moderatorId: c.var.user.id, adId: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json(await takeDown(deps, verdict))
    })
