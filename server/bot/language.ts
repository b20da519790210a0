import { Composer, InlineKeyboard } from 'grammy'
import type { Deps } from '#server/deps.ts'
import { setLocale } from '#server/users/queries.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { isLocale, type Locale } from '#shared/i18n/locales.ts'
import type { BotContext } from './context.ts'
import { failureOf } from './failure.ts'
import { setChatMenu } from './menu.ts'

/** Each language by its own name. */
const names: Readonly<Record<Locale, string>> = {
  uz: 'Oʻzbekcha',
  'uz-Cyrl': 'Ўзбекча',
  ru: 'Русский',
  en: 'English',
}

/** `/language`: four buttons; the chosen language holds for the bot, its menu in this chat and the Mini App. */
export function language(deps: Deps) {
  const composer = new Composer<BotContext>()

  composer.command('language', (ctx) =>
    ctx.reply(ctx.t('bot.language'), { reply_markup: choices(ctx.locale) }),
  )
  composer.callbackQuery(/^language:(.+)$/, async (ctx) => {
    const locale = ctx.match[1]
    if (!isLocale(locale)) return void (await ctx.answerCallbackQuery())
    await setLocale(deps.db, ctx.user.id, locale)
    const t = botTexts(locale)
    await Promise.all([
      ctx.answerCallbackQuery().catch(failureOf),
      // The same choice again, or a message too old to be edited: the choice holds all the same.
      ctx.editMessageText(t('bot.language_done'), { reply_markup: choices(locale) }).catch(failureOf),
      setChatMenu(deps, ctx.user.id, locale),
    ])
  })
  return composer
}

function choices(chosen: Locale) {
  const keyboard = new InlineKeyboard()
  for (const [index, [locale, name]] of Object.entries(names).entries()) {
    keyboard.text(locale === chosen ? `✅ ${name}` : name, `language:${locale}`)
    if (index % 2) keyboard.row()
  }
  return keyboard
}
