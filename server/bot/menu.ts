import type { BotCommand } from 'grammy/types'
import type { Config } from '#server/config.ts'
import type { Deps } from '#server/deps.ts'
import { type BotKey, botTexts } from '#shared/i18n/bot/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { homeUrl } from './app-button.ts'

const commands = ['start', 'new', 'my', 'language', 'help', 'delete'] as const

export const commandsIn = (t: Translate<BotKey>): BotCommand[] =>
  commands.map((command) => ({ command, description: t(`bot.command.${command}`) }))

export const menuButton = (t: Translate<BotKey>, config: Pick<Config, 'publicUrl'>) =>
  ({ type: 'web_app', text: t('bot.menu'), web_app: { url: homeUrl(config) } }) as const

/** Commands and menu button of one private chat, in the language chosen there. */
export async function setChatMenu({ telegram, config }: Deps, chatId: number, locale: Locale) {
  const t = botTexts(locale)
  await Promise.all([
    telegram.setMyCommands(commandsIn(t), { scope: { type: 'chat', chat_id: chatId } }),
    telegram.setChatMenuButton({ chat_id: chatId, menu_button: menuButton(t, config) }),
  ])
}
