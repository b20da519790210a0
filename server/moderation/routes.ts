import { Hono } from 'hono'
import { type AppEnv, requireRole } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { takeDesk } from '#server/moderation/claims.ts'
import { listDecisions, listQueue } from '#server/moderation/queries.ts'
import { approveMany, setTrust } from '#server/moderation/trust.ts'
import { undoDecision } from '#server/moderation/undo.ts'
import { approveAd, rejectAd } from '#server/moderation/verbs.ts'
import { offeredReasons } from '#server/reasons/queries.ts'
import { validate } from '#server/validate.ts'
import { adIdSchema } from '#shared/ads/schema.ts'
import {
  approveManySchema,
  approveSchema,
  deskSchema,
  queueSchema,
  rejectSchema,
  trustSchema,
} from '#shared/moderation/schema.ts'
import { cursorSchema } from '#shared/schema.ts'

export const moderationRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireRole('moderator'))
    .get('/queue', validate('query', queueSchema), async (c) => {
      const { cursor, trusted, ...filter } = c.req.valid('query')
      const from = cursor === undefined ? {} : { after: Number(cursor) }
      return c.json(
        await listQueue(deps, c.var.user.id, { ...filter, ...from, trusted: trusted !== undefined }),
      )
    })
    .post('/desk', validate('json', deskSchema), async (c) =>
      c.json(await takeDesk(deps, c.var.user.id, c.req.valid('json'))),
    )
    .get('/reasons', async (c) => c.json({ items: await offeredReasons(deps.db) }))
    .get('/decisions', validate('query', cursorSchema), async (c) => {
      const { cursor } = c.req.valid('query')
      return c.json(
        await listDecisions(deps.db, c.var.user.id, cursor === undefined ? undefined : Number(cursor)),
      )
    })
    .post('/decisions/:id/undo', validate('param', adIdSchema), async (c) => {
      const o = { moderatorId: c.var.user.id, isAdmin: c.var.role === 'admin' }
      return c.json(await undoDecision(deps, { ...o, decisionId: c.req.valid('param').id }))
    })
    .post('/approve', validate('json', approveManySchema), async (c) =>
      c.json(await approveMany(deps, c.var.user.id, c.req.valid('json').ads)),
    )
    .put('/sellers/:id/trust', validate('param', adIdSchema), validate('json', trustSchema), async (c) => {
      const o = { moderatorId: c.var.user.id, sellerId: c.req.valid('param').id }
      return c.json(await setTrust(deps, { ...o, ...c.req.valid('json') }))
    })
    .post('/:id/approve', validate('param', adIdSchema), validate('json', approveSchema), async (c) => {
      const decision = { moderatorId: c.var.user.id, adId: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json(await approveAd(deps, decision))
    })
    .post('/:id/reject', validate('param', adIdSchema), validate('json', rejectSchema), async (c) => {
      const decision = { moderatorId: c.var.user.id, adId: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json(await rejectAd(deps, decision))
    })
