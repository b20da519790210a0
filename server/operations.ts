import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Deps } from '#server/deps.ts'

/** For whoever runs the board: `/healthz` says that the process answers, `/readyz` that the database does too. */
export const operationsRoutes = (deps: Pick<Deps, 'db'>) =>
  new Hono()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      try {
        await deps.db.execute(sql`select 1`)
        return c.text('ready')
      } catch {
        return c.text('the database does not answer', 503)
      }
    })
