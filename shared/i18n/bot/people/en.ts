import type { Dictionary } from '#shared/i18n/translate.ts'
import type { PeopleKey } from './uz.ts'

export const people: Dictionary<PeopleKey> = {
  'bot.banned_hidden': {
    one: '{count} of your ads was taken down.',
    other: '{count} of your ads were taken down.',
  },
  'bot.banned_kept': 'Your ads stay as they are.',
  'bot.banned_may':
    'You can still look around and search. If this is a mistake, write to the channel’s admin.',
  'bot.lifted': 'The ban is lifted ✅ You can post ads again.',
  'bot.lifted_ads': {
    one: '{count} ad that was taken down does not come back by itself: if you need it, send it again from “My ads”.',
    other:
      '{count} ads that were taken down do not come back by themselves: if you need them, send them again from “My ads”.',
  },
  'bot.role_moderator':
    'You are now a moderator of Vodiy Bozor 🛡️\n\nAds are checked in the app, under “Queue”.',
  'bot.role_admin': 'You are now an admin of Vodiy Bozor 🛡️\n\nAll settings are in the app, under “Manage”.',
  'bot.role_user': 'You are no longer a moderator of Vodiy Bozor. Thank you for your help!',
  'bot.role_button': 'Open “Manage”',
}
