import { Hono } from 'hono'
import { type AppEnv, requireRole } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import { banPerson, liftBan } from '#server/people/bans.ts'
import {
  describePerson,
  listAdsOf,
  listDecisionsOn,
  listHistoryOf,
  listNotesOn,
  listReportsOf,
} from '#server/people/queries.ts'
import { searchPeople } from '#server/people/search.ts'
import { addNote, deleteNote, setOwnLimit, setRole } from '#server/people/verbs.ts'
import { validate } from '#server/validate.ts'
import { adIdSchema, myAdsQuerySchema } from '#shared/ads/schema.ts'
import {
  banSchema,
  noteIdSchema,
  noteSchema,
  ownLimitSchema,
  peopleQuerySchema,
  reportsOfSchema,
  roleSchema,
} from '#shared/people/schema.ts'
import { cursorSchema } from '#shared/schema.ts'

/** People as moderators see them, and what is done to them. */
export const peopleRoutes = (deps: Deps) => {
  const { db } = deps
  const of = (param: { id: number }, query: { cursor?: string | undefined }) => ({
    userId: param.id,
    before: query.cursor === undefined ? undefined : Number(query.cursor),
  })
  return new Hono<AppEnv>()
    .use(requireRole('moderator'))
    .get('/', validate('query', peopleQuerySchema), async (c) =>
      c.json(await searchPeople(deps, c.req.valid('query'))),
    )
    .get('/:id', validate('param', adIdSchema), async (c) =>
      c.json(await describePerson(deps, c.var.user, c.req.valid('param').id)),
    )
    .get('/:id/ads', validate('param', adIdSchema), validate('query', myAdsQuerySchema), async (c) => {
      const query = c.req.valid('query')
      return c.json(await listAdsOf(deps, of(c.req.valid('param'), query), query.state))
    })
    .get('/:id/reports', validate('param', adIdSchema), validate('query', reportsOfSchema), async (c) => {
      const query = c.req.valid('query')
      return c.json(await listReportsOf(db, of(c.req.valid('param'), query), query.side))
    })
    .get('/:id/decisions', validate('param', adIdSchema), validate('query', cursorSchema), async (c) =>
      c.json(await listDecisionsOn(db, of(c.req.valid('param'), c.req.valid('query')))),
    )
    .get('/:id/history', validate('param', adIdSchema), validate('query', cursorSchema), async (c) =>
      c.json(await listHistoryOf(db, of(c.req.valid('param'), c.req.valid('query')), c.var.locale)),
    )
    .get('/:id/notes', validate('param', adIdSchema), validate('query', cursorSchema), async (c) =>
      c.json(await listNotesOn(db, c.var.user.id, of(c.req.valid('param'), c.req.valid('query')))),
    )
    .post('/:id/notes', validate('param', adIdSchema), validate('json', noteSchema), async (c) => {
      const o = { authorId: c.var.user.id, userId: c.req.valid('param').id }
      return c.json(await addNote(deps, { ...o, ...c.req.valid('json') }), 201)
    })
    .delete('/:id/notes/:noteId', validate('param', noteIdSchema), async (c) => {
      const { id: userId, noteId } = c.req.valid('param')
      return c.json(await deleteNote(deps, { authorId: c.var.user.id, userId, noteId }))
    })
    .post('/:id/ban', validate('param', adIdSchema), validate('json', banSchema), async (c) => {
      const o = { actorId: c.var.user.id, userId: c.req.valid('param').id }
      return c.json(await banPerson(deps, { ...o, ...c.req.valid('json') }))
    })
    .post('/:id/lift', validate('param', adIdSchema), async (c) =>
      c.json(await liftBan(deps, { actorId: c.var.user.id, userId: c.req.valid('param').id })),
    )
    .put(
      '/:id/role',
      requireRole('admin'),
      validate('param', adIdSchema),
      validate('json', roleSchema),
      async (c) => {
        const o = { actorId: c.var.user.id, userId: c.req.valid('param').id }
        return c.json(await setRole(deps, { ...o, ...c.req.valid('json') }))
      },
    )
    .put(
      '/:id/limit',
      requireRole('admin'),
      validate('param', adIdSchema),
      validate('json', ownLimitSchema),
      async (c) => {
        const o = { actorId: c.var.user.id, userId: c.req.valid('param').id }
        return c.json(await setOwnLimit(deps, { ...o, ...c.req.valid('json') }))
      },
    )
}
