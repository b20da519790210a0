import type { Message } from '#shared/i18n/translate.ts'

/** What the bot says of saved searches, and in inline mode. */
export const searches = {
  'search.up_to': '{value} gacha',
  'search.from': '{value} dan',
  'search.with_photos': 'rasmli',
  'bot.found': '🔔 Siz qidirgan eʼlon chiqdi',
  'bot.found_many': '🔔 Siz qidirgan {count} ta yangi eʼlon',
  'bot.found_more': 'va yana {count} ta',
  'bot.found_all': 'Hammasini koʻrish',
  'bot.search_pause': '🔕 Toʻxtatish',
  'bot.search_resume': '🔔 Yana yozib turilsin',
  'bot.search_delete': '🗑 Oʻchirish',
  'bot.search_paused': 'Yaxshi, bu haqda hozircha yozmayman.',
  'bot.search_resumed': 'Yaxshi, yangisi chiqsa darrov yozaman.',
  'bot.search_deleted': 'Qidiruv oʻchirildi, bu haqda endi yozmayman.',
  'bot.find': 'Qidirganingiz bozorda, shu tugmada 👇',
  'bot.find_button': 'Koʻrish',
  'inline.none': 'Topilmadi. Bozordan qidirish',
  'inline.more': 'Bozorni ochish',
} as const satisfies Record<string, Message>

export type SearchesKey = keyof typeof searches
