import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Config, ConfigError, type Environment } from '#server/config.ts'

/** Credentials of the embedded S3, which listens on loopback only. */
const embeddedS3 = {
  bucket: 'vodiy-bozor',
  accessKeyId: 'embedded',
  secretAccessKey: 'embedded-s3-on-loopback',
}
/** Looks like a bot's token; the sandbox knows no other. */
const sandboxToken = '7000000001:sandbox-token-of-vodiy-bozor-0000000'

export interface Services {
  config: Config
  /** One line per embedded service, for the start-up message. */
  embedded: string[]
  /** The page to open: the sandbox, else the Mini App. */
  page: string
  stop(): Promise<void>
}

/**
 * The one place that picks services: what the environment does not name runs embedded, all of it started at once.
 * Throws `ConfigError` when a real service is half configured.
 */
export async function startServices(env: Environment): Promise<Services> {
  const dataDir = resolve(env.DATA_DIR)
  const publicUrl = (env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`).replace(/\/$/, '')
  const [database, s3, telegram] = await settleAll([
    startDatabase(env.DATABASE_URL, dataDir),
    env.S3_ENDPOINT ? realS3(env) : embedS3(env, dataDir),
    env.BOT_TOKEN && env.TELEGRAM !== 'sandbox' ? realTelegram(env) : embedTelegram(env, dataDir, publicUrl),
  ])
  const started: Service[] = [database, s3, telegram]
  return {
    config: {
      production: env.NODE_ENV === 'production',
      host: env.HOST,
      port: env.PORT,
      databaseUrl: database.url,
      s3: s3.config,
      telegram: telegram.config,
      publicUrl,
      ratesUrl: env.RATES_URL,
      openAds: env.OPEN_ADS,
      logLevel: env.LOG_LEVEL,
    },
    embedded: started.flatMap(({ line }) => line ?? []),
    page: telegram.page ?? publicUrl,
    // Telegram and storage first: nothing writes to the database any more when it stops.
    stop: async () => {
      for (const { stop } of started.reverse()) await stop?.()
    },
  }
}

/** What an embedded service adds to a real one: something to say at start and something to stop. */
interface Service {
  line?: string
  stop?: () => Promise<void>
}

/** Like `Promise.all`, but when one fails the others are stopped before the error goes on. */
async function settleAll<T extends readonly unknown[]>(
  starting: [...T],
): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  const results: PromiseSettledResult<unknown>[] = await Promise.allSettled(starting)
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) {
    for (const result of results) if (result.status === 'fulfilled') await (result.value as Service).stop?.()
    throw failed.reason
  }
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as never
}

async function startDatabase(url: string | undefined, dataDir: string): Promise<Service & { url: string }> {
  if (url) return { url }
  const { startPostgres } = await import('#server/sandbox/postgres.ts')
  const directory = resolve(dataDir, 'postgres')
  await mkdir(dataDir, { recursive: true })
  const postgres = await startPostgres({ dataDir: directory })
  return { ...postgres, line: `PostgreSQL  embedded, data in ${directory}` }
}

function realS3(env: Environment): Service & { config: Config['s3'] } {
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_PUBLIC_URL } = env
  const config = {
    endpoint: need(S3_ENDPOINT, 'S3_ENDPOINT'),
    region: S3_REGION,
    bucket: need(S3_BUCKET, 'S3_BUCKET'),
    accessKeyId: need(S3_ACCESS_KEY_ID, 'S3_ACCESS_KEY_ID'),
    secretAccessKey: need(S3_SECRET_ACCESS_KEY, 'S3_SECRET_ACCESS_KEY'),
    publicUrl: need(S3_PUBLIC_URL, 'S3_PUBLIC_URL').replace(/\/$/, ''),
  }
  return { config }
}

async function embedS3(env: Environment, dataDir: string): Promise<Service & { config: Config['s3'] }> {
  const { startS3 } = await import('#server/sandbox/s3/server.ts')
  const directory = resolve(dataDir, 's3')
  const settings = { ...embeddedS3, region: env.S3_REGION }
  const { endpoint, stop } = await startS3({ ...settings, port: env.S3_PORT, dataDir: directory })
  const config = { ...settings, endpoint, publicUrl: `${endpoint}/${settings.bucket}` }
  return { config, stop, line: `S3          embedded at ${endpoint}, files in ${directory}` }
}

function realTelegram(env: Environment): Service & { config: Config['telegram']; page?: string } {
  const moderatorsChatId = need(env.MODERATORS_CHAT_ID, 'MODERATORS_CHAT_ID')
  need(env.PUBLIC_URL, 'PUBLIC_URL')
  return {
    config: {
      token: need(env.BOT_TOKEN, 'BOT_TOKEN'),
      apiRoot: env.TELEGRAM_API_ROOT,
      webOrigin: env.TELEGRAM_WEB_ORIGIN,
      channelId: need(env.CHANNEL_ID, 'CHANNEL_ID'),
      moderatorsChatId,
      serviceChatId: env.SERVICE_CHAT_ID ?? moderatorsChatId,
      channelLocale: env.CHANNEL_LOCALE,
      probeSeconds: env.POST_PROBE_SECONDS,
      adminIds: need(env.ADMIN_IDS, 'ADMIN_IDS'),
      webhookSecret: env.WEBHOOK_SECRET,
    },
  }
}

async function embedTelegram(
  env: Environment,
  dataDir: string,
  publicUrl: string,
): Promise<Service & { config: Config['telegram']; page?: string }> {
  const { startTelegram } = await import('#server/sandbox/telegram/server.ts')
  const token = env.BOT_TOKEN ?? sandboxToken
  const sandbox = await startTelegram({
    port: env.SANDBOX_PORT,
    dataDir: resolve(dataDir, 'telegram'),
    token,
    webappUrl: () => publicUrl,
    pageDir: fileURLToPath(new URL('../dist/sandbox', import.meta.url)),
  })
  const moderators = sandbox.people.filter((person) => person.role === 'moderator').map(({ id }) => id)
  return {
    config: {
      token,
      apiRoot: sandbox.url,
      webOrigin: sandbox.url,
      channelId: sandbox.channelId,
      moderatorsChatId: sandbox.moderatorsGroupId,
      serviceChatId: sandbox.serviceChatId,
      channelLocale: env.CHANNEL_LOCALE,
      probeSeconds: env.POST_PROBE_SECONDS,
      adminIds: env.ADMIN_IDS ?? moderators,
      // The sandbox calls a webhook as Telegram does, but only where somebody set one up on purpose.
      webhookSecret: env.PUBLIC_URL ? env.WEBHOOK_SECRET : undefined,
    },
    page: sandbox.url,
    stop: sandbox.stop,
    line: 'Telegram    embedded: a sandbox that looks like Telegram',
  }
}

function need<T>(value: T | undefined, name: keyof Environment): T {
  if (value === undefined) throw new ConfigError(`${name} is not set, but the settings beside it are.`)
  return value
}
