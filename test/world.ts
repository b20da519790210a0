import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { startBoard } from '#server/board.ts'
import type { Config } from '#server/config.ts'
import { createLogger } from '#server/log.ts'
import { startS3 } from '#server/sandbox/s3/server.ts'
import type { Person } from '#server/sandbox/telegram/protocol.ts'
import { PEOPLE } from '#server/sandbox/telegram/seed.ts'
import { startTelegram } from '#server/sandbox/telegram/server.ts'
import { openAds } from './ads.ts'
import { createTestDatabase } from './db.ts'
import { apiOf, freePort, initDataOf, people, token } from './people.ts'

/**
 * Services of a test's own: a database copied from the template, an S3 and a Telegram; no board yet. `guests` are in
 * the Telegram besides those whom every test has.
 */
export async function startTestServices(guests: readonly Person[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'vodiy-bozor-world-'))
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const s3Settings = {
    bucket: 'test',
    region: 'us-east-1',
    accessKeyId: 'test',
    secretAccessKey: 'test-secret-key',
  }
  const [database, s3, telegram] = await Promise.all([
    createTestDatabase(inject('postgresUrl'), inject('template')),
    startS3({ ...s3Settings, port: 0, dataDir: join(folder, 's3') }),
    startTelegram({
      port: 0,
      dataDir: join(folder, 'telegram'),
      token,
      people: [...PEOPLE, ...guests],
      webappUrl: () => publicUrl,
      pageDir: join(import.meta.dirname, '../dist/sandbox'),
    }),
  ])
  const config: Config = {
    production: false,
    host: '127.0.0.1',
    port,
    databaseUrl: database.url,
    s3: { ...s3Settings, endpoint: s3.endpoint, publicUrl: `${s3.endpoint}/${s3Settings.bucket}` },
    telegram: {
      token,
      apiRoot: telegram.url,
      webOrigin: telegram.url,
      channelId: telegram.channelId,
      moderatorsChatId: telegram.moderatorsGroupId,
      serviceChatId: telegram.serviceChatId,
      channelLocale: 'uz',
      adminIds: [people.muhabbat],
      probeSeconds: 1,
      webhookSecret: undefined,
    },
    publicUrl,
    ratesUrl: undefined,
    openAds,
    logLevel: 'silent',
  }
  return {
    config,
    telegram,
    folder,
    async stop() {
      await telegram.stop()
      await s3.stop()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A whole board of the test's own, listening; `as` calls its API with really signed init data. */
export async function startWorld(change: (config: Config) => Config = (config) => config) {
  const services = await startTestServices()
  const config = change(services.config)
  const board = await startBoard(config, createLogger(process.env.TEST_LOG ?? 'silent')).catch(
    async (error) => {
      await services.stop()
      throw error
    },
  )
  return {
    ...services,
    config,
    deps: board.deps,
    as: (personId: number) => apiOf(config.publicUrl, initDataOf(personId)),
    async stop() {
      await board.stop()
      await services.stop()
    },
  }
}
export type World = Awaited<ReturnType<typeof startWorld>>
