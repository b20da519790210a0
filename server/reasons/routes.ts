import { Hono } from 'hono'
import { type AppEnv, requireRole } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { readReasons } from '#server/reasons/queries.ts'
import { changeReason, orderReasons } from '#server/reasons/verbs.ts'
import { validate } from '#server/validate.ts'
import { orderReasonsSchema, putReasonSchema, reasonIdSchema } from '#shared/reasons/schema.ts'

export const reasonRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .use(requireRole('admin'))
    .get('/', async (c) => c.json({ items: await readReasons(db) }))
    .post('/order', validate('json', orderReasonsSchema), async (c) =>
      c.json(await orderReasons(db, c.var.user.id, c.req.valid('json').ids)),
    )
    .put('/:id', validate('param', reasonIdSchema), validate('json', putReasonSchema), async (c) => {
      const change = { adminId: c.var.user.id, id: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json(await changeReason(db, change))
    })
