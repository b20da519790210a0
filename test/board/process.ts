import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Config } from '#server/config.ts'

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

/** The settings by which a board of its own process finds the services of a test: all real ones, none embedded. */
export const settingsOf = ({ databaseUrl, s3, telegram, port, publicUrl }: Config) => ({
  NODE_ENV: 'production',
  PORT: String(port),
  DATABASE_URL: databaseUrl,
  S3_ENDPOINT: s3.endpoint,
  S3_REGION: s3.region,
  S3_BUCKET: s3.bucket,
  S3_ACCESS_KEY_ID: s3.accessKeyId,
  S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
  S3_PUBLIC_URL: s3.publicUrl,
  BOT_TOKEN: telegram.token,
  TELEGRAM_API_ROOT: telegram.apiRoot,
  TELEGRAM_WEB_ORIGIN: telegram.webOrigin,
  CHANNEL_ID: String(telegram.channelId),
  MODERATORS_CHAT_ID: String(telegram.moderatorsChatId),
  SERVICE_CHAT_ID: String(telegram.serviceChatId),
  ADMIN_IDS: telegram.adminIds.join(','),
  PUBLIC_URL: publicUrl,
  POST_PROBE_SECONDS: String(telegram.probeSeconds),
  LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
})

export interface BoardProcess {
  child: ChildProcess
  output: () => string
  /** Ends it as nothing can be prepared for. */
  kill(): Promise<void>
  /** Ends it as `npm start` is ended. */
  stop(): Promise<number | null>
}

/** Starts `server/main.ts` in a process of its own; resolves when it is ready, rejects with its output when it is not. */
export async function startProcess(settings: NodeJS.ProcessEnv, cwd?: string): Promise<BoardProcess> {
  const { PATH, HOME, TMPDIR } = process.env
  const child = spawn(process.execPath, [main], { env: { PATH, HOME, TMPDIR, ...settings }, cwd })
  let output = ''
  const exited = once(child, 'exit') as Promise<[number | null]>
  const ready = new Promise<void>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk
      if (/^Ready in/m.test(output)) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
  })
  await Promise.race([ready, exited.then(([code]) => Promise.reject(new Error(`exit ${code}: ${output}`)))])
  return {
    child,
    output: () => output,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async stop() {
      child.kill('SIGTERM')
      return (await exited)[0]
    },
  }
}
