import type { BotCommand, MenuButton } from '@grammyjs/types'
import type { Journal, Table } from './journal.ts'

/** What the bot says about itself, by language (`''` is everybody's) or by chat. */
export interface Settings {
  readonly names: Table<string>
  readonly descriptions: Table<string>
  readonly shortDescriptions: Table<string>
  /** By `commandsKey`. */
  readonly commands: Table<BotCommand[]>
  /** By chat id, or `default`. */
  readonly menuButtons: Table<MenuButton>
}

export function settingsOf(journal: Journal): Settings {
  return {
    names: journal.table('names'),
    descriptions: journal.table('descriptions'),
    shortDescriptions: journal.table('shortDescriptions'),
    commands: journal.table('commands'),
    menuButtons: journal.table('menuButtons'),
  }
}

export const commandsKey = (scope: string, languageCode: string): string => `${scope} ${languageCode}`

/** The text for a language, else everybody's. */
export function inLanguage(texts: Table<string>, languageCode: string): string {
  return texts.get(languageCode) ?? texts.get('') ?? ''
}

/**
 * The commands a person sees in their chat with the bot, first list found:
 * https://core.telegram.org/bots/api#determining-list-of-commands
 */
export function commandsFor(settings: Settings, chatId: number, languageCode: string): BotCommand[] {
  for (const scope of [`chat:${chatId}`, 'all_private_chats', 'default'])
    for (const language of [languageCode, '']) {
      const found = settings.commands.get(commandsKey(scope, language))
      if (found?.length) return found
    }
  return []
}

export function menuButtonFor(settings: Settings, chatId: number): MenuButton {
  const own = settings.menuButtons.get(chatId)
  if (own && own.type !== 'default') return own
  return settings.menuButtons.get('default') ?? { type: 'commands' }
}
