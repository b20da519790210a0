import { ads } from '#shared/i18n/app/en/ads.ts'
import { coach } from '#shared/i18n/app/en/coach.ts'
import { draft } from '#shared/i18n/app/en/draft.ts'
import { favorites } from '#shared/i18n/app/en/favorites.ts'
import { mine } from '#shared/i18n/app/en/mine.ts'
import { search } from '#shared/i18n/app/en/search.ts'
import { searches } from '#shared/i18n/app/en/searches.ts'
import { shell } from '#shared/i18n/app/en/shell.ts'
import type { TextKey } from '#shared/i18n/app/uz/index.ts'
import { en as common } from '#shared/i18n/common/en.ts'
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
