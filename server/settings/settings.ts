import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { announceFeedChange } from '#server/ads/feed.ts'
import type { Config } from '#server/config.ts'
import { writeAudit } from '#server/db/audit.ts'
import { createDatabase, type Db } from '#server/db/client.ts'
import { boardSettings } from '#server/db/schema.ts'
import { AppError } from '#server/errors.ts'
import { newestRate } from '#server/rates/queries.ts'
import { usualLifetimes } from '#shared/ads/lifetime.ts'
import { problemsOf } from '#shared/problems.ts'
import { type Settings, settingsSchema, usualSettings } from '#shared/settings/schema.ts'

const channel = 'settings_changed'

/** The settings as they are in the database, with the revision that a change must name; 0 before the first. */
export async function readSettings(db: Db) {
  const [row] = await db.select().from(boardSettings)
  return {
    settings: known(row?.data ?? {}),
    revision: row?.revision ?? 0,
    changedAt: row?.changedAt.toISOString() ?? null,
  }
}

/** What an older board wrote and this one does not take counts as not set; the rest stays. */
function known(data: Record<string, unknown>): Settings {
  const taken = Object.entries(settingsSchema.entries).map(([key, schema]) => {
    const kept = v.safeParse(schema, data[key])
    return [key, kept.success ? kept.output : v.parse(schema, undefined)]
  })
  return Object.fromEntries(taken) as Settings
}

/** The same for the admins' screen: with what holds where nothing is set, and the rate as it was fetched. */
export async function showSettings({ db, config }: { db: Db; config: Config }) {
  const [now, fetchedRate] = await Promise.all([readSettings(db), newestRate(db)])
  const usual = { ...usualSettings(), openAds: config.openAds, lifetimeDays: usualLifetimes }
  return { ...now, usual, fetchedRate }
}

/**
 * The settings from memory, dropped on every instance by a notification in the transaction of a change. They are read
 * through a connection of their own: who asks within a transaction may hold the last of the others.
 */
export async function createSettings(databaseUrl: string) {
  const { db, sql: client, close } = createDatabase(databaseUrl, 1)
  let known: Promise<Settings> | undefined
  const drop = () => {
    known = undefined
  }
  await client.listen(channel, drop, drop)
  return {
    read(): Promise<Settings> {
      known ??= readSettings(db).then(({ settings }) => settings)
      known.catch(drop)
      return known
    },
    stop: close,
  }
}
export type SettingsReader = Pick<Awaited<ReturnType<typeof createSettings>>, 'read'>

/**
 * Changes the settings that `input` names, all or none. Throws `settings.invalid` with every field that is wrong, or
 * `settings.changed` when somebody else was faster.
 */
export const changeSettings = (
  db: Db,
  { adminId, revision, input }: { adminId: number; revision: number; input: Record<string, unknown> },
) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${channel}))`)
    const before = await readSettings(tx)
    const checked = v.safeParse(settingsSchema, { ...before.settings, ...input })
    if (!checked.success) throw new AppError('settings.invalid', problemsOf(checked.issues))
    if (before.revision !== revision) throw new AppError('settings.changed')
    const settings = checked.output
    // What is set to what holds anyway is not set: it follows when that changes.
    const data = differences(usualSettings(), settings).after
    const changed = differences(before.settings, settings)
    const changedAt = new Date()
    const rated = 'uzsPerUsd' in changed.after && { ratedAt: changedAt }
    const next = { data, revision: revision + 1, changedBy: adminId, changedAt, ...rated }
    await tx.insert(boardSettings).values(next).onConflictDoUpdate({ target: boardSettings.id, set: next })
    await writeAudit(tx, { actorId: adminId, action: 'settings', ...changed })
    await tx.execute(sql`select pg_notify(${channel}, '')`)
    // A rate that was set compares prices anew.
    await announceFeedChange(tx)
    return { settings, revision: next.revision, changedAt: changedAt.toISOString() }
  })

/** Only what is another now, before and after. */
function differences(before: Settings, after: Settings) {
  const keys = (Object.keys(after) as (keyof Settings)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  const pick = (settings: Settings) => Object.fromEntries(keys.map((key) => [key, settings[key]]))
  return { before: pick(before), after: pick(after) }
}
