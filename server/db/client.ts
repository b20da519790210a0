import type { PgDatabase } from 'drizzle-orm/pg-core'
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema.ts'

/** The database or a transaction of it: queries take either. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>

/** Connects lazily; `max` small on purpose: two connections a core beat many (DESIGN, Speed). */
export function createDatabase(url: string, max = 4) {
  const sql = postgres(url, { max, onnotice: () => {}, connection: { application_name: 'vodiy-bozor' } })
  return { db: drizzle(sql, { schema }) as Db, sql, close: () => sql.end({ timeout: 5 }) }
}
