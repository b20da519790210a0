import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from '#server/db/client.ts'
import { migrate } from '#server/db/migrate.ts'
import { startPostgres } from '#server/sandbox/postgres.ts'

/** The embedded PostgreSQL with the board's schema, in a folder that goes when it stops. */
export async function startBenchDatabase() {
  const dataDir = await mkdtemp(join(tmpdir(), 'vodiy-bozor-bench-'))
  const postgres = await startPostgres({ dataDir, durable: false })
  await migrate(postgres.url)
  const database = createDatabase(postgres.url)
  return {
    ...database,
    url: postgres.url,
    async stop() {
      await database.close()
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
