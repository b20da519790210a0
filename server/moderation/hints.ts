import { and, eq, or, sql } from 'drizzle-orm'
import type { AdRow } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { ads, users } from '#server/db/schema.ts'
import { findSamePhones, findSamePhotos, findSameTexts, textOf } from '#server/moderation/near.ts'
import { attributesAsked } from '#server/moderation/price-peers.ts'
import { currentRate, priceInUzs } from '#server/rates/queries.ts'
import { banned } from '#server/users/standing.ts'
import type { KeptHint } from '#shared/moderation/hints.ts'
import { suspicions } from '#shared/moderation/suspicious.ts'
import { toUzs } from '#shared/money/money.ts'
import { parsePhone } from '#shared/text/phone.ts'

/** So many days an account counts as new, if nothing of it was ever live and nobody trusts it yet. */
const newDays = 3
/** Fewer similar ads say nothing about a price. */
const enoughPeers = 8
/** A price this many times below or above the middle is far. */
const far = 3

/** All that there is to be aware of in a waiting ad. */
export async function hintsFor(
  db: Db,
  ad: AdRow,
  o: { bands: readonly number[]; listed: readonly string[] },
): Promise<KeptHint[]> {
  const words = suspicions(textOf(ad), o.listed).map((finding): KeptHint => ({ kind: 'words', ...finding }))
  const found = [
    await findBannedPhones(db, ad),
    words,
    await findSamePhotos(db, ad),
    await findSameTexts(db, ad, o.bands),
    await findSamePhones(db, ad),
    await judgePrice(db, ad),
    await findNewAccount(db, ad),
  ]
  return found.flat()
}

/** Numbers in a text as people write them. */
const written = /\+?\d(?:[ \u00a0.\-–()/_]{0,3}\d){8,13}/g
const phonesIn = (text: string) =>
  (
    text
      .normalize('NFKC')
      .replace(/(\d)[oо](?=[ .-]?\d)/gi, '$10')
      .match(written) ?? []
  ).flatMap((number) => parsePhone(number) ?? [])

/** Phones of the ad or in its words that a banned person has given. */
async function findBannedPhones(db: Db, ad: AdRow): Promise<KeptHint[]> {
  const phones = [...new Set([...(ad.contactPhone ? [ad.contactPhone] : []), ...phonesIn(textOf(ad))])]
  const found = await Promise.all(
    phones.map(async (phone) => {
      const [row] = await db
        .select({ id: users.id })
        .from(users)
        .where(
          and(
            banned(),
            or(
              eq(users.phone, phone),
              sql`exists (select 1 from ${ads} a where a.seller_id = users.id and a.contact_phone = ${phone})`,
            ),
          ),
        )
        .limit(1)
      return row ? [{ kind: 'banned_phone', phone } satisfies KeptHint] : []
    }),
  )
  return found.flat()
}

/** Whether the price is far from what ads of the same kind cost in the middle. */
async function judgePrice(db: Db, ad: AdRow): Promise<KeptHint[]> {
  if (ad.priceAmount === null || ad.priceCurrency === null) return []
  const rate = await currentRate(db)
  const price = toUzs(ad.priceAmount, ad.priceCurrency, rate)
  const alike = attributesAsked(ad.categoryId).map(
    (key) =>
      sql`${ads.attributes}->>${key} is not distinct from ${ad.attributes[key] === undefined ? null : String(ad.attributes[key])}`,
  )
  const [peers] = await db
    .select({
      count: sql<number>`count(*)::int`,
      median: sql<number | null>`percentile_cont(0.5) within group (order by ${priceInUzs(rate)})`,
    })
    .from(ads)
    .where(
      and(
        eq(ads.categoryId, ad.categoryId),
        sql`${ads.id} <> ${ad.id} and ${ads.sellerId} <> ${ad.sellerId}`,
        sql`${ads.priceAmount} is not null and ${ads.state} = 'active'`,
        ...alike,
      ),
    )
  const median = Math.round(Number(peers?.median ?? 0))
  if (!peers || peers.count < enoughPeers || median <= 0) return []
  const low = price * far < median
  if (!low && price < median * far) return []
  return [{ kind: 'price', low, median, count: peers.count }]
}

async function findNewAccount(db: Db, ad: AdRow): Promise<KeptHint[]> {
  const [seller] = await db
    .select({
      trust: users.trust,
      days: sql<number>`floor(extract(epoch from now() - ${users.createdAt}) / 86400)::int`,
      wasLive: sql<boolean>`exists (select 1 from ${ads} a where a.seller_id = users.id and a.published_at is not null)`,
    })
    .from(users)
    .where(eq(users.id, ad.sellerId))
  return seller && seller.trust === 0 && !seller.wasLive && seller.days < newDays
    ? [{ kind: 'new_account', days: seller.days }]
    : []
}
