import { Hono } from 'hono'
import { type AppEnv, requireRole } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { changeSettings, showSettings } from '#server/settings/settings.ts'
import { validate } from '#server/validate.ts'
import { putSettingsSchema } from '#shared/settings/schema.ts'

export const settingsRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireRole('admin'))
    .get('/', async (c) => c.json(await showSettings(deps)))
    .put('/', validate('json', putSettingsSchema), async (c) => {
      const { settings, revision } = c.req.valid('json')
      return c.json(await changeSettings(deps.db, { adminId: c.var.user.id, revision, input: settings }))
    })
