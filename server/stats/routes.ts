import { and, eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { findStanding } from '#server/ads/queries.ts'
import { type AppEnv, requireRole } from '#server/auth/middleware.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { shiftDay, tashkentDay } from '#server/stats/days.ts'
import { type Numbers, readNumbers } from '#server/stats/figures.ts'
import { createMemory } from '#server/stats/memory.ts'
import { type ModeratorNumbers, readModerators } from '#server/stats/moderators.ts'
import { findDays } from '#server/stats/queries.ts'
import { sendNumbers } from '#server/stats/tables.ts'
import { findVain } from '#server/stats/vain.ts'
import { validate } from '#server/validate.ts'
import { adIdSchema } from '#shared/ads/schema.ts'
import { daysOf, exportModeratorsSchema, exportNumbersSchema, numbersSchema } from '#shared/stats/schema.ts'

/** Days that an ad's numbers go back. */
const span = 30

export const statsRoutes = ({ db }: Deps) =>
  new Hono<AppEnv>().get('/ads/:id/stats', validate('param', adIdSchema), async (c) => {
    const { id } = c.req.valid('param')
    if (!(await findStanding(db, and(eq(ads.id, id), eq(ads.sellerId, c.var.user.id)))))
      throw new AppError('ads.not_found')
    return c.json({ days: await findDays(db, id, span) })
  })

/** How long an answer of the board's numbers is given again, in ms. */
const freshFor = 60_000
/** Searches in vain that a screen shows. */
const mostSearches = 50

/** The board in numbers, from memory for a minute; those of single moderators are for admins. */
export const numberRoutes = (deps: Deps) => {
  const numbers = createMemory<Numbers>(freshFor)
  const moderators = createMemory<ModeratorNumbers[]>(freshFor)
  const vain = createMemory<Awaited<ReturnType<typeof findVain>>>(freshFor)
  return new Hono<AppEnv>()
    .use(requireRole('moderator'))
    .get('/', validate('query', numbersSchema), async (c) => {
      const { period } = c.req.valid('query')
      return c.json(await numbers(period, () => readNumbers(deps.db, period)))
    })
    .get('/vain', validate('query', numbersSchema), async (c) => {
      const { period } = c.req.valid('query')
      const today = tashkentDay(new Date())
      const from = shiftDay(today, 1 - daysOf(period))
      const items = await vain(period, () => findVain(deps.db, from, shiftDay(today, 1), mostSearches))
      return c.json({ items })
    })
    .post('/export', validate('json', exportNumbersSchema), async (c) => {
      const to = { userId: c.var.user.id, locale: c.var.locale }
      return c.json(await sendNumbers(deps, { ...to, ...c.req.valid('json') }))
    })
    .use(requireRole('admin'))
    .get('/moderators', validate('query', numbersSchema), async (c) => {
      const { period } = c.req.valid('query')
      return c.json({ items: await moderators(period, () => readModerators(deps.db, period)) })
    })
    .post('/moderators/export', validate('json', exportModeratorsSchema), async (c) => {
      const to = { userId: c.var.user.id, locale: c.var.locale }
      return c.json(await sendNumbers(deps, { ...to, ...c.req.valid('json'), table: 'moderators' }))
    })
}
