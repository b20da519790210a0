import type { Dictionary } from '#shared/i18n/translate.ts'
import type { SearchesKey } from './uz.ts'

export const searches: Dictionary<SearchesKey> = {
  'search.up_to': 'up to {value}',
  'search.from': 'from {value}',
  'search.with_photos': 'with photos',
  'bot.found': '🔔 What you are looking for is here',
  'bot.found_many': { one: '🔔 {count} new ad for you', other: '🔔 {count} new ads for you' },
  'bot.found_more': 'and {count} more',
  'bot.found_all': 'See all',
  'bot.search_pause': '🔕 Pause',
  'bot.search_resume': '🔔 Write again',
  'bot.search_delete': '🗑 Delete',
  'bot.search_paused': 'All right, I will not write about this for now.',
  'bot.search_resumed': 'All right, I will write as soon as there is something new.',
  'bot.search_deleted': 'The search is deleted, I will not write about it any more.',
  'bot.find': 'What you looked for is in the market, behind this button 👇',
  'bot.find_button': 'View',
  'inline.none': 'Nothing found. Search the market',
  'inline.more': 'Open the market',
}
