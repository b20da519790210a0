import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { type Context, Hono, type TypedResponse } from 'hono'
import { revealContact } from '#server/ads/contact.ts'
import type { CountAnswer, Feed, FeedAnswer, FeedPage } from '#server/ads/feed.ts'
import { countByState, findAd, findMyAds } from '#server/ads/queries.ts'
import { similarTo } from '#server/ads/similar.ts'
import { changePrice, confirmAd, markSold, removeAd, renewAd } from '#server/ads/verbs.ts'
import { toAdView, toMyAd } from '#server/ads/views.ts'
import { type AppEnv, hasRole, requireNotBanned, type SignedInEnv } from '#server/auth/middleware.ts'
import { prepareCard } from '#server/channel/share.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { reportAd } from '#server/reports/verbs.ts'
import { knownFilters } from '#server/search/known.ts'
import { createCounter } from '#server/stats/counter.ts'
import { createVainCounter } from '#server/stats/vain.ts'
import { validate } from '#server/validate.ts'
import {
  adIdSchema,
  countQuerySchema,
  listQuerySchema,
  myAdsQuerySchema,
  newPriceSchema,
  revisionSchema,
} from '#shared/ads/schema.ts'
import { limits } from '#shared/limits.ts'
import { reportSchema } from '#shared/reports/schema.ts'
import { readFilters } from '#shared/search/filters.ts'

/** Lists need a genuine caller but no row of theirs, so a page from memory costs no query. */
export const feedRoutes = (deps: Deps, feed: Feed) => {
  const countVain = createVainCounter(deps)
  return new Hono<SignedInEnv>()
    .get('/', validate('query', listQuerySchema), async (c) => {
      const { cursor, limit } = c.req.valid('query')
      const filters = filtersOf(c)
      const page = await feed.page({ filters, limit, cursor })
      if (page.isEmpty && cursor === undefined) countVain(knownFilters(filters), c.var.telegramUser.id)
      return send<FeedAnswer>(c, page)
    })
    .get('/count', validate('query', countQuerySchema), async (c) =>
      send<CountAnswer>(c, await feed.count(filtersOf(c))),
    )
}

const filtersOf = (c: Context) => readFilters(new URL(c.req.url).searchParams)

function send<Answer>(c: Context, { body, etag }: FeedPage) {
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, no-cache')
  if (c.req.header('if-none-match') === etag) return c.body(null, 304) as never
  return c.body(body, 200, { 'Content-Type': 'application/json; charset=utf-8' }) as unknown as Response &
    TypedResponse<Answer, 200, 'json'>
}

export const adRoutes = (deps: Deps) => {
  const { channelId } = deps.config.telegram
  const count = createCounter(deps)
  return new Hono<AppEnv>()
    .get('/:id', validate('param', adIdSchema), async (c) => {
      const { user, role } = c.var
      const moderates = hasRole(role, 'moderator')
      const visible = or(
        inArray(ads.state, ['active', 'sold', 'expired']),
        eq(ads.sellerId, user.id),
        moderates ? sql`true` : undefined,
      )
      const row = await findAd(deps.db, channelId, and(eq(ads.id, c.req.valid('param').id), visible))
      if (!row) throw new AppError('ads.not_found')
      if (row.ad.state === 'active' && row.ad.sellerId !== user.id) count('views', row.ad.id, user.id)
      return c.json(toAdView(row, { id: user.id, moderates }))
    })
    .get('/:id/similar', validate('param', adIdSchema), async (c) =>
      c.json(await similarTo(deps.db, c.req.valid('param').id)),
    )
    .post('/:id/contact', validate('param', adIdSchema), async (c) => {
      const { id } = c.req.valid('param')
      const { sellerId, ...contact } = await revealContact(deps.db, {
        adId: id,
        userId: c.var.user.id,
        perDay: (await deps.settings.read()).contactsPerDay,
      })
      if (sellerId !== c.var.user.id) count('contacts', id, c.var.user.id)
      return c.json(contact)
    })
    .use(requireNotBanned)
    .post('/:id/share', validate('param', adIdSchema), async (c) => {
      const person = { id: c.var.user.id, locale: c.var.locale }
      return c.json({ id: await prepareCard(deps, person, c.req.valid('param').id) })
    })
    .post('/:id/report', validate('param', adIdSchema), validate('json', reportSchema), async (c) => {
      const adId = c.req.valid('param').id
      await reportAd(deps, { reporterId: c.var.user.id, adId, ...c.req.valid('json') })
      return c.json({})
    })
    .patch('/:id', validate('param', adIdSchema), validate('json', newPriceSchema), async (c) => {
      const { price, revision } = c.req.valid('json')
      const own = { sellerId: c.var.user.id, adId: c.req.valid('param').id, revision }
      return c.json(await changePrice(deps, own, { ...price, amount: price.amount ?? null }))
    })
    .post('/:id/sold', validate('param', adIdSchema), validate('json', revisionSchema), async (c) =>
      c.json(
        await markSold(deps, {
          sellerId: c.var.user.id,
          adId: c.req.valid('param').id,
          ...c.req.valid('json'),
        }),
      ),
    )
    .post('/:id/confirm', validate('param', adIdSchema), validate('json', revisionSchema), async (c) =>
      c.json(
        await confirmAd(deps, {
          sellerId: c.var.user.id,
          adId: c.req.valid('param').id,
          ...c.req.valid('json'),
        }),
      ),
    )
    .post('/:id/renew', validate('param', adIdSchema), validate('json', revisionSchema), async (c) =>
      c.json(
        await renewAd(deps, {
          sellerId: c.var.user.id,
          adId: c.req.valid('param').id,
          ...c.req.valid('json'),
        }),
      ),
    )
    .post('/:id/remove', validate('param', adIdSchema), validate('json', revisionSchema), async (c) =>
      c.json(
        await removeAd(deps, {
          sellerId: c.var.user.id,
          adId: c.req.valid('param').id,
          ...c.req.valid('json'),
        }),
      ),
    )
}

export const myAdsRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .get('/counts', async (c) => c.json(await countByState(deps.db, c.var.user.id)))
    .get('/ads', validate('query', myAdsQuerySchema), async (c) => {
      const { cursor, state } = c.req.valid('query')
      const rows = await findMyAds(deps.db, deps.config.telegram.channelId, c.var.user.id, {
        ...(cursor && { before: Number(cursor) }),
        ...(state && { state }),
      })
      const page = rows.slice(0, limits.page.default)
      return c.json({
        items: page.map(toMyAd),
        nextCursor: rows.length > page.length ? String(page.at(-1)?.ad.id) : null,
      })
    })
