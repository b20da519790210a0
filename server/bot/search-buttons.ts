import { Composer, InlineKeyboard } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { findSearch, type SearchRow } from '#server/searches/queries.ts'
import { changeSearch, deleteSearch } from '#server/searches/verbs.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import type { BotContext } from './context.ts'
import { failureOf } from './failure.ts'

/** What a button below new ads does to their search; the callback data is `search:<deed>:<id>`. */
const deeds = ['pause', 'resume', 'delete'] as const
type Deed = (typeof deeds)[number]

/** What can be done with a saved search as it is now. */
export function searchButtons({ id, mode }: SearchRow, locale: Locale): InlineKeyboardButton[] {
  const button = (deed: Deed) =>
    InlineKeyboard.text(botTexts(locale)(`bot.search_${deed}`), `search:${deed}:${id}`)
  return [button(mode === 'off' ? 'resume' : 'pause'), button('delete')]
}

/** The buttons below new ads. The message keeps what it opens and then shows what the search as it is now allows. */
export function searchDeeds({ db }: Pick<Deps, 'db'>) {
  const composer = new Composer<BotContext>()
  composer.callbackQuery(new RegExp(`^search:(${deeds.join('|')}):(\\d{1,15})$`), async (ctx) => {
    const id = Number(ctx.match[2])
    const answer = await perform(db, ctx, ctx.match[1] as Deed, id)
    const search = await findSearch(db, ctx.user.id, id)
    const kept = ctx.callbackQuery.message?.reply_markup?.inline_keyboard.filter((row) =>
      row.every((button) => !('callback_data' in button)),
    )
    const rows = [...(kept ?? []), ...(search ? [searchButtons(search, ctx.locale)] : [])]
    await Promise.all([
      ctx.answerCallbackQuery(answer).catch(failureOf),
      ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: rows } }).catch(failureOf),
    ])
  })
  return composer
}

async function perform(db: Deps['db'], ctx: BotContext, deed: Deed, id: number): Promise<string> {
  try {
    if (deed === 'delete') await deleteSearch({ db }, ctx.user.id, id)
    else await changeSearch({ db }, ctx.user.id, id, { mode: deed === 'pause' ? 'off' : 'instant' })
    return ctx.t(`bot.search_${deed}d`)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return common(ctx.locale)(`error.${error.code}`)
  }
}
