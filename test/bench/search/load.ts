import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type postgres from 'postgres'
import type { BenchAd } from './ads.ts'

/** Columns of the table that ads are poured into before they are put where they belong. */
const columns = [
  'id bigint',
  'seller_id bigint',
  'category_id text',
  'attributes jsonb',
  'region_id text',
  'district_id text',
  'title text',
  'description text',
  'price_kind text',
  'price_amount bigint',
  'price_currency text',
  'has_photos boolean',
  'feed_seq bigint',
  'title_words text',
  'labels text',
  'place text',
  'words text',
] as const

const field = (value: unknown) =>
  value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (found) => `\\${found}`)

const line = (ad: BenchAd) =>
  [
    ad.id,
    ad.sellerId,
    ad.categoryId,
    JSON.stringify(ad.attributes),
    ad.regionId,
    ad.districtId,
    ad.title,
    ad.description,
    ad.priceKind,
    ad.priceAmount,
    ad.priceCurrency,
    ad.hasPhotos,
    ad.feedSeq,
    ad.words.title,
    ad.words.labels,
    ad.words.place,
    ad.words.description,
  ]
    .map(field)
    .join('\t')

/**
 * Puts live ads into an empty migrated database as fast as it goes: poured in by COPY, brought into the table by two
 * connections at once, indexes last. The database makes the columns that are searched as it does for any ad.
 */
export async function loadAds(sql: postgres.Sql, ads: Iterable<BenchAd>) {
  await sql.unsafe(`create unlogged table poured (${columns.join(', ')})`)
  const stream = await sql`copy poured from stdin`.writable()
  let lines: string[] = []
  const flush = async () => {
    if (!stream.write(`${lines.join('\n')}\n`)) await once(stream, 'drain')
    lines = []
  }
  let count = 0
  for (const ad of ads) {
    count++
    if (lines.push(line(ad)) === 2000) await flush()
  }
  if (lines.length > 0) await flush()
  stream.end()
  await finished(stream)

  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = 'ads' and indexname <> 'ads_pkey'`
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`)
  await sql`insert into users (id, first_name) select seller_id, 'Sotuvchi' from poured group by seller_id`
  const half = Math.ceil(count / 2)
  await Promise.all([insert(sql, 0, half), insert(sql, half, count)])
  await sql`drop table poured`
  await sql.begin(async (tx) => {
    await tx`set local maintenance_work_mem = '1GB'`
    for (const { definition } of indexes) await tx.unsafe(definition)
  })
  await sql`select setval('feed_seq', (select max(feed_seq) from ads)), setval('ads_id_seq', ${count})`
  await sql.unsafe('vacuum analyze ads')
  await sql.unsafe('vacuum analyze photos')
  return count
}

const insert = (sql: postgres.Sql, after: number, to: number) =>
  sql.begin(async (tx) => {
    // Foreign keys are not asked a million times.
    await tx`set local session_replication_role = replica`
    await tx`
      insert into ads (id, seller_id, state, category_id, attributes, title, description, price_kind, price_amount,
        price_currency, region_id, district_id, contact_name, contact_telegram, submit_key, has_photos, feed_seq,
        published_at, confirmed_at, expires_at, search_words, search_version)
      select id, seller_id, 'active', category_id, attributes, title, description, price_kind, price_amount,
        price_currency, region_id, district_id, 'Sotuvchi', true, id::text, has_photos, feed_seq, now(), now(),
        now() + interval '30 days', search_words(title_words, labels, place, words), 1
      from poured where feed_seq > ${after} and feed_seq <= ${to} order by poured.feed_seq`
    await tx`
      insert into photos (id, owner_id, ad_id, position, state, content_type, content_length, width, height, thumbhash,
        create_key)
      select md5(id::text)::uuid, seller_id, id, 0, 'ready', 'image/jpeg', 1, 1600, 1200, 'HBkSHYSIeHiPiHh8eJd4eTN0EEQG',
        id::text
      from poured where has_photos and feed_seq > ${after} and feed_seq <= ${to}`
  })
