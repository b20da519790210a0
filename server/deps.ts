import type { Api } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { createTelegram } from '#server/bot/telegram.ts'
import type { Config } from '#server/config.ts'
import { createDatabase, type Db } from '#server/db/client.ts'
import { createBoss, createJobs, type Jobs } from '#server/jobs/queue.ts'
import type { Logger } from '#server/log.ts'
import { createStorage, type Storage } from '#server/photos/storage.ts'
import { createSettings, type SettingsReader } from '#server/settings/settings.ts'

/** All that the board's parts are given; built once, by tests with a database of their own. */
export interface Deps {
  config: Config
  db: Db
  /**
   * For locks that are held while Telegram is called: whoever holds one works through `db`, which must have connections
   * left for that.
   */
  locks: Db
  storage: Storage
  jobs: Jobs
  /** What admins have set, from memory. */
  settings: SettingsReader
  /** Calls Telegram with throttling and retries; see `server/bot/telegram.ts` for which errors come through. */
  telegram: Api
  /** The bot's own account, asked once at start. */
  me: UserFromGetMe
  log: Logger
}

/** Wires everything; nothing listens or works yet, but the job queue is ready to be filled. */
export async function buildDeps(config: Config, log: Logger) {
  const { db, sql: client, close } = createDatabase(config.databaseUrl)
  const locks = createDatabase(config.databaseUrl)
  const boss = createBoss(config.databaseUrl)
  boss.on('error', (err) => log.error({ err }, 'job queue'))
  const telegram = createTelegram(config)
  const [me, settings] = await Promise.all([
    telegram.getMe(),
    createSettings(config.databaseUrl),
    boss.start(),
  ])
  const deps: Deps = {
    config,
    db,
    locks: locks.db,
    storage: createStorage(config.s3),
    jobs: createJobs(boss),
    settings,
    telegram,
    me,
    log,
  }
  return {
    deps,
    boss,
    client,
    async close() {
      await boss.stop({ graceful: true, timeout: 5_000 })
      await Promise.all([settings.stop(), locks.close(), close()])
    },
  }
}
