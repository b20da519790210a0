import { Composer, InlineKeyboard } from 'grammy'
import type { Deps } from '#server/deps.ts'
import { eraseMe } from '#server/users/erase.ts'
import type { BotContext } from './context.ts'
import { failureOf } from './failure.ts'

/** `/delete`: everything of the person's, after a second tap; the message then says what was removed. */
export function erase(deps: Deps) {
  const composer = new Composer<BotContext>()
  composer.command('delete', (ctx) =>
    ctx.reply(ctx.t('bot.erase'), {
      reply_markup: new InlineKeyboard()
        .text(ctx.t('bot.erase_yes'), 'erase:yes')
        .row()
        .text(ctx.t('bot.erase_no'), 'erase:no'),
    }),
  )
  composer.callbackQuery(/^erase:(yes|no)$/, async (ctx) => {
    const text =
      ctx.match[1] === 'yes'
        ? ctx.t('bot.erase_done', { ...(await eraseMe(deps, ctx.user.id)) })
        : ctx.t('bot.erase_kept')
    await Promise.all([
      ctx.answerCallbackQuery().catch(failureOf),
      ctx.editMessageText(text, { reply_markup: new InlineKeyboard() }).catch(failureOf),
    ])
  })
  return composer
}
