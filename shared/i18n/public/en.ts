import type { Dictionary } from '#shared/i18n/translate.ts'
import type { PublicKey } from './uz.ts'

export const en: Dictionary<PublicKey> = {
  'public.market': 'Ads of the valley',
  'public.valley': 'Fergana valley',
  'public.in_place': '{what}: {place}',
  'public.list_text': '{what}, {place}: new ads with prices and photos. Write or call in Telegram.',
  'public.open': 'Open in Telegram',
  'public.open_text': 'Write or call in Telegram.',
  'public.hidden': 'Phone numbers and links are shown in Telegram only.',
  'public.similar': 'Similar ads',
  'public.older': 'Older ads',
  'public.newest': 'The newest',
  'public.languages': 'Language',
  'public.path': 'You are here',
  'public.places': 'Places',
  'public.photos': 'Photos',
  'public.empty_title': 'No ads yet',
  'public.empty_text': 'Post the first one: it is free.',
  'public.to_ads': 'See the ads',
  'public.error_title': 'The page did not open',
  'public.error_text': 'Something went wrong on our side. Try again shortly.',
}
