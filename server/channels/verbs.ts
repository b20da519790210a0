import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { resumeChannel } from '#server/channel/unsettled.ts'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { channels } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { type ChannelSettings, channelSettingsSchema } from '#shared/channels/schema.ts'
import { problemsOf } from '#shared/problems.ts'
import { checkChannel, type Looked, lookAt } from './check.ts'
import { type ChannelRow, findChannel } from './queries.ts'

/** What an admin sets of a channel, as it is now. */
export const settingsOf = (channel: ChannelRow): ChannelSettings => ({
  enabled: channel.enabled,
  categories: channel.categories,
  regions: channel.regions,
  locale: channel.locale,
  style: channel.style,
  gap: channel.gap as ChannelSettings['gap'],
  quietFrom: channel.quietFrom,
  quietTo: channel.quietTo,
  signature: channel.signature,
})

/**
 * Puts a channel into the list, disabled; one that is there already stays as it is.
 * @returns whether it is new
 */
export const addChannel = (deps: Deps, o: { adminId: number; looked: Looked }): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    const { chat, standing, lacks } = o.looked
    const named = { title: chat.title ?? String(chat.id), username: chat.username ?? null }
    const made = await tx
      .insert(channels)
      .values({
        id: chat.id,
        ...named,
        locale: deps.config.telegram.channelLocale,
        standing,
        lacks,
      })
      .onConflictDoNothing()
      .returning({ id: channels.id })
    if (made.length === 0) return false
    await writeAudit(tx, {
      actorId: o.adminId,
      action: 'channel_added',
      after: { channelId: chat.id, ...named },
    })
    return true
  })

/**
 * Adds a channel that an admin has named: `@name`, `t.me/name` or its id. Throws `channels.unknown_chat`,
 * `channels.not_a_channel`, or `channels.no_answer` when Telegram does not answer.
 * @returns its id
 */
export async function addNamedChannel(deps: Deps, o: { adminId: number; chat: string }): Promise<number> {
  const name = nameOf(o.chat)
  if (name === undefined) throw new AppError('channels.unknown_chat')
  const looked = await lookAt(deps, name)
  if (!('chat' in looked))
    throw new AppError(looked.kind === 'refused' ? 'channels.unknown_chat' : 'channels.no_answer')
  if (looked.chat.type !== 'channel') throw new AppError('channels.not_a_channel')
  const isNew = await addChannel(deps, { adminId: o.adminId, looked })
  if (!isNew) await checkChannel(deps, looked.chat.id)
  return looked.chat.id
}

/** As Telegram takes it; undefined for what names no chat. */
function nameOf(typed: string): number | string | undefined {
  const text = typed.trim()
  if (/^-\d{5,15}$/.test(text)) return Number(text)
  // What a link to a post of a private channel says.
  const inside = /^(?:https?:\/\/)?t\.me\/c\/(\d{5,12})(?:\/.*)?$/i.exec(text)?.[1]
  if (inside) return Number(`-100${inside}`)
  const name = /^(?:(?:https?:\/\/)?(?:t\.me|telegram\.me)\/|@)?([a-z]\w{3,31})(?:\/.*)?$/i.exec(text)?.[1]
  return name && `@${name}`
}

/**
 * Puts the settings of a channel in place of those of a revision. What has waited goes on when a channel is enabled or
 * its pace was changed. Throws `channels.not_found`, `channels.invalid` with every field that is wrong, or
 * `channels.changed` when somebody else was faster.
 */
export async function changeChannel(
  deps: Deps,
  o: { adminId: number; channelId: number; revision: number; input: unknown },
) {
  const checked = v.safeParse(channelSettingsSchema, o.input)
  if (!checked.success) throw new AppError('channels.invalid', problemsOf(checked.issues))
  const settings = checked.output
  await deps.db.transaction(async (tx) => {
    const before = await lockChannel(tx, o.channelId)
    if (before.revision !== o.revision) throw new AppError('channels.changed')
    await tx
      .update(channels)
      .set({ ...settings, revision: before.revision + 1 })
      .where(eq(channels.id, o.channelId))
    await writeAudit(tx, {
      actorId: o.adminId,
      action: 'channel_changed',
      ...differences(o.channelId, settingsOf(before), settings),
    })
    if (settings.enabled) await resumeChannel(deps, tx, o.channelId)
  })
}

export async function lockChannel(tx: Db, channelId: number): Promise<ChannelRow> {
  const [row] = await tx.select().from(channels).where(eq(channels.id, channelId)).for('update')
  if (!row) throw new AppError('channels.not_found')
  return row
}

/** Throws `channels.not_found`. */
export async function requireChannel(db: Db, channelId: number): Promise<ChannelRow> {
  const row = await findChannel(db, channelId)
  if (!row) throw new AppError('channels.not_found')
  return row
}

/** Only what is another now, before and after. */
function differences(channelId: number, before: ChannelSettings, after: ChannelSettings) {
  const keys = (Object.keys(after) as (keyof ChannelSettings)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  const pick = (settings: ChannelSettings) => ({
    channelId,
    ...Object.fromEntries(keys.map((key) => [key, settings[key]])),
  })
  return { before: pick(before), after: pick(after) }
}
