import type { DraftKey } from '#shared/i18n/app/uz/draft.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

export const draft: Dictionary<DraftKey> = {}
