import { and, asc, count, desc, eq, gt, gte, inArray, lt, not, notExists, type SQL, sql } from 'drizzle-orm'
import { isShownPost } from '#server/ads/queries.ts'
import { type AdWithAll, adColumns, photosOfAd, toAdView } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { adHints, ads, channelPosts, moderationDecisions, photos, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { isReported, type OpenReport, openReportsOfAd } from '#server/reports/queries.ts'
import { fullName } from '#server/users/queries.ts'
import { banned } from '#server/users/standing.ts'
import { catalog } from '#shared/catalog/index.ts'
import { limits } from '#shared/limits.ts'
import type { Hint } from '#shared/moderation/hints.ts'
import type { Spoken } from '#shared/moderation/language.ts'
import type { QueueFilter } from '#shared/moderation/schema.ts'

/** Ads that wait and whose photos have all been looked at. */
export const waiting = (db: Db) =>
  and(
    eq(ads.state, 'pending'),
    notExists(
      db
        .select({ id: photos.id })
        .from(photos)
        .where(and(eq(photos.adId, ads.id), inArray(photos.state, ['awaiting', 'uploaded']))),
    ),
  )

/** What a moderator wants to see of the queue. */
export const fits = ({ category, language, hint }: QueueFilter): SQL | undefined =>
  and(
    category === undefined ? undefined : inArray(ads.categoryId, categoriesUnder(category)),
    language === undefined ? undefined : found(sql`h.language = ${language}`),
    hint === undefined ? undefined : found(hintConditions[hint] ?? hasHint(hint)),
  )

/** Of what was found in the ad as it is now; written out, as Drizzle leaves a lone table's name away. */
const found = (condition: SQL) => sql`exists (
  select 1 from ad_hints h where h.ad_id = ads.id and h.revision = ads.revision and ${condition}
)`
const hasHint = (kind: string) => sql`h.hints @> ${JSON.stringify([{ kind }])}::jsonb`
const hintConditions: Partial<Record<string, SQL>> = {
  any: sql`jsonb_array_length(h.hints) > 0`,
  none: sql`jsonb_array_length(h.hints) = 0`,
}

const categoriesUnder = (id: string) =>
  catalog.find((top) => top.id === id)?.children.map((child) => child.id) ?? [id]

/**
 * What was found in an ad, with what the ads that it names are called now; null where nobody has looked yet. For a query
 * of `ad_hints`.
 */
export const hintsShown = sql<Hint[] | null>`case when ad_hints.ad_id is not null then (
  select coalesce(jsonb_agg(case when hint ? 'adId'
    then hint || jsonb_build_object('title', coalesce((select a.title from ads a where a.id = (hint->>'adId')::bigint), ''))
    else hint end order by place), '[]')
  from jsonb_array_elements(ad_hints.hints) with ordinality as each(hint, place)
) end`

/** From this trust on ads may be approved without being opened one by one. */
const trusted = 1

/** Waiting ads of trusted sellers that nobody reported and no other moderator looks at. */
const ofTrusted = (db: Db, moderatorId: number) =>
  and(
    waiting(db),
    not(isReported),
    sql`exists (select 1 from users u where u.id = ads.seller_id and u.trust >= ${trusted} and not ${banned('u')})`,
    sql`not exists (select 1 from moderation_claims c
      where c.ad_id = ads.id and c.until > now() and c.moderator_id <> ${moderatorId})`,
  )

/** How many ads wait, of those that fit. */
export const countWaiting = async (db: Db, filter: QueueFilter = {}): Promise<number> =>
  (
    await db
      .select({ total: count() })
      .from(ads)
      .where(and(waiting(db), fits(filter)))
  )[0]?.total ?? 0

export const countTrusted = async (db: Db, moderatorId: number): Promise<number> =>
  (await db.select({ total: count() }).from(ads).where(ofTrusted(db, moderatorId)))[0]?.total ?? 0

/** Waiting ads as moderators see them, oldest first: one mended and sent again keeps its place. */
export async function findQueue(
  db: Db,
  { config }: Pick<Deps, 'config'>,
  viewerId: number,
  where: SQL | undefined,
  limit: number = limits.page.max,
) {
  const claimant = sql<string | null>`(
    select trim(concat(u.first_name, ' ', u.last_name)) from moderation_claims c join users u on u.id = c.moderator_id
    where c.ad_id = ads.id and c.until > now() and c.moderator_id <> ${viewerId}
  )`
  const rows = await db
    .select({
      ad: adColumns,
      photos: photosOfAd,
      seller: users,
      post: channelPosts,
      sellerAds: sql<number>`(select count(*)::int from ads other where other.seller_id = ads.seller_id)`,
      claimedBy: claimant,
      hints: hintsShown,
      language: adHints.language,
      reports: openReportsOfAd,
    })
    .from(ads)
    .innerJoin(users, eq(users.id, ads.sellerId))
    .leftJoin(adHints, and(eq(adHints.adId, ads.id), eq(adHints.revision, ads.revision)))
    .leftJoin(channelPosts, isShownPost(config.telegram.channelId))
    .where(and(waiting(db), where))
    .orderBy(asc(ads.id))
    .limit(limit)
  return rows.map((row) => toQueueAd(row, viewerId))
}

interface QueueRow extends AdWithAll {
  sellerAds: number
  claimedBy: string | null
  hints: Hint[] | null
  language: Spoken | null
  reports: OpenReport[]
}

function toQueueAd(row: QueueRow, viewerId: number) {
  const view = toAdView(row, { id: viewerId, moderates: true })
  return {
    ...view,
    seller: {
      ...view.seller,
      username: row.seller.username,
      ads: row.sellerAds,
      trust: row.seller.trust,
    },
    contactPhone: row.ad.contactPhone,
    /** Whether Telegram vouched for the seller having that phone. */
    phoneConfirmed: row.ad.contactPhone !== null && row.ad.contactPhone === row.seller.phone,
    submittedAt: row.ad.submittedAt.toISOString(),
    /** The other moderator who looks at it. */
    claimedBy: row.claimedBy,
    /** Null while it is being looked through. */
    hints: row.hints,
    language: row.language,
    /** What buyers find wrong with it, the heaviest first. */
    reports: row.reports,
  }
}

/** A page of all that waits, whoever looks at it; `after` an id. */
export async function listQueue(
  deps: Deps,
  viewerId: number,
  o: QueueFilter & { after?: number; trusted?: boolean },
) {
  const { db } = deps
  const where = and(
    o.after === undefined ? undefined : gt(ads.id, o.after),
    o.trusted ? ofTrusted(db, viewerId) : undefined,
    fits(o),
  )
  const rows = await findQueue(db, deps, viewerId, where, limits.page.default + 1)
  const items = rows.slice(0, limits.page.default)
  return {
    items,
    nextCursor: rows.length > items.length ? String(items.at(-1)?.id) : null,
    total: await countWaiting(db),
  }
}

/** How long a decision can be undone. */
export const undoHours = 1
export const undoable = and(
  sql`${moderationDecisions.undoneAt} is null`,
  gte(moderationDecisions.at, sql`now() - ${`${undoHours} hours`}::interval`),
)

/** A moderator's own decisions, newest first, `before` an id. */
export async function listDecisions(db: Db, moderatorId: number, before: number | undefined) {
  const rows = await db
    .select({
      decision: moderationDecisions,
      ad: adColumns,
      photos: photosOfAd,
      canUndo: sql<boolean>`${undoable} and ${ads.revision} = ${moderationDecisions.revision}`,
    })
    .from(moderationDecisions)
    .innerJoin(ads, eq(ads.id, moderationDecisions.adId))
    .where(
      and(
        eq(moderationDecisions.moderatorId, moderatorId),
        before === undefined ? undefined : lt(moderationDecisions.id, before),
      ),
    )
    .orderBy(desc(moderationDecisions.id))
    .limit(limits.page.default + 1)
  const page = rows.slice(0, limits.page.default)
  return {
    items: page.map(({ decision, ad, photos: pictures, canUndo }) => ({
      id: decision.id,
      adId: ad.id,
      title: ad.title,
      cover: pictures.find(({ state }) => state === 'ready') ?? null,
      outcome: decision.outcome,
      reason: decision.reason,
      at: decision.at.toISOString(),
      undone: decision.undoneAt !== null,
      canUndo,
    })),
    nextCursor: rows.length > page.length ? String(page.at(-1)?.decision.id) : null,
  }
}

/** The newest decision upon an ad that still stands, with who made it. */
export async function findDecision(db: Db, adId: number) {
  const [row] = await db
    .select({ decision: moderationDecisions, user: users })
    .from(moderationDecisions)
    .leftJoin(users, eq(users.id, moderationDecisions.moderatorId))
    .where(eq(moderationDecisions.adId, adId))
    .orderBy(desc(moderationDecisions.id))
    .limit(1)
  return row && { ...row.decision, by: row.user && fullName(row.user) }
}
