import { type SQL, sql } from 'drizzle-orm'
import { type AdRow, priceOf } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData, Jobs } from '#server/jobs/queue.ts'
import { currentRate } from '#server/rates/queries.ts'
import type { AlertMode } from '#shared/searches/schema.ts'

/**
 * Writes down, with the change itself, that an ad may be news: it goes live, or is live and costs something else now.
 */
export async function lookForBuyers(tx: Db, jobs: Jobs, before: AdRow, after: AdRow) {
  if (after.state !== 'active') return
  const [was, now] = [priceOf(before), priceOf(after)]
  if (before.state !== 'active') await jobs.enqueue(tx, 'searches.match', { adId: after.id })
  else if (JSON.stringify(was) !== JSON.stringify(now))
    await jobs.enqueue(tx, 'searches.match', { adId: after.id, was })
}

/**
 * Job `searches.match`: finds everybody whose search a live ad fits and who has not been told of it. With a price that
 * it had before, those searches only that it did not fit at that price.
 */
export const matchAd = (deps: Pick<Deps, 'db' | 'jobs'>, { adId, was }: JobData['searches.match']) =>
  deps.db.transaction(async (tx) => {
    const { uzsPerUsd } = await currentRate(tx)
    const alerts = await tx.execute<{ user_id: string; mode: AlertMode }>(sql`
      insert into search_alerts (user_id, ad_id, mode, search_ids)
      select user_id, ${adId}, case when bool_or(mode = 'instant') then 'instant' else 'daily' end,
        array_agg(search_id order by mode = 'instant' desc, search_id)
      from ${matching(adId, uzsPerUsd, was)}
      group by user_id
      on conflict do nothing
      returning user_id, mode`)
    await deps.jobs.enqueueAll(
      tx,
      'searches.tell',
      alerts
        .filter(({ mode }) => mode === 'instant')
        .map(({ user_id }) => ({ userId: Number(user_id), mode: 'instant' as const })),
    )
  })

/** Rows of `user_id`, `search_id` and `mode`: the searches that a live ad fits, but not its seller's own. */
export const matching = (adId: number, uzsPerUsd: number, was?: JobData['searches.match']['was']): SQL =>
  sql`matching_searches(${adId}::bigint, ${uzsPerUsd}::float8, ${was !== undefined}::boolean, ${was?.kind ?? null}::text, ${was?.currency ?? null}::text, ${was?.amount ?? null}::bigint)`
