import type { SearchesKey } from '#shared/i18n/app/uz/searches.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

export const searches: Dictionary<SearchesKey> = {
  'searches.title': 'My searches',
  'searches.hint': 'The bot writes when such an ad appears',
  'searches.save': 'Tell me when a new one appears',
  'searches.saved': 'Saved: the bot will write when one appears',
  'searches.when': 'When to write?',
  'searches.instant': 'At once',
  'searches.instant_hint': 'As soon as it appears',
  'searches.daily': 'Once a day',
  'searches.daily_hint': 'In the evening, all in one message',
  'searches.off': 'Do not write',
  'searches.off_hint': 'It just stays in the list',
  'searches.bell': '{name}: when to write',
  'searches.delete': 'Delete the search',
  'searches.deleted': 'The search is deleted',
  'searches.done': 'Done',
  'searches.empty_title': 'No saved searches yet',
  'searches.empty_text': 'Search for something and press 🔔: the bot writes as soon as such an ad appears.',
  'searches.empty_action': 'Search',
  'searches.refused': 'You did not let the bot write to you, so no message will come.',
}
