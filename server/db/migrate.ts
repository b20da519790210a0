import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const folder = fileURLToPath(new URL('../../migrations', import.meta.url))
/** Any fixed number: servers starting together wait for each other on it. */
const lock = 7_421_903_355

/** Brings the schema up to date; safe to call from several servers at once. */
export async function migrate(url: string) {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const db = drizzle(client)
    await db.execute(sql`select pg_advisory_lock(${lock})`)
    await applyMigrations(db, { migrationsFolder: folder })
  } finally {
    await client.end()
  }
}
