import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { inject } from 'vitest'
import type { Db } from '#server/db/client.ts'
import * as schema from '#server/db/schema.ts'
import { createTestDatabase } from './db.ts'

/** A database of its own that tells how it would answer what is asked of it. */
export async function createPlannedDatabase() {
  const { url, drop } = await createTestDatabase(inject('postgresUrl'), inject('template'))
  const client = postgres(url, { max: 1, onnotice: () => {} })
  const asked: { query: string; params: unknown[] }[] = []
  const logger = { logQuery: (query: string, params: unknown[]) => void asked.push({ query, params }) }
  const db = drizzle(client, { schema, logger }) as Db
  return {
    db,
    /** Each statement that reads, as it was sent meanwhile, with its plan. */
    async plansOf(ask: () => Promise<unknown>) {
      asked.length = 0
      await ask()
      const plans: { query: string; plan: string }[] = []
      for (const { query, params } of asked.filter(({ query }) => /^\s*(select|with|insert)/i.test(query))) {
        const rows = await client.unsafe(`explain (costs off) ${query}`, params as never[])
        plans.push({ query, plan: rows.map((row) => row['QUERY PLAN'] as string).join('\n') })
      }
      return plans
    },
    async close() {
      await client.end()
      await drop()
    },
  }
}
export type PlannedDatabase = Awaited<ReturnType<typeof createPlannedDatabase>>
