import type { FavoritesKey } from '#shared/i18n/app/uz/favorites.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

export const favorites: Dictionary<FavoritesKey> = {
  'favorites.title': 'Сохранённые объявления',
  'favorites.save': '{title}: сохранить',
  'favorites.first': 'Сохранено. Если подешевеет, бот напишет.',
  'favorites.empty': 'Нажмите на сердечко, и объявление будет здесь',
}
