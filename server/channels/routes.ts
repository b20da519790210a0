import { Hono } from 'hono'
import { type AppEnv, requireRole } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { validate } from '#server/validate.ts'
import {
  addChannelSchema,
  channelParamSchema,
  listPostsSchema,
  putChannelSchema,
  retrySchema,
} from '#shared/channels/schema.ts'
import { checkChannel } from './check.ts'
import { listPosts, retryPosts } from './posts.ts'
import { deleteSample, sendSample } from './sample.ts'
import { addNamedChannel, changeChannel, requireChannel } from './verbs.ts'
import { listChannels, viewChannel } from './views.ts'

/** The channels that ads are posted to; for admins. */
export const channelRoutes = (deps: Deps) => {
  const { db } = deps
  const channel = validate('param', channelParamSchema)
  return new Hono<AppEnv>()
    .use(requireRole('admin'))
    .get('/', async (c) => c.json(await listChannels(db)))
    .post('/', validate('json', addChannelSchema), async (c) =>
      c.json({ id: await addNamedChannel(deps, { adminId: c.var.user.id, ...c.req.valid('json') }) }),
    )
    .get('/:id', channel, async (c) => c.json(await viewChannel(db, c.req.valid('param').id)))
    .put('/:id', channel, validate('json', putChannelSchema), async (c) => {
      const { id } = c.req.valid('param')
      const { settings, revision } = c.req.valid('json')
      await changeChannel(deps, { adminId: c.var.user.id, channelId: id, revision, input: settings })
      return c.json(await viewChannel(db, id))
    })
    .post('/:id/check', channel, async (c) => {
      const { id } = c.req.valid('param')
      await requireChannel(db, id)
      await checkChannel(deps, id)
      return c.json(await viewChannel(db, id))
    })
    .post('/:id/sample', channel, async (c) =>
      c.json(await sendSample(deps, { adminId: c.var.user.id, channelId: c.req.valid('param').id })),
    )
    .delete('/:id/sample', channel, async (c) =>
      c.json(await deleteSample(deps, { adminId: c.var.user.id, channelId: c.req.valid('param').id })),
    )
    .get('/:id/posts', channel, validate('query', listPostsSchema), async (c) => {
      const { list, cursor } = c.req.valid('query')
      const row = await requireChannel(db, c.req.valid('param').id)
      const after = cursor === undefined ? undefined : Number(cursor)
      return c.json(await listPosts(db, { channel: row, list, after }))
    })
    .post('/:id/retry', channel, validate('json', retrySchema), async (c) => {
      const o = { adminId: c.var.user.id, channelId: c.req.valid('param').id }
      return c.json({ retried: await retryPosts(deps, { ...o, adId: c.req.valid('json').adId }) })
    })
}
