import { Hono } from 'hono'
import { type AppEnv, requireRole } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { listQueue } from '#server/moderation/queries.ts'
import { approveAd, rejectAd } from '#server/moderation/verbs.ts'
import { validate } from '#server/validate.ts'
import { adIdSchema } from '#shared/ads/schema.ts'
import { approveSchema, rejectSchema } from '#shared/moderation/schema.ts'
import { cursorSchema } from '#shared/schema.ts'

export const moderationRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireRole('moderator'))
    .get('/queue', validate('query', cursorSchema), async (c) => {
      const { cursor } = c.req.valid('query')
      const { channelId } = deps.config.telegram
      return c.json(
        await listQueue(deps.db, {
          viewerId: c.var.user.id,
          channelId,
          ...(cursor && { after: Number(cursor) }),
        }),
      )
    })
    .post('/:id/approve', validate('param', adIdSchema), validate('json', approveSchema), async (c) => {
      const decision = { moderatorId: c.var.user.id, adId: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json(await approveAd(deps, decision))
    })
    .post('/:id/reject', validate('param', adIdSchema), validate('json', rejectSchema), async (c) => {
      const decision = { moderatorId: c.var.user.id, adId: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json(await rejectAd(deps, decision))
    })
