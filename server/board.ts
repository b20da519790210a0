import { serve } from '@hono/node-server'
import { createFeed } from '#server/ads/feed.ts'
import { createApp } from '#server/app.ts'
import { createBot } from '#server/bot/bot.ts'
import { registerBot } from '#server/bot/register.ts'
import { startUpdates } from '#server/bot/updates.ts'
import { enqueueUnsettled } from '#server/channel/unsettled.ts'
import { keepOwnChannel } from '#server/channels/own.ts'
import type { Config } from '#server/config.ts'
import { migrate } from '#server/db/migrate.ts'
import { buildDeps } from '#server/deps.ts'
import { startJobs } from '#server/jobs/jobs.ts'
import type { Logger } from '#server/log.ts'
import { publicRoutes } from '#server/public/routes.ts'
import { webRoutes } from '#server/web.ts'

/**
 * Starts the whole board on services that are already there: brings the schema up to date, begins to work on jobs
 * and updates, and listens. `stop` lets what is under way finish.
 */
export async function startBoard(config: Config, log: Logger) {
  await migrate(config.databaseUrl)
  const { deps, boss, client, close } = await buildDeps(config, log)
  const feed = await createFeed(deps.db, client)
  await keepOwnChannel(deps)
  await startJobs(deps, boss)
  await enqueueUnsettled(deps)
  await deps.jobs.enqueue(deps.db, 'channels.check', {})
  await deps.jobs.enqueue(deps.db, 'search.reindex', { after: 0 })
  await deps.jobs.enqueue(deps.db, 'searches.compile', {})
  await deps.jobs.enqueue(deps.db, 'people.index', {})

  const bot = createBot(deps)
  const app = createApp(deps, feed)
  const updates = await startUpdates(deps, bot)
  app.route('/', updates.routes)
  app.route('/', publicRoutes(deps))
  app.route('/', webRoutes(deps, feed))
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, () =>
      resolve(starting),
    )
    starting.once('error', reject)
  })
  // Texts and menus of the bot are settings at Telegram: the board works while they are compared.
  const registered = registerBot(deps).catch((err) => log.error({ err }, 'the bot’s menu could not be set'))

  return {
    deps,
    async stop() {
      await updates.stop()
      await registered
      await new Promise((resolve) => {
        server.close(resolve)
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      })
      await feed.stop()
      await close()
    },
  }
}
