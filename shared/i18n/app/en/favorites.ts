import type { FavoritesKey } from '#shared/i18n/app/uz/favorites.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

export const favorites: Dictionary<FavoritesKey> = {
  'favorites.title': 'Saved ads',
  'favorites.save': '{title}: save',
  'favorites.first': 'Saved. If the price drops, the bot tells you.',
  'favorites.empty': 'Tap the heart of an ad you like and it stays here',
}
