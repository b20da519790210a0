import { Composer, InlineKeyboard } from 'grammy'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { eraseMe } from '#server/users/erase.ts'
import { common } from '#shared/i18n/common/index.ts'
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
    const text = ctx.match[1] === 'yes' ? await erased(deps, ctx) : ctx.t('bot.erase_kept')
    await Promise.all([
      ctx.answerCallbackQuery().catch(failureOf),
      ctx.editMessageText(text, { reply_markup: new InlineKeyboard() }).catch(failureOf),
    ])
  })
  return composer
}

/** What was removed; or why it cannot be, of the last admin. */
async function erased(deps: Deps, ctx: BotContext) {
  try {
    return ctx.t('bot.erase_done', { ...(await eraseMe(deps, ctx.user.id)) })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return common(ctx.locale)(`error.${error.code}`)
  }
}
