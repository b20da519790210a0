import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createDatabase } from '#server/db/client.ts'
import { ads, photos, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { Jobs } from '#server/jobs/queue.ts'
import { createStorage } from '#server/photos/storage.ts'
import { startS3 } from '#server/sandbox/s3/server.ts'
import { createSettings } from '#server/settings/settings.ts'
import type { AdState } from '#shared/ads/states.ts'
import { openAds } from '../ads.ts'
import { createTestDatabase } from '../db.ts'

const s3 = {
  bucket: 'test',
  region: 'us-east-1',
  accessKeyId: 'test-key',
  secretAccessKey: 'test-secret-key',
}

/** A real database and a real storage of their own; jobs are only written down. */
export async function startWorld() {
  const dir = await mkdtemp(join(tmpdir(), 'vodiy-bozor-photos-'))
  const { url, drop } = await createTestDatabase(inject('postgresUrl'), inject('template'))
  const database = createDatabase(url)
  const { endpoint, stop } = await startS3({ ...s3, port: 0, dataDir: join(dir, 's3') })
  const storage = createStorage({ ...s3, endpoint, publicUrl: `${endpoint}/${s3.bucket}` })

  const jobs: { name: string; data: unknown }[] = []
  const enqueue: Jobs['enqueue'] = async (_, name, data) => void jobs.push({ name, data })
  const settings = await createSettings(url)
  const deps = {
    db: database.db,
    storage,
    settings,
    jobs: { enqueue },
    config: { openAds },
  } as unknown as Deps

  let lastId = 1000
  return {
    deps,
    db: database.db,
    storage,
    jobs,
    publicUrl: storage.publicUrl,
    async person() {
      const id = ++lastId
      await database.db.insert(users).values({ id, firstName: `Person ${id}` })
      return id
    },
    async ad(sellerId: number, state: AdState, updatedAt = new Date()) {
      const [row] = await database.db
        .insert(ads)
        .values({
          sellerId,
          state,
          updatedAt,
          categoryId: 'test.test',
          attributes: {},
          title: 'Test',
          description: '',
          regionId: 'test',
          districtId: 'test',
          contactName: 'Test',
          contactTelegram: true,
          submitKey: crypto.randomUUID(),
        })
        .returning()
      return (row as { id: number }).id
    },
    async photo(ownerId: number, values: Partial<typeof photos.$inferInsert> = {}) {
      const file = { contentType: 'image/jpeg', contentLength: 1, createKey: crypto.randomUUID() }
      const [row] = await database.db
        .insert(photos)
        .values({ ownerId, ...file, ...values })
        .returning()
      return (row as { id: string }).id
    },
    async keys(prefix: string) {
      const keys: string[] = []
      for await (const { key } of storage.list(prefix)) keys.push(key)
      return keys.sort()
    },
    async stop() {
      await Promise.all([settings.stop(), database.close()])
      await stop()
      await drop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
export type World = Awaited<ReturnType<typeof startWorld>>
