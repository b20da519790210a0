import { Hono } from 'hono'
import * as v from 'valibot'
import { countAudience, listAnnouncements } from '#server/announcements/queries.ts'
import {
  changeAnnouncement,
  checkAudience,
  createAnnouncement,
  deleteAnnouncement,
  readAnnouncement,
  resumeAnnouncement,
  startAnnouncement,
  stopAnnouncement,
  testAnnouncement,
} from '#server/announcements/verbs.ts'
import { type AppEnv, requireRole } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { validate } from '#server/validate.ts'
import { adIdSchema } from '#shared/ads/schema.ts'
import { announcementDraftSchema, announcementSeen } from '#shared/announcements/schema.ts'
import { locales } from '#shared/i18n/locales.ts'
import { cursorSchema, idempotencySchema } from '#shared/schema.ts'

const idSchema = adIdSchema
const audienceBody = v.pick(announcementDraftSchema, ['audience'])
const changeBody = v.strictObject({ ...announcementDraftSchema.entries, ...announcementSeen.entries })
const testBody = v.strictObject({ locale: v.optional(v.picklist(locales)) })

export const announcementRoutes = (deps: Deps) => {
  const { db } = deps
  return new Hono<AppEnv>()
    .use(requireRole('admin'))
    .get('/', validate('query', cursorSchema), async (c) => {
      const { cursor } = c.req.valid('query')
      return c.json(await listAnnouncements(db, cursor === undefined ? undefined : Number(cursor)))
    })
    .post(
      '/',
      validate('header', idempotencySchema),
      validate('json', announcementDraftSchema),
      async (c) => {
        const key = c.req.valid('header')['idempotency-key']
        const o = { adminId: c.var.user.id, key, input: c.req.valid('json') }
        return c.json(await createAnnouncement(db, o))
      },
    )
    .post('/audience', validate('json', audienceBody), async (c) =>
      c.json(await countAudience(db, checkAudience(c.req.valid('json').audience))),
    )
    .get('/:id', validate('param', idSchema), async (c) =>
      c.json(await readAnnouncement(db, c.req.valid('param').id)),
    )
    .put('/:id', validate('param', idSchema), validate('json', changeBody), async (c) => {
      const { revision, ...input } = c.req.valid('json')
      const o = { adminId: c.var.user.id, id: c.req.valid('param').id, revision, input }
      return c.json(await changeAnnouncement(db, o))
    })
    .delete('/:id', validate('param', idSchema), async (c) =>
      c.json(await deleteAnnouncement(db, { adminId: c.var.user.id, id: c.req.valid('param').id })),
    )
    .post('/:id/test', validate('param', idSchema), validate('json', testBody), async (c) => {
      const o = { admin: c.var.user, id: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json(await testAnnouncement(deps, o))
    })
    .post('/:id/start', validate('param', idSchema), validate('json', announcementSeen), async (c) => {
      const o = { adminId: c.var.user.id, id: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json(await startAnnouncement(deps, o))
    })
    .post('/:id/stop', validate('param', idSchema), async (c) =>
      c.json(await stopAnnouncement(deps, { adminId: c.var.user.id, id: c.req.valid('param').id })),
    )
    .post('/:id/resume', validate('param', idSchema), async (c) =>
      c.json(await resumeAnnouncement(deps, { adminId: c.var.user.id, id: c.req.valid('param').id })),
    )
}
