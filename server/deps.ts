import type { Api } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Config } from '#server/config.ts'
import type { Db } from '#server/db/client.ts'
import type { Jobs } from '#server/jobs/queue.ts'
import type { Logger } from '#server/log.ts'
import type { Storage } from '#server/photos/storage.ts'

/** All that the board's parts are given; built once in `server/main.ts`, by tests with a database of their own. */
export interface Deps {
  config: Config
  db: Db
  storage: Storage
  jobs: Jobs
  /** Calls Telegram with throttling and retries; see `server/bot/telegram.ts` for which errors come through. */
  telegram: Api
  /** The bot's own account, asked once at start. */
  me: UserFromGetMe
  log: Logger
}
