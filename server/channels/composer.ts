import { Composer } from 'grammy'
import { roleOf } from '#server/auth/middleware.ts'
import { appButton } from '#server/bot/app-button.ts'
import type { BotContext } from '#server/bot/context.ts'
import type { Deps } from '#server/deps.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { lookAt } from './check.ts'
import { addChannel } from './verbs.ts'

/** An admin forwards a post of a channel: the channel comes into the list, disabled. */
export function forwardedPosts(deps: Deps) {
  const composer = new Composer<BotContext>()
  composer.on('message:forward_origin', async (ctx, next) => {
    if (roleOf(ctx.user, deps.config.telegram.adminIds) !== 'admin') return next()
    const origin = ctx.message.forward_origin
    if (origin.type !== 'channel') return next()
    const { chat } = origin
    const looked = await lookAt(deps, chat.id)
    const title = asPlain(chat.title)
    if (!('chat' in looked) || looked.standing === 'out')
      return ctx.reply(ctx.t('bot.channel_not_in', { title }))
    const isNew = await addChannel(deps, { adminId: ctx.user.id, looked })
    await ctx.reply(
      ctx.t(isNew ? 'bot.channel_added' : 'bot.channel_known', { title }),
      appButton(ctx.t('bot.channel_open'), `${deps.config.publicUrl}/staff/channels/${chat.id}`),
    )
  })
  return composer
}
