import { formatAttribute } from '#shared/catalog/format.ts'
import type { AttributeValues } from '#shared/catalog/types.ts'
import type { CategoryView } from '#shared/catalog/view.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { limits } from '#shared/limits.ts'

/** A title from the answers that name the thing: "Chevrolet Cobalt, 2022 yil"; empty when they say too little. */
export function suggestTitle(category: CategoryView, values: AttributeValues, locale: Locale): string {
  const said = category.attributes.flatMap((attribute) => {
    const value = values[attribute.key]
    const names = attribute.type === 'select' ? attribute.hashtag || attribute.card : attribute.card
    if (!names || value === undefined || typeof value === 'boolean' || /(^|-)other$/.test(String(value)))
      return []
    return [{ name: attribute.type === 'select', text: formatAttribute(attribute, value, locale) }]
  })
  const names = said.filter(({ name }) => name).map(({ text }) => text)
  if (names.length === 0) return ''
  const numbers = said.filter(({ name }) => !name).map(({ text }) => text)
  const title = [names.join(' '), ...numbers].join(', ')
  return title.length <= limits.title.max ? title : ''
}
