import { Hono } from 'hono'
import { type AppEnv, requireNotBanned } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { photosOf } from '#server/photos/queries.ts'
import { completePhoto, createPhoto, removePhoto, toPhotoView } from '#server/photos/verbs.ts'
import { validate } from '#server/validate.ts'
import { newPhotoSchema, photoIdSchema, photoIdsSchema } from '#shared/photos/schema.ts'
import { idempotencySchema } from '#shared/schema.ts'

/** Goes behind `requireUser`. The bytes themselves go from the phone to storage, never through here. */
export const photosRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .use(requireNotBanned)
    .post('/', validate('header', idempotencySchema), validate('json', newPhotoSchema), async (c) => {
      const key = c.req.valid('header')['idempotency-key']
      return c.json(await createPhoto(deps, c.var.user.id, key, c.req.valid('json')), 201)
    })
    .get('/', validate('query', photoIdsSchema), async (c) => {
      const rows = await photosOf(deps.db, c.req.valid('query').ids, c.var.user.id)
      return c.json({ items: rows.map(toPhotoView) })
    })
    .post('/:id/complete', validate('param', photoIdSchema), async (c) => {
      const photo = await completePhoto(deps, c.var.user.id, c.req.valid('param').id)
      return c.json(toPhotoView(photo))
    })
    .delete('/:id', validate('param', photoIdSchema), async (c) => {
      await removePhoto(deps, c.var.user.id, c.req.valid('param').id)
      return c.json({ ok: true })
    })
