import { Hono } from 'hono'
import { type AppEnv, requireRole } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { changeSettings, readSettings } from '#server/settings/settings.ts'
import { validate } from '#server/validate.ts'
import { putSettingsSchema } from '#shared/settings/schema.ts'

export const settingsRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>()
    .use(requireRole('admin'))
    .get('/', async (c) => c.json(await readSettings(db)))
    .put('/', validate('json', putSettingsSchema), async (c) => {
      const { settings, revision } = c.req.valid('json')
      return c.json(await changeSettings(db, { adminId: c.var.user.id, revision, input: settings }))
    })
