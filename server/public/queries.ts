import { and, desc, eq, gt, inArray, lt, max, ne, not, notExists, type SQL, sql } from 'drizzle-orm'
import { findLive } from '#server/ads/queries.ts'
import { type AdWithPhotos, adColumns, photosOfAd } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { ads, users } from '#server/db/schema.ts'
import type { ListTarget } from '#server/public/address.ts'
import { banned } from '#server/users/standing.ts'
import { topCategoryById } from '#shared/catalog/index.ts'
import { regionById } from '#shared/regions/regions.ts'

/** What a banned person sells is not shown to the world. */
const sellerIsWelcome = (db: Db) =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(users)
      .where(and(eq(users.id, ads.sellerId), banned())),
  )

/** An ad in whatever state, with when its seller came; undefined when there is none or its seller is banned. */
export async function findAnyAd(
  db: Db,
  id: number,
): Promise<(AdWithPhotos & { sellerSince: Date }) | undefined> {
  const [row] = await db
    .select({ ad: adColumns, photos: photosOfAd, sellerSince: users.createdAt })
    .from(ads)
    .innerJoin(users, eq(users.id, ads.sellerId))
    .where(and(eq(ads.id, id), not(banned())))
  return row
}

/** Live ads of a category in a place, newest first; one more than `limit` tells that there are older ones. */
export const findList = (
  db: Db,
  { category, place, before, limit }: ListTarget & { before: string | undefined; limit: number },
): Promise<AdWithPhotos[]> =>
  findLive(
    db,
    and(
      category ? inArray(ads.categoryId, categoriesUnder(category)) : undefined,
      place ? isIn(place) : undefined,
      sellerIsWelcome(db),
    ),
    { cursor: before, limit },
  )

const categoriesUnder = (id: string) => topCategoryById(id)?.children.map((child) => child.id) ?? [id]
const isIn = (place: string) => eq(regionById(place) ? ads.regionId : ads.districtId, place)

/** The newest of a category among which similar ads are looked for. */
const lookedThrough = 200

/** Live ads of the same category, those of the same district first, then of the region, then the newest. */
export async function findSimilar(
  db: Db,
  ad: { id: number; categoryId: string; regionId: string; districtId: string },
  limit: number,
): Promise<AdWithPhotos[]> {
  const newest = db
    .select({ id: ads.id })
    .from(ads)
    .where(
      and(eq(ads.state, 'active'), eq(ads.categoryId, ad.categoryId), ne(ads.id, ad.id), sellerIsWelcome(db)),
    )
    .orderBy(desc(ads.feedSeq))
    .limit(lookedThrough)
    .as('newest')
  return db
    .select({ ad: adColumns, photos: photosOfAd })
    .from(ads)
    .innerJoin(newest, eq(newest.id, ads.id))
    .orderBy(desc(eq(ads.districtId, ad.districtId)), desc(eq(ads.regionId, ad.regionId)), desc(ads.feedSeq))
    .limit(limit)
}

/** The greatest id of all ads; 0 when there are none. */
export const greatestId = async (db: Db): Promise<number> =>
  (await db.select({ id: max(ads.id) }).from(ads))[0]?.id ?? 0

const isLive = (db: Db, within: SQL | undefined) => and(eq(ads.state, 'active'), sellerIsWelcome(db), within)

/** Live ads after an id and below another, in the order of their ids. */
export const liveAfter = (db: Db, after: number, below: number, limit: number) =>
  db
    .select({ id: ads.id, title: ads.title, updatedAt: ads.updatedAt })
    .from(ads)
    .where(isLive(db, and(gt(ads.id, after), lt(ads.id, below))))
    .orderBy(ads.id)
    .limit(limit)

/** When the newest live ad of each changed last; what has none is left out. */
export async function newestOf(
  db: Db,
  column: 'category' | 'region' | 'district',
  ids: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const where = { category: ads.categoryId, region: ads.regionId, district: ads.districtId }[column]
  const newest = db
    .select({ at: ads.updatedAt })
    .from(ads)
    .where(isLive(db, sql`${where} = wanted.id`))
    .orderBy(desc(ads.feedSeq))
    .limit(1)
  const rows = await db.execute<{ id: string; at: string | null }>(
    sql`select wanted.id, (${newest}) as at from unnest(array[${sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )}]::text[]) as wanted(id)`,
  )
  return new Map([...rows].flatMap(({ id, at }) => (at === null ? [] : [[id, new Date(at)] as const])))
}
