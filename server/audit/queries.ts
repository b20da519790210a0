import { and, eq, gte, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { ads, announcements, audit, channels, moderationDecisions, users } from '#server/db/schema.ts'
import { undoable } from '#server/moderation/queries.ts'
import { readReasons } from '#server/reasons/queries.ts'
import { midnight, shiftDay } from '#server/stats/days.ts'
import { type AuditFilter, adActions, decisionActions } from '#shared/audit/schema.ts'
import { inAllLanguages } from '#shared/reasons/schema.ts'

export type AuditRow = typeof audit.$inferSelect

interface Wanted extends AuditFilter {
  /** Only what concerns ads: a moderator asks. */
  onlyAds: boolean
  /** Behind this entry. */
  after?: number | undefined
  limit: number
}

/**
 * Entries that fit, newest first. Whatever is asked for, indexes are walked from their newest end until there are
 * enough: one walk for each action, or for each ad of a person, and the walks are merged.
 */
export async function findEntries(db: Db, wanted: Wanted): Promise<AuditRow[]> {
  const actions = await actionsOf(db, wanted)
  if (actions?.length === 0) return []
  const rows = await db.execute<Record<string, never>>(sql`
    select id, at, actor_id, action, ad_id, user_id, before, after
    from (${walksOf(wanted, actions, await conditionOf(db, wanted))}) entries
    order by at desc, id desc limit ${wanted.limit}::int`)
  return rows.map((row) => ({
    id: Number(row['id']),
    at: new Date(row['at'] as never),
    actorId: numberOf(row['actor_id']),
    action: row['action'] as never,
    adId: numberOf(row['ad_id']),
    userId: numberOf(row['user_id']),
    before: row['before'] as unknown,
    after: row['after'] as unknown,
  }))
}

const numberOf = (value: unknown) => (value === null ? null : Number(value))

/** What holds for every entry, whichever index it is found by. */
async function conditionOf(db: Db, { actor, onlyAds, from, to, after }: Wanted): Promise<SQL | undefined> {
  const place = after === undefined ? undefined : await placeOf(db, after)
  return and(
    onlyAds ? isNotNull(audit.adId) : undefined,
    actor === undefined ? undefined : eq(audit.actorId, actor),
    from === undefined ? undefined : gte(audit.at, midnight(from)),
    to === undefined ? undefined : lt(audit.at, midnight(shiftDay(to, 1))),
    place === undefined ? undefined : sql`(${audit.at}, ${audit.id}) < (${place}::timestamptz, ${after})`,
  )
}

function walksOf({ actor, person, ad, limit }: Wanted, actions: string[] | undefined, fits: SQL | undefined) {
  const oneOf = actions && inArray(audit.action, actions)
  const walk = (where: SQL | undefined) => sql`(
    select * from audit where ${and(where, fits) ?? sql`true`} order by at desc, id desc limit ${limit}::int)`
  if (ad !== undefined) return walk(and(eq(audit.adId, ad), oneOf))
  if (person !== undefined)
    return sql`${walk(and(eq(audit.userId, person), oneOf))} union all
      select theirs.* from ads cross join lateral ${walk(and(sql`${audit.adId} = ads.id`, oneOf))} theirs
      where ads.seller_id = ${person} and theirs.user_id is distinct from ${person}`
  if (actions === undefined || actor !== undefined) return walk(oneOf)
  const names = sql.join(
    actions.map((action) => sql`(${action}::text)`),
    sql`, `,
  )
  return sql`select each.* from (values ${names}) as wanted(action)
    cross join lateral ${walk(sql`${audit.action} = wanted.action`)} each`
}

/** When an entry was written, to the microsecond. */
async function placeOf(db: Db, id: number): Promise<string | undefined> {
  const [row] = await db
    .select({ at: sql<string>`to_char(${audit.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` })
    .from(audit)
    .where(eq(audit.id, id))
  return row?.at
}

/** The actions that a filter lets through; undefined: all. */
async function actionsOf(db: Db, { kind, action }: AuditFilter): Promise<string[] | undefined> {
  const ofKind = await actionsOfKind(db, kind)
  if (action === undefined) return ofKind
  return ofKind === undefined || ofKind.includes(action) ? [action] : []
}

async function actionsOfKind(db: Db, kind: AuditFilter['kind']): Promise<string[] | undefined> {
  if (kind === undefined) return undefined
  if (kind === 'decisions') return [...decisionActions]
  if (kind === 'ads') return [...adActions]
  const ofAds: readonly string[] = [...decisionActions, ...adActions]
  return (await listActions(db)).filter((action) => !ofAds.includes(action))
}

/** Every action there is an entry of, found by leaping from one to the next in the index. */
async function listActions(db: Db): Promise<string[]> {
  const rows = await db.execute<{ action: string }>(sql`
    with recursive leap as (
      (select action from audit order by action limit 1)
      union all
      select (select audit.action from audit where audit.action > leap.action order by audit.action limit 1)
      from leap where leap.action is not null
    ) select action from leap where action is not null`)
  return rows.map(({ action }) => action)
}

/** Names of people, ads, channels, announcements and reasons, for those of them that are still there. */
export async function findNames(db: Db, rows: readonly AuditRow[]) {
  const adIds = [...new Set(rows.flatMap(({ adId }) => adId ?? []))]
  const titled =
    adIds.length === 0
      ? []
      : await db
          .select({ id: ads.id, title: ads.title, sellerId: ads.sellerId })
          .from(ads)
          .where(inArray(ads.id, adIds))
  const ids = [
    ...rows.flatMap(({ actorId, userId }) => [actorId ?? [], userId ?? []].flat()),
    ...titled.map(({ sellerId }) => sellerId),
  ]
  const named =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(users)
          .where(inArray(users.id, [...new Set(ids)]))
  const [ofChannels, written, reasons] = await Promise.all([
    db.select({ id: channels.id, title: channels.title }).from(channels),
    db
      .select({ id: announcements.id, texts: announcements.texts })
      .from(announcements)
      .where(inArray(announcements.id, [0, ...rows.flatMap(announcementOf)])),
    readReasons(db),
  ])
  return {
    people: new Map(named.map((user) => [user.id, user])),
    ads: new Map(titled.map((ad) => [ad.id, ad])),
    channels: new Map(ofChannels.map(({ id, title }) => [id, title])),
    announcements: new Map(written.map(({ id, texts }) => [id, texts.uz])),
    reasons: new Map(reasons.map(({ id, name }) => [id, inAllLanguages(name)])),
  }
}
const announcementOf = ({ before, after }: AuditRow): number[] =>
  [before, after].flatMap((side) => (side as { announcement?: number } | null)?.announcement ?? [])

export type Names = Awaited<ReturnType<typeof findNames>>

/** Decisions upon these ads that the caller may still undo. */
export const findUndoable = async (
  db: Db,
  adIds: readonly number[],
  viewer: { id: number; isAdmin: boolean },
) =>
  adIds.length === 0
    ? []
    : db
        .select({
          id: moderationDecisions.id,
          adId: moderationDecisions.adId,
          at: moderationDecisions.at,
        })
        .from(moderationDecisions)
        .innerJoin(ads, eq(ads.id, moderationDecisions.adId))
        .where(
          and(
            inArray(moderationDecisions.adId, [...adIds]),
            undoable,
            eq(ads.revision, moderationDecisions.revision),
            viewer.isAdmin
              ? undefined
              : sql`coalesce(${moderationDecisions.moderatorId}, ${viewer.id}) = ${viewer.id}`,
          ),
        )

/** Everybody who moderates now. */
export const findStaff = (db: Db, adminIds: readonly number[]) =>
  db
    .select()
    .from(users)
    .where(sql`${users.role} <> 'user' or ${inArray(users.id, [0, ...adminIds])}`)
    .orderBy(users.firstName, users.id)
