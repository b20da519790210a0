import { InlineKeyboard } from 'grammy'
import type { Config } from '#server/config.ts'

/** One button that opens the Mini App; Telegram takes such buttons in private chats only. */
export const appButton = (text: string, url: string) => ({
  reply_markup: new InlineKeyboard().webApp(text, url),
})

/** The Mini App's first screen, written as Telegram answers it: with the slash. */
export const homeUrl = ({ publicUrl }: Pick<Config, 'publicUrl'>) => `${publicUrl}/`
