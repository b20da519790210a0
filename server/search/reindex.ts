import { and, asc, eq, gt, ne, sql } from 'drizzle-orm'
import { adColumns } from '#server/ads/views.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { searchColumns, searchVersionOf } from '#server/search/words.ts'
import { catalog } from '#shared/catalog/index.ts'

const batch = 500

/**
 * Job `search.reindex`: gives ads whose words were made by other rules than today's new ones, some at a time, each time
 * those behind `after`. Whoever changes an ad meanwhile writes its words by today's rules: such a row is passed over.
 */
export async function reindexAds(deps: Pick<Deps, 'db' | 'jobs'>, { after }: JobData['search.reindex']) {
  const versions = JSON.stringify(
    Object.fromEntries(
      catalog.flatMap(({ children }) => children.map(({ id }) => [id, searchVersionOf(id)])),
    ),
  )
  const unknown = searchVersionOf('')
  await deps.db.transaction(async (tx) => {
    const stale = await tx
      .select(adColumns)
      .from(ads)
      .where(
        and(
          gt(ads.id, after),
          ne(ads.state, 'removed'),
          sql`search_version <> coalesce((${versions}::jsonb->>category_id)::integer, ${unknown})`,
        ),
      )
      .orderBy(asc(ads.id))
      .limit(batch)
      .for('no key update', { skipLocked: true })
    for (const ad of stale) await tx.update(ads).set(searchColumns(ad)).where(eq(ads.id, ad.id))
    const last = stale.at(-1)
    if (stale.length === batch && last) await deps.jobs.enqueue(tx, 'search.reindex', { after: last.id })
  })
}
