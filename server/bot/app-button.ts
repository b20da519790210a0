import { InlineKeyboard } from 'grammy'

/** One button that opens the Mini App; Telegram takes such buttons in private chats only. */
export const appButton = (text: string, url: string) => ({
  reply_markup: new InlineKeyboard().webApp(text, url),
})
