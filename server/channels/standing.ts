import { eq, sql } from 'drizzle-orm'
import type { ChatMember } from 'grammy/types'
import type { Failure } from '#server/bot/failure.ts'
import { resumeChannel } from '#server/channel/unsettled.ts'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { channels } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { asPlain } from '#shared/channel/plain.ts'
import type { ChannelRight, ChannelStanding } from '#shared/channels/choices.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'

export interface Standing {
  standing: ChannelStanding
  lacks: ChannelRight[]
}

/** What the bot's membership in a channel lets it do. */
export function standingOf(member: ChatMember): Standing {
  if (member.status !== 'administrator') return { standing: 'out', lacks: ['post', 'edit', 'delete'] }
  const rights: [ChannelRight, boolean | undefined][] = [
    ['post', member.can_post_messages],
    ['edit', member.can_edit_messages],
    ['delete', member.can_delete_messages],
  ]
  const lacks = rights.flatMap(([right, has]) => (has ? [] : [right]))
  return { standing: lacks.includes('post') ? 'mute' : 'fine', lacks }
}

/** What a refusal tells of the bot's standing in the channel; undefined where it is about the message. */
export function standingBehind(failure: Failure): ChannelStanding | undefined {
  if (failure.kind !== 'refused') return undefined
  const { code, reason } = failure
  if (code === 403 || /chat not found|CHANNEL_PRIVATE/i.test(reason)) return 'out'
  const isMute =
    /need administrator rights|not enough rights to send|have no write access|CHAT_WRITE_FORBIDDEN|CHAT_ADMIN_REQUIRED/i
  return code === 400 && isMute.test(reason) ? 'mute' : undefined
}

/**
 * Puts down where the bot stands in a channel. Told to the admins once, when it can no longer post into one that takes
 * ads; what has waited goes on when it can again.
 * @returns whether anything changed
 */
export async function noteStanding(
  deps: Deps,
  tx: Db,
  channelId: number,
  {
    standing,
    lacks,
    error = null,
  }: { standing: ChannelStanding; lacks?: ChannelRight[]; error?: string | null },
): Promise<boolean> {
  const its = eq(channels.id, channelId)
  const [before] = await tx.select().from(channels).where(its).for('update')
  if (!before) return false
  if (lacks) await tx.update(channels).set({ lacks }).where(its)
  if (before.standing === standing) return false
  await tx.update(channels).set({ standing, standingSince: sql`now()`, lastError: error }).where(its)
  await writeAudit(tx, {
    actorId: null,
    action: 'channel_standing',
    before: { channelId, standing: before.standing },
    after: { channelId, standing, ...(error && { error }) },
  })
  if (standing === 'fine') await resumeChannel(deps, tx, channelId)
  else if (before.enabled && before.standing === 'fine') {
    const chat = asPlain(before.title)
    const text = botTexts(deps.config.telegram.channelLocale)('bot.alert_lost_rights', { chat })
    await deps.jobs.enqueue(tx, 'admins.alert', { text })
  }
  return true
}
