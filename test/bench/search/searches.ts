import { sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { savedSearches } from '#server/db/schema.ts'
import { compileSearch, readShares } from '#server/searches/compile.ts'
import type { AdFilters } from '#shared/search/filters.ts'
import type { Ads, BenchAd } from './ads.ts'
import { createRandom, createZipf } from './random.ts'

const batch = 500
const firstPerson = 10_000_001
/** Searches of one person. */
const each = 4

/**
 * The same saved searches in every run, of people who sell nothing: one or two words as common as in ads, a category of an
 * ad that there is, its district or region, a price about its own; each in various company.
 */
export function* createSearches(
  count: number,
  ads: readonly BenchAd[],
  { vocabulary }: Ads,
): Generator<AdFilters> {
  const random = createRandom(3)
  const word = createZipf(random, Math.min(vocabulary.length, 8000))
  for (let made = 0; made < count; made++) {
    const like = random.one(ads)
    const words = Array.from({ length: 1 + random.below(2) }, () =>
      random.one(vocabulary[word()]?.forms ?? []),
    )
    const isWorded = random.chance(0.6)
    const place = random.next()
    const attribute = Object.entries(like.attributes).find(
      ([, value]) => typeof value === 'string' && /^[a-z-]+$/.test(value),
    )
    yield {
      ...(isWorded && { q: words.join(' ') }),
      ...((!isWorded || random.chance(0.4)) && { category: like.categoryId }),
      ...(place < 0.5 && { district: like.districtId }),
      ...(place > 0.8 && { region: like.regionId }),
      ...(random.chance(0.3) &&
        like.priceAmount !== null && {
          price: { max: like.priceAmount },
          ...(like.priceCurrency === 'USD' && { currency: 'USD' as const }),
        }),
      ...(random.chance(0.2) && attribute && { attributes: { [attribute[0]]: [attribute[1] as string] } }),
    }
  }
}

/** Compiles searches and puts them into the database; some are the same for one person and are left out. */
export async function loadSearches(db: Db, searches: Iterable<AdFilters>): Promise<number> {
  const shares = await readShares(db)
  await db.execute(sql`insert into users (id, first_name)
    select ${firstPerson}::bigint + n, 'Xaridor' from generate_series(0, 99999) n on conflict do nothing`)
  let waiting: AdFilters[] = []
  let made = 0
  const flush = async () => {
    const compiled = await Promise.all(waiting.map((filters) => compileSearch(db, filters, shares)))
    const rows = compiled.map((columns, at) => ({
      userId: firstPerson + Math.floor(made++ / each),
      filters: waiting[at] as AdFilters,
      ...columns,
    }))
    await db
      .insert(savedSearches)
      .values(rows as never)
      .onConflictDoNothing()
    waiting = []
  }
  for (const filters of searches) if (waiting.push(filters) === batch) await flush()
  if (waiting.length > 0) await flush()
  await db.execute(sql`vacuum analyze saved_searches`)
  return db.$count(savedSearches)
}
