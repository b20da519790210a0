import { eq } from 'drizzle-orm'
import { Composer } from 'grammy'
import type { Chat, ChatMember } from 'grammy/types'
import { roleOf } from '#server/auth/middleware.ts'
import { findChannel } from '#server/channels/queries.ts'
import { noteStanding, standingOf } from '#server/channels/standing.ts'
import { addChannel } from '#server/channels/verbs.ts'
import { channels } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { setReachable, upsertUser } from '#server/users/queries.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import type { BotContext } from './context.ts'

/** Where the bot stands with people and chats: blocked, added, promoted, thrown out. */
export function membership(deps: Deps) {
  const { moderatorsChatId, serviceChatId, channelLocale } = deps.config.telegram
  const composer = new Composer<BotContext>()

  composer.chatType('private').on('my_chat_member', async (ctx) => {
    const { id } = await upsertUser(deps.db, ctx.from)
    await setReachable(deps.db, id, ctx.myChatMember.new_chat_member.status !== 'kicked')
  })
  composer.chatType('channel').on('my_chat_member', async (ctx) => {
    const { chat, from, new_chat_member: member } = ctx.myChatMember
    if (await findChannel(deps.db, chat.id)) return followChannel(deps, chat, member)
    // Anybody may add the bot to a channel of theirs; only an admin's becomes one of the board's.
    const user = await upsertUser(deps.db, from)
    if (member.status === 'administrator' && roleOf(user, deps.config.telegram.adminIds) === 'admin')
      await addChannel(deps, { adminId: user.id, looked: { chat, ...standingOf(member) } })
  })
  composer.on('my_chat_member', async (ctx) => {
    const { chat, new_chat_member: now } = ctx.myChatMember
    if (![moderatorsChatId, serviceChatId].includes(chat.id) || canSpeak(now)) return
    const name = asPlain(chat.title ?? String(chat.id))
    const text = botTexts(channelLocale)('bot.alert_lost_rights', { chat: name })
    await deps.jobs.enqueue(deps.db, 'admins.alert', { text })
  })
  return composer
}

const followChannel = (deps: Deps, { id, title, username }: Chat.ChannelChat, member: ChatMember) =>
  deps.db.transaction(async (tx) => {
    await tx
      .update(channels)
      .set({ title, username: username ?? null })
      .where(eq(channels.id, id))
    await noteStanding(deps, tx, id, standingOf(member))
  })

const canSpeak = (member: ChatMember) =>
  member.status === 'administrator' ||
  member.status === 'member' ||
  (member.status === 'restricted' && member.can_send_messages)
