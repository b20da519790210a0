import type { Message } from '#shared/i18n/translate.ts'

/** Texts of saved ads. */
export const favorites = {
  'favorites.title': 'Saqlangan eʼlonlar',
  'favorites.save': '{title}: saqlab qoʻyish',
  'favorites.first': 'Saqlandi. Narxi tushsa, bot yozadi.',
  'favorites.empty': 'Yoqqan eʼlondagi yurakchani bosing, u shu yerda turadi',
} as const satisfies Record<string, Message>

export type FavoritesKey = keyof typeof favorites
