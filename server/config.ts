import * as v from 'valibot'
import type { OpenAdsLimits } from '#shared/ads/places.ts'
import { catalog } from '#shared/catalog/index.ts'
import { locales } from '#shared/i18n/locales.ts'

const int = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^-?\d+$/, 'must be a whole number'),
    v.transform(Number),
    v.minValue(min, `must be at least ${min}`),
    v.maxValue(max, `must be at most ${max}`),
  )
const port = int(0, 65_535)
const url = v.pipe(v.string(), v.url('must be a URL such as https://example.uz'))
const chatId = v.pipe(int(-(2 ** 52), -1))
const ids = v.pipe(
  v.string(),
  v.regex(/^\d+(\s*,\s*\d+)*$/, 'must be Telegram user ids separated by commas'),
  v.transform((list) => list.split(',').map(Number)),
)

const openAds = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): OpenAdsLimits => {
    const refuse = (message: string) => {
      addIssue({ message })
      return NEVER
    }
    const pairs = dataset.value.split(',').map((pair) => /^\s*([a-z]+)\s*=\s*(\d{1,6})\s*$/.exec(pair))
    const most = new Map(pairs.map((pair) => [pair?.[1] ?? '', Number(pair?.[2])]))
    if (most.has('') || most.size < pairs.length)
      return refuse('must be names with whole numbers, each once, such as all=50,category=20,lost=5')
    const { all, category, ...categories } = Object.fromEntries(most)
    if (all === undefined || category === undefined) return refuse('must name all and category')
    const tops = catalog.map(({ id }) => id)
    const unknown = Object.keys(categories).find((name) => !tops.includes(name))
    if (unknown) return refuse(`names ${unknown}, but the categories are ${tops.join(', ')}`)
    return { all, category, categories }
  }),
)

interface Field {
  description: string
  schema: v.GenericSchema<string, unknown>
  /** Used where the variable is absent. `production: required` refuses to start without it. */
  default?: string
  /** Absent in production stops the start; elsewhere an embedded service takes its place. */
  required?: true
}

/** Every setting of the board; the README's table of settings is this list. */
export const fields = {
  NODE_ENV: {
    description: '`production` demands real services; anything else embeds what is not configured',
    schema: v.picklist(['production', 'development', 'test'], 'must be production, development or test'),
    default: 'development',
  },
  HOST: {
    description: 'Address the board listens on',
    schema: v.pipe(v.string(), v.nonEmpty()),
    default: '127.0.0.1',
  },
  PORT: { description: 'Port of the API and the Mini App', schema: port, default: '3000' },
  SANDBOX_PORT: { description: 'Port of the Telegram sandbox', schema: port, default: '3001' },
  S3_PORT: { description: 'Port of the embedded S3', schema: port, default: '3002' },
  DATA_DIR: {
    description: 'Folder of the embedded services',
    schema: v.pipe(v.string(), v.nonEmpty()),
    default: '.data',
  },
  LOG_LEVEL: {
    description: 'How much is logged',
    schema: v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be a pino level'),
    default: 'info',
  },
  DATABASE_URL: {
    description: 'PostgreSQL 15 or newer; embedded when absent',
    schema: v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//, 'must start with postgres://')),
    required: true,
  },
  S3_ENDPOINT: { description: 'S3 endpoint; embedded when absent', schema: url, required: true },
  S3_REGION: { description: 'S3 region', schema: v.pipe(v.string(), v.nonEmpty()), default: 'us-east-1' },
  S3_BUCKET: { description: 'S3 bucket', schema: v.pipe(v.string(), v.nonEmpty()), required: true },
  S3_ACCESS_KEY_ID: {
    description: 'S3 access key',
    schema: v.pipe(v.string(), v.nonEmpty()),
    required: true,
  },
  S3_SECRET_ACCESS_KEY: {
    description: 'S3 secret key',
    schema: v.pipe(v.string(), v.nonEmpty()),
    required: true,
  },
  S3_PUBLIC_URL: {
    description: 'Where the bucket’s `public/` objects are read from, e.g. a CDN',
    schema: url,
    required: true,
  },
  TELEGRAM: {
    description: '`sandbox` keeps the sandbox although BOT_TOKEN is given; it then signs with that token',
    schema: v.picklist(['sandbox', 'real'], 'must be sandbox or real'),
  },
  BOT_TOKEN: {
    description: 'Token from @BotFather; a sandbox when absent',
    schema: v.pipe(v.string(), v.regex(/^\d+:[\w-]{20,}$/, 'must look like 123456:ABC-DEF…')),
    required: true,
  },
  TELEGRAM_API_ROOT: {
    description: 'Bot API server',
    schema: url,
    default: 'https://api.telegram.org',
  },
  TELEGRAM_WEB_ORIGIN: {
    description: 'Origin of the web client that frames the Mini App',
    schema: url,
    default: 'https://web.telegram.org',
  },
  CHANNEL_ID: {
    description: 'Channel that is there from the start; its settings, and more channels, are set in the app',
    schema: chatId,
    required: true,
  },
  MODERATORS_CHAT_ID: { description: 'Group that is told of new ads', schema: chatId, required: true },
  SERVICE_CHAT_ID: {
    description:
      'Private chat in which the bot looks whether an uncertain post exists; the moderators’ group when absent',
    schema: chatId,
  },
  POST_PROBE_SECONDS: {
    description: 'How long after an unanswered sending the channel is looked through for the post',
    schema: int(1, 3600),
    default: '60',
  },
  CHANNEL_LOCALE: {
    description: 'Language of the moderators’ group, and of that channel’s posts until it is set in the app',
    schema: v.picklist(locales, 'must be uz, uz-Cyrl, ru or en'),
    default: 'uz',
  },
  ADMIN_IDS: { description: 'Telegram ids of the admins', schema: ids, required: true },
  PUBLIC_URL: {
    description: 'https address of the board: Telegram opens the Mini App and calls the webhook there',
    schema: url,
    required: true,
  },
  WEBHOOK_SECRET: {
    description:
      'Makes the bot use a webhook below PUBLIC_URL and proves that Telegram is calling; long polling when absent',
    schema: v.pipe(v.string(), v.regex(/^[\w-]{16,256}$/, 'must be 16 to 256 letters, digits, _ or -')),
  },
  OPEN_ADS: {
    description:
      'Ads of one person that may wait or be live at once: in all, in one category, and in categories with a limit of their own',
    schema: openAds,
    default: 'all=50,category=20,lost=5,jobs=10,business=10',
  },
  RATES_URL: {
    description: 'Central Bank of Uzbekistan’s JSON; a fixed dated rate when absent',
    schema: url,
  },
} satisfies Record<string, Field>

type Name = keyof typeof fields
type Output<N extends Name> = v.InferOutput<(typeof fields)[N]['schema']>
/** Names that have a default and are therefore always there. */
type Defaulted = { [N in Name]: (typeof fields)[N] extends { default: string } ? N : never }[Name]
export type Environment = { [N in Defaulted]: Output<N> } & { [N in Exclude<Name, Defaulted>]?: Output<N> }

/** A setting is absent or wrong; the message is one sentence naming the variable, never its value. */
export class ConfigError extends Error {}

/**
 * Reads the settings once. Empty values count as absent.
 * @throws {ConfigError} naming the variable
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const result: Record<string, unknown> = {}
  for (const [name, { schema, default: fallback }] of Object.entries<Field>(fields)) {
    const value = env[name]?.trim() || fallback
    if (value === undefined) continue
    const parsed = v.safeParse(schema, value)
    if (!parsed.success) throw new ConfigError(`${name} ${parsed.issues[0].message}.`)
    result[name] = parsed.output
  }
  const environment = result as Environment
  if (environment.NODE_ENV === 'production') requireAll(environment)
  return environment
}

function requireAll(environment: Environment) {
  for (const [name, { required, description }] of Object.entries<Field>(fields))
    if (required && environment[name as Name] === undefined)
      throw new ConfigError(`${name} is not set: ${description}.`)
}

/** What the board runs on once every service is known, embedded or real. */
export interface Config {
  production: boolean
  host: string
  port: number
  databaseUrl: string
  s3: {
    endpoint: string
    region: string
    bucket: string
    accessKeyId: string
    secretAccessKey: string
    /** Without a trailing slash. */
    publicUrl: string
  }
  telegram: {
    token: string
    apiRoot: string
    webOrigin: string
    channelId: number
    moderatorsChatId: number
    serviceChatId: number
    channelLocale: Output<'CHANNEL_LOCALE'>
    adminIds: readonly number[]
    /** Seconds after an unanswered sending until the channel is looked through for the post. */
    probeSeconds: number
    /** Webhook below `publicUrl` with this secret; long polling when absent. */
    webhookSecret: string | undefined
  }
  /** Where a phone reaches the Mini App, without a trailing slash. */
  publicUrl: string
  ratesUrl: string | undefined
  openAds: OpenAdsLimits
  logLevel: Output<'LOG_LEVEL'>
}
