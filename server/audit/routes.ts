import { type Context, Hono } from 'hono'
import { exportAudit, listAudit, listStaff } from '#server/audit/list.ts'
import { type AppEnv, requireRole } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { validate } from '#server/validate.ts'
import { auditExportSchema, auditSchema } from '#shared/audit/schema.ts'

const readerOf = (c: Context<AppEnv>) => ({
  id: c.var.user.id,
  isAdmin: c.var.role === 'admin',
  locale: c.var.locale,
})

/** Who did what, when, and what was before: for admins all of it, for moderators what concerns ads. */
export const auditRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireRole('moderator'))
    .get('/', validate('query', auditSchema), async (c) =>
      c.json(await listAudit(deps.db, readerOf(c), c.req.valid('query'))),
    )
    .get('/staff', async (c) => c.json({ items: await listStaff(deps) }))
    .post('/export', validate('query', auditExportSchema), async (c) =>
      c.json(await exportAudit(deps, readerOf(c), c.req.valid('query'))),
    )
