import { cyrillicOf } from '#shared/i18n/translate.ts'
import { type BotKey, uz } from './uz.ts'

export const uzCyrl = cyrillicOf<BotKey>(uz, {
  'bot.language_done': 'Яхши, энди ўзбекча, кириллда гаплашамиз.',
})
