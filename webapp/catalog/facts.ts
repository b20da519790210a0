import { formatAttribute } from '#shared/catalog/format.ts'
import type { AttributeValues } from '#shared/catalog/types.ts'
import type { CategoryView } from '#shared/catalog/view.ts'
import type { Locale } from '#shared/i18n/locales.ts'

/** What a card says of an ad of this category, "2021 · 87 000 km"; empty when nothing of it was answered. */
export const factsOf = (category: CategoryView, answers: AttributeValues, locale: Locale): string =>
  category.attributes
    .flatMap((attribute) => {
      const value = answers[attribute.key]
      if (!attribute.card || value === undefined || value === '') return []
      // "Yes" alone says nothing; what is said yes to does.
      if (typeof value === 'boolean') return value ? [attribute.label] : []
      return [formatAttribute(attribute, value, locale)]
    })
    .join(' · ')
