import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import type { Feed } from '#server/ads/feed.ts'
import { adRoutes, feedRoutes, myAdsRoutes } from '#server/ads/routes.ts'
import { announcementRoutes } from '#server/announcements/routes.ts'
import { auditRoutes } from '#server/audit/routes.ts'
import { createInitDataVerifier } from '#server/auth/init-data.ts'
import { type AppEnv, answerLocale, requireSignedIn, requireUser } from '#server/auth/middleware.ts'
import { catalogRoutes } from '#server/catalog/routes.ts'
import { channelRoutes } from '#server/channels/routes.ts'
import type { Deps } from '#server/deps.ts'
import { draftRoutes } from '#server/drafts/routes.ts'
import { AppError } from '#server/errors.ts'
import { favoriteRoutes } from '#server/favorites/routes.ts'
import type { Logger } from '#server/log.ts'
import { moderationRoutes } from '#server/moderation/routes.ts'
import { operationsRoutes } from '#server/operations.ts'
import { peopleRoutes } from '#server/people/routes.ts'
import { photosRoutes } from '#server/photos/routes.ts'
import { reasonRoutes } from '#server/reasons/routes.ts'
import { reportRoutes } from '#server/reports/routes.ts'
import { searchRoutes } from '#server/search/routes.ts'
import { savedSearchRoutes } from '#server/searches/routes.ts'
import { sellerRoutes } from '#server/sellers/routes.ts'
import { settingsRoutes } from '#server/settings/routes.ts'
import { numberRoutes, statsRoutes } from '#server/stats/routes.ts'
import { userRoutes } from '#server/users/routes.ts'
import { common } from '#shared/i18n/common/index.ts'
import { limits } from '#shared/limits.ts'

const bodyOf = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('request.too_large')
    },
  })
const [usualBody, adminBody] = [bodyOf(limits.body), bodyOf(limits.adminBody)]

/**
 * The API. Everything below `/api` wants genuine init data; all but the feed, the catalogue and what search
 * understands and suggests also load the caller's row. Who may call what beyond that is said in the routes.
 */
export const createApi = (deps: Deps, feed: Feed) =>
  new Hono()
    .use((c, next) => (c.req.path.startsWith('/api/admin/') ? adminBody : usualBody)(c, next))
    .use(compress())
    .use(requireSignedIn(createInitDataVerifier(deps.config.telegram.token)))
    .route('/catalog', catalogRoutes())
    .route('/ads', feedRoutes(deps, feed))
    .route('/search', searchRoutes(deps))
    .use(requireUser(deps.db, deps.config.telegram.adminIds))
    .route('/ads', adRoutes(deps))
    .route('/me', userRoutes(deps))
    .route('/my', myAdsRoutes(deps))
    .route('/my', statsRoutes(deps))
    .route('/favorites', favoriteRoutes(deps))
    .route('/searches', savedSearchRoutes(deps))
    .route('/sellers', sellerRoutes(deps))
    .route('/draft', draftRoutes(deps))
    .route('/photos', photosRoutes(deps))
    .route('/moderation', moderationRoutes(deps))
    .route('/stats', numberRoutes(deps))
    .route('/audit', auditRoutes(deps))
    .route('/reports', reportRoutes(deps))
    .route('/people', peopleRoutes(deps))
    .route('/admin/announcements', announcementRoutes(deps))
    .route('/admin/settings', settingsRoutes(deps))
    .route('/admin/reasons', reasonRoutes(deps))
    .route('/admin/channels', channelRoutes(deps))

export const createApp = (deps: Deps, feed: Feed) => {
  const app = new Hono<AppEnv>()
    .use(logRequests(deps.log))
    .route('/', operationsRoutes(deps))
    .route('/api', createApi(deps, feed))
  app.onError((error, c) => answerError(error, c, deps.log))
  app.all('/api/*', () => {
    throw new AppError('request.not_found')
  })
  return app
}

/** What the Mini App knows of the API: `hc<App>()`. */
export type App = ReturnType<typeof createApp>

const logRequests = (log: Logger) => async (c: Context<AppEnv>, next: () => Promise<void>) => {
  const started = performance.now()
  await next()
  const { method, path } = c.req
  const quiet = c.res.status < 400 && !path.startsWith('/api')
  log[quiet ? 'debug' : 'info'](
    {
      method,
      path,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      user: c.var.telegramUser?.id,
    },
    'request',
  )
}

/** Codes and texts only: what went wrong inside is for the log. */
function answerError(error: Error, c: Context, log: Logger) {
  const known = toAppError(error)
  if (known.code === 'server.unexpected')
    log.error({ err: error, path: c.req.path, id: randomUUID() }, 'unexpected error')
  const t = common(answerLocale(c))
  const fields =
    known.problems &&
    Object.fromEntries(
      Object.entries(known.problems).map(([path, { code, ...bounds }]) => [
        path,
        t(`problem.${code}`, bounds),
      ]),
    )
  return c.json(
    { error: { code: known.code, message: t(`error.${known.code}`), ...(fields && { fields }) } },
    known.status,
  )
}

function toAppError(error: Error): AppError {
  if (error instanceof AppError) return error
  if (error instanceof HTTPException)
    return new AppError(error.status === 413 ? 'request.too_large' : 'request.invalid')
  return new AppError('server.unexpected')
}
