import { eq, sql } from 'drizzle-orm'
import type { ChatMember } from 'grammy/types'
import type { Failure } from '#server/bot/failure.ts'
import { resumeChannel } from '#server/channel/unsettled.ts'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { channels } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { type ChannelRight, type ChannelStanding, channelRights } from '#shared/channels/choices.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'

export interface Standing {
  standing: ChannelStanding
  lacks: ChannelRight[]
}

/** What the bot's membership in a channel lets it do. */
export function standingOf(member: ChatMember): Standing {
  if (member.status !== 'administrator') return { standing: 'out', lacks: [...channelRights] }
  const rights: [ChannelRight, boolean | undefined][] = [
    ['post', member.can_post_messages],
    ['edit', member.can_edit_messages],
    ['delete', member.can_delete_messages],
  ]
  const lacks = rights.flatMap(([right, has]) => (has ? [] : [right]))
  return { standing: lacks.includes('post') ? 'mute' : 'fine', lacks }
}

/** What a refusal tells of the bot's standing in the channel; undefined where it is about the message. */
export function standingBehind(failure: Failure): 'mute' | 'out' | undefined {
  if (failure.kind !== 'refused') return undefined
  const { code, reason } = failure
  if (code === 403 || /chat not found|CHANNEL_PRIVATE/i.test(reason)) return 'out'
  const isMute =
    /need administrator rights|not enough rights to send|have no write access|CHAT_WRITE_FORBIDDEN|CHAT_ADMIN_REQUIRED/i
  return code === 400 && isMute.test(reason) ? 'mute' : undefined
}

/** Whether the bot may change its own posts: whoever may post may. */
export const mayEdit = ({ standing, lacks }: Standing) =>
  standing === 'fine' || (standing === 'mute' && !lacks.includes('edit'))

/** Whether it may take them down; what it may only change loses what it said. */
export const mayTakeDown = (its: Standing) =>
  mayEdit(its) || (its.standing === 'mute' && !its.lacks.includes('delete'))

/** A refusal tells where the bot stands, but not of each right. */
type Told = Standing | { standing: 'mute' | 'out'; error: string }

const lacksOf = (told: Told, before: readonly ChannelRight[]): ChannelRight[] => {
  if ('lacks' in told) return told.lacks
  return channelRights.filter(
    (right) => told.standing === 'out' || right === 'post' || before.includes(right),
  )
}

/**
 * Puts down where the bot stands in a channel. Told to the admins once, when it can no longer post into one that takes
 * ads; what has waited goes on when it can again, or may again change what it posted.
 */
export async function noteStanding(deps: Deps, tx: Db, channelId: number, told: Told): Promise<void> {
  const its = eq(channels.id, channelId)
  const [before] = await tx.select().from(channels).where(its).for('update')
  if (!before) return
  const { standing } = told
  const lacks = lacksOf(told, before.lacks)
  const isMoved = standing !== before.standing
  const regains = before.lacks.some((right) => !lacks.includes(right))
  if (!isMoved && !regains && lacks.length === before.lacks.length) return
  const error = 'error' in told ? told.error : null
  await tx
    .update(channels)
    .set({ standing, lacks, ...(isMoved && { standingSince: sql`now()`, lastError: error }) })
    .where(its)
  await writeAudit(tx, {
    actorId: null,
    action: 'channel_standing',
    before: { channelId, standing: before.standing, lacks: before.lacks },
    after: { channelId, standing, lacks, ...(error && { error }) },
  })
  if (regains || (isMoved && standing === 'fine')) await resumeChannel(deps, tx, channelId)
  if (standing !== 'fine' && before.enabled && before.standing === 'fine') {
    const key = standing === 'out' ? 'bot.alert_lost_rights' : 'bot.alert_mute'
    const text = botTexts(deps.config.telegram.channelLocale)(key, { chat: asPlain(before.title) })
    await deps.jobs.enqueue(tx, 'admins.alert', { text })
  }
}
