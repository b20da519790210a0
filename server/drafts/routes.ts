import { Hono } from 'hono'
import { type AppEnv, requireNotBanned } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { copyAd } from '#server/drafts/copy.ts'
import { previewDraft } from '#server/drafts/preview.ts'
import { deleteDraft } from '#server/drafts/queries.ts'
import { draftFromAd, readDraft, saveDraft, submitDraft } from '#server/drafts/verbs.ts'
import { validate } from '#server/validate.ts'
import { adIdSchema, putDraftSchema, revisionSchema } from '#shared/ads/schema.ts'
import { idempotencySchema } from '#shared/schema.ts'

export const draftRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .get('/', async (c) => c.json(await readDraft(deps, c.var.user.id)))
    .put('/', validate('json', putDraftSchema), async (c) => {
      const { draft, revision } = c.req.valid('json')
      return c.json(await saveDraft(deps.db, c.var.user.id, revision, draft))
    })
    .delete('/', async (c) => {
      await deleteDraft(deps.db, c.var.user.id)
      return c.json({ ok: true })
    })
    .get('/preview', async (c) => c.json(await previewDraft(deps, c.var.user)))
    .use(requireNotBanned)
    .post('/submit', validate('header', idempotencySchema), validate('json', revisionSchema), async (c) => {
      const { 'idempotency-key': key } = c.req.valid('header')
      const { revision } = c.req.valid('json')
      return c.json(await submitDraft(deps, { userId: c.var.user.id, revision, key }))
    })
    .post('/from/:id', validate('param', adIdSchema), async (c) =>
      c.json(await draftFromAd(deps, c.var.user.id, c.req.valid('param').id)),
    )
    .post('/copy/:id', validate('param', adIdSchema), async (c) =>
      c.json(await copyAd(deps, c.var.user.id, c.req.valid('param').id)),
    )
