import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#server/db/migrate.ts'
import { createBoss } from '#server/jobs/queue.ts'
import { startPostgres } from '#server/sandbox/postgres.ts'
import { createTemplate } from './db.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the test run's PostgreSQL, as superuser. */
    postgresUrl: string
    /** Name of the migrated database that every test world is copied from. */
    template: string
  }
}

/** One real PostgreSQL for the whole run, and one migrated database to copy; the pages are built if they are stale. */
export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'vodiy-bozor-test-'))
  const [postgres] = await Promise.all([startPostgres({ dataDir, durable: false }), buildPages()])
  const template = await createTemplate(postgres.url, async (url) => {
    await migrate(url)
    const boss = createBoss(url)
    await boss.start()
    await boss.stop({ graceful: false })
  })
  project.provide('postgresUrl', postgres.url)
  project.provide('template', template)
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function buildPages() {
  process.argv.push('--if-stale')
  await import('../scripts/build.ts')
}
