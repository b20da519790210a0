import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { AdRow } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { adHints, ads } from '#server/db/schema.ts'
import type { KeptHint } from '#shared/moderation/hints.ts'
import { countWords, similarity } from '#shared/moderation/similar.ts'

/** Bits of 64 in which two hashes of one picture differ at most. */
const samePicture = 8
/** A picture of one colour hashes to nearly only ones or only zeros, and is like any other of that kind. */
const plain = { least: 12, most: 52 }
/** Texts that have this much in common say the same. */
const sameText = 0.7
/** Fewer words say the same by chance, at least where another wrote them. */
const enoughWords = { own: 4, others: 8 }
/** As many other ads are named for one reason. */
const named = 3

/** Other ads that a new one may repeat: all that are open, and whatever somebody else has or had. */
const comparable = (ad: AdRow) =>
  and(
    ne(ads.id, ad.id),
    sql`(${ads.sellerId} <> ${ad.sellerId} or ${ads.state} in ('pending', 'active'))`,
    ne(ads.state, 'removed'),
  )

/** Near-duplicates of an ad's photos among those of other ads. */
export async function findSamePhotos(db: Db, ad: AdRow): Promise<KeptHint[]> {
  const mine = await db.execute<{ id: string; phash: string }>(
    sql`select id, phash from photos where ad_id = ${ad.id} and phash is not null
      and bit_count(phash::bit(64)) between ${plain.least} and ${plain.most} order by position`,
  )
  const found: KeptHint[] = []
  const seen = new Set<number>()
  for (const { id, phash } of mine) {
    const rows = await db.execute<{ id: string; ad_id: string; seller_id: string }>(sql`
      select distinct on (a.id) p.id, a.id as ad_id, a.seller_id
      from photos p join ads a on a.id = p.ad_id
      where phash_bands(p.phash) && ${sql.param(`{${nearBands(phash).join(',')}}`)}::integer[]
        and bit_count(p.phash::bit(64) # ${phash}::bit(64)) <= ${samePicture}
        and a.id <> ${ad.id} and a.state <> 'removed'
        and (a.seller_id <> ${ad.sellerId} or a.state in ('pending', 'active'))
      order by a.id desc limit ${named}`)
    for (const row of rows) {
      const adId = Number(row.ad_id)
      if (seen.has(adId) || seen.size >= named) continue
      seen.add(adId)
      const own = Number(row.seller_id) === ad.sellerId
      found.push({ kind: 'same_photo', photoId: id, otherPhotoId: row.id, adId, own })
    }
  }
  return found
}

/** All values that the four pieces of a hash have within two bits, numbered as `phash_bands` numbers them. */
export function nearBands(phash: string): number[] {
  const flips = [0, ...bits, ...bits.flatMap((one, at) => bits.slice(at + 1).map((other) => one | other))]
  return [0, 1, 2, 3].flatMap((place) => {
    const value = Number.parseInt(phash.slice(place * 16, place * 16 + 16), 2)
    return flips.map((flip) => place * 65_536 + (value ^ flip))
  })
}
const bits = Array.from({ length: 16 }, (_, place) => 1 << place)

export const textOf = (ad: Pick<AdRow, 'title' | 'description'>) => `${ad.title}\n${ad.description}`

/** Ads that say the same: those of the same seller and category, and all whose numbers meet (`bandsOf`). */
export async function findSameTexts(db: Db, ad: AdRow, bands: readonly number[]): Promise<KeptHint[]> {
  const text = textOf(ad)
  const words = countWords(text)
  if (words < enoughWords.own) return []
  const met =
    bands.length === 0
      ? []
      : await db
          .select({ id: adHints.adId })
          .from(adHints)
          .where(
            and(
              sql`${adHints.bands} && ${sql.param(`{${bands.join(',')}}`)}::integer[]`,
              ne(adHints.adId, ad.id),
            ),
          )
          .limit(200)
  const ids = met.map(({ id }) => id)
  const rows = await db
    .select({ id: ads.id, sellerId: ads.sellerId, title: ads.title, description: ads.description })
    .from(ads)
    .where(
      and(
        comparable(ad),
        sql`(${ids.length > 0 ? inArray(ads.id, ids) : sql`false`} or (${ads.sellerId} = ${ad.sellerId} and ${ads.categoryId} = ${ad.categoryId}))`,
      ),
    )
    .orderBy(sql`${ads.id} desc`)
    .limit(250)
  return rows
    .map((row) => ({ row, own: row.sellerId === ad.sellerId, alike: similarity(text, textOf(row)) }))
    .filter(({ own, alike }) => alike >= sameText && (own || words >= enoughWords.others))
    .sort((a, b) => b.alike - a.alike)
    .slice(0, named)
    .map(({ row, own, alike }) => ({
      kind: 'same_text',
      percent: Math.round(alike * 100),
      adId: row.id,
      own,
    }))
}

/** Open ads of other accounts with the same phone in the same category, and how many accounts have given it. */
export async function findSamePhones(db: Db, ad: AdRow): Promise<KeptHint[]> {
  if (ad.contactPhone === null) return []
  const same = and(eq(ads.contactPhone, ad.contactPhone), ne(ads.sellerId, ad.sellerId))
  const open = await db
    .select({ id: ads.id })
    .from(ads)
    .where(and(same, eq(ads.categoryId, ad.categoryId), inArray(ads.state, ['pending', 'active'])))
    .orderBy(sql`${ads.id} desc`)
    .limit(named)
  const [accounts] = await db
    .select({ count: sql<number>`count(distinct ${ads.sellerId})::int` })
    .from(ads)
    .where(same)
  const many: KeptHint[] =
    (accounts?.count ?? 0) >= manyAccounts ? [{ kind: 'many_accounts', accounts: accounts?.count ?? 0 }] : []
  return [...open.map(({ id }): KeptHint => ({ kind: 'same_phone', adId: id, own: false })), ...many]
}

/** A family shares a phone; this many other accounts are a trade. */
const manyAccounts = 2
