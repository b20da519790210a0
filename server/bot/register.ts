import { isDeepStrictEqual } from 'node:util'
import type { LanguageCode } from 'grammy/types'
import type { Deps } from '#server/deps.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { failureOf } from './failure.ts'
import { commandsIn, menuButton } from './menu.ts'

/** Telegram's tags for who sees which texts; everybody else sees Uzbek, and `uz` does not tell the script. */
const audiences: readonly { locale: Locale; audience: { language_code?: LanguageCode } }[] = [
  { locale: 'uz', audience: {} },
  { locale: 'ru', audience: { language_code: 'ru' } },
  { locale: 'en', audience: { language_code: 'en' } },
]

/**
 * Tells Telegram the bot's commands, descriptions and menu button in every language; only what differs is written.
 * A failure is logged: the board works without.
 */
export async function registerBot({ telegram, config, log }: Deps) {
  const keep = async <T>(what: string, get: () => Promise<T>, wanted: T, set: () => Promise<unknown>) => {
    try {
      if (!isDeepStrictEqual(await get(), wanted)) await set()
    } catch (error) {
      log.warn({ what, failure: failureOf(error) }, 'the bot could not be registered')
    }
  }
  for (const { locale, audience } of audiences) {
    const t = botTexts(locale)
    const commands = commandsIn(t)
    const description = t('bot.description')
    const short_description = t('bot.short_description')
    await keep(
      'commands',
      () => telegram.getMyCommands(audience),
      commands,
      () => telegram.setMyCommands(commands, audience),
    )
    await keep(
      'description',
      async () => (await telegram.getMyDescription(audience)).description,
      description,
      () => telegram.setMyDescription(description, audience),
    )
    await keep(
      'short description',
      async () => (await telegram.getMyShortDescription(audience)).short_description,
      short_description,
      () => telegram.setMyShortDescription(short_description, audience),
    )
  }
  const menu_button = menuButton(botTexts('uz'), config)
  await keep(
    'menu button',
    () => telegram.getChatMenuButton(),
    menu_button,
    () => telegram.setChatMenuButton({ menu_button }),
  )
}
