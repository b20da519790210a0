import { and, asc, eq, gt, isNotNull, lt, ne, or, sql } from 'drizzle-orm'
import { savedSearches } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { compileSearch, readShares, searchesVersion } from '#server/searches/compile.ts'

const batch = 200

/**
 * Job `searches.compile`: brings searches behind an id up to date, some at a time: those compiled by other rules than
 * today's, and those with words once a day, as what a word may stand for grows with the ads there are.
 */
export async function recompileSearches(
  { db, jobs }: Pick<Deps, 'db' | 'jobs'>,
  data: JobData['searches.compile'],
) {
  const { after = 0 } = data
  await db.transaction(async (tx) => {
    const stale = await tx
      .select({ id: savedSearches.id, filters: savedSearches.filters })
      .from(savedSearches)
      .where(
        and(
          gt(savedSearches.id, after),
          or(
            ne(savedSearches.version, searchesVersion()),
            and(
              isNotNull(savedSearches.words),
              lt(savedSearches.compiledAt, sql`now() - interval '20 hours'`),
            ),
          ),
        ),
      )
      .orderBy(asc(savedSearches.id))
      .limit(batch)
      .for('no key update', { skipLocked: true })
    const shares = stale.length > 0 ? await readShares(tx) : undefined
    for (const { id, filters } of stale)
      await tx
        .update(savedSearches)
        .set(await compileSearch(tx, filters, shares))
        .where(eq(savedSearches.id, id))
    const last = stale.at(-1)
    if (stale.length === batch && last) await jobs.enqueue(tx, 'searches.compile', { after: last.id })
  })
}
