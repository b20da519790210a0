import { Composer } from 'grammy'
import type { ChatMember } from 'grammy/types'
import { enqueueUnsettled } from '#server/channel/sync.ts'
import type { Deps } from '#server/deps.ts'
import { setReachable, upsertUser } from '#server/users/queries.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import type { BotContext } from './context.ts'

/** Where the bot stands with people and chats: blocked, added, promoted, thrown out. */
export function membership(deps: Deps) {
  const { channelId, moderatorsChatId, serviceChatId, channelLocale } = deps.config.telegram
  const composer = new Composer<BotContext>()

  composer.chatType('private').on('my_chat_member', async (ctx) => {
    const { id } = await upsertUser(deps.db, ctx.from)
    await setReachable(deps.db, id, ctx.myChatMember.new_chat_member.status !== 'kicked')
  })
  composer.on('my_chat_member', async (ctx) => {
    const { chat, new_chat_member: now } = ctx.myChatMember
    if (![channelId, moderatorsChatId, serviceChatId].includes(chat.id)) return
    if (!canWork(now, chat.id === channelId)) {
      const name = asPlain(chat.title ?? String(chat.id))
      const text = botTexts(channelLocale)('bot.alert_lost_rights', { chat: name })
      await deps.jobs.enqueue(deps.db, 'admins.alert', { text })
    } else if (chat.id === channelId) await enqueueUnsettled(deps)
  })
  return composer
}

/** In the channel the bot must post; in a group it must be able to speak. */
function canWork(member: ChatMember, isChannel: boolean) {
  if (member.status === 'administrator') return !isChannel || member.can_post_messages === true
  if (isChannel) return false
  return member.status === 'member' || (member.status === 'restricted' && member.can_send_messages)
}
