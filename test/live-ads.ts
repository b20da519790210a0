import { announceFeedChange } from '#server/ads/feed.ts'
import { ads } from '#server/db/schema.ts'
import { type SearchedAd, searchColumns } from '#server/search/words.ts'
import { newKey } from './ads.ts'
import { people } from './people.ts'
import type { World } from './world.ts'

/** Behind whatever was published before. */
let place = 1_000_000

type Row = typeof ads.$inferInsert

/** Cars that are live without having been typed, by Karimjon from Asaka for 10 000 $, for tests that need many. */
export async function liveCars(world: World, changes: readonly Partial<Row>[]): Promise<number[]> {
  await world.as(people.karimjon).me.$get()
  const now = Date.now()
  const rows = changes.map((change) => {
    const row = {
      sellerId: people.karimjon,
      state: 'active',
      categoryId: 'transport.cars',
      attributes: { make: 'chevrolet', model: 'chevrolet-cobalt', year: 2020, mileage: 80_000 },
      title: 'Cobalt',
      description: '',
      priceKind: 'fixed',
      priceAmount: 10_000,
      priceCurrency: 'USD',
      regionId: 'andijon',
      districtId: 'andijon.asaka',
      mahalla: null,
      landmark: null,
      contactName: 'Karimjon',
      contactPhone: '+998901234567',
      contactTelegram: true,
      submitKey: newKey(),
      feedSeq: ++place,
      publishedAt: new Date(now),
      confirmedAt: new Date(now),
      expiresAt: new Date(now + 86_400_000),
      ...change,
    } satisfies Row
    return { ...row, ...searchColumns(row as SearchedAd) }
  })
  const ids: number[] = []
  for (let from = 0; from < rows.length; from += 1000) {
    const made = await world.deps.db
      .insert(ads)
      .values(rows.slice(from, from + 1000))
      .returning({ id: ads.id })
    ids.push(...made.map(({ id }) => id))
  }
  await announceFeedChange(world.deps.db)
  return ids
}
