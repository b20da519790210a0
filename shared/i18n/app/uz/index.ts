import { ads } from '#shared/i18n/app/uz/ads.ts'
import { coach } from '#shared/i18n/app/uz/coach.ts'
import { draft } from '#shared/i18n/app/uz/draft.ts'
import { favorites } from '#shared/i18n/app/uz/favorites.ts'
import { mine } from '#shared/i18n/app/uz/mine.ts'
import { search } from '#shared/i18n/app/uz/search.ts'
import { searches } from '#shared/i18n/app/uz/searches.ts'
import { shell } from '#shared/i18n/app/uz/shell.ts'
import { uz as common } from '#shared/i18n/common/uz.ts'

/** Every text of the Mini App in Uzbek; the other locales must have the same keys. */
export const dictionary = {
  ...common,
  ...shell,
  ...ads,
  ...coach,
  ...draft,
  ...favorites,
  ...mine,
  ...searches,
  ...search,
}
export type TextKey = keyof typeof dictionary
