import { ads } from '#shared/i18n/app/ru/ads.ts'
import { coach } from '#shared/i18n/app/ru/coach.ts'
import { draft } from '#shared/i18n/app/ru/draft.ts'
import { favorites } from '#shared/i18n/app/ru/favorites.ts'
import { mine } from '#shared/i18n/app/ru/mine.ts'
import { search } from '#shared/i18n/app/ru/search.ts'
import { searches } from '#shared/i18n/app/ru/searches.ts'
import { shell } from '#shared/i18n/app/ru/shell.ts'
import type { TextKey } from '#shared/i18n/app/uz/index.ts'
import { ru as common } from '#shared/i18n/common/ru.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

export const dictionary: Dictionary<TextKey> = {
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
