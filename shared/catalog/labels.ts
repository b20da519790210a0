import type { Labels } from '#shared/catalog/types.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { toCyrillic } from '#shared/text/transliterate.ts'

/** The text in a locale; Uzbek in Cyrillic is transliterated unless it is given as an exception. */
export const labelOf = (labels: Labels, locale: Locale): string =>
  locale === 'uz-Cyrl' ? (labels['uz-Cyrl'] ?? toCyrillic(labels.uz)) : labels[locale]
