import { formatAttribute } from '#shared/catalog/format.ts'
import type { Attribute, AttributeValues } from '#shared/catalog/types.ts'
import type { AttributeView } from '#shared/catalog/view.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { limits } from '#shared/limits.ts'

/** A title from the answers that name the thing: "Nexia 2, 2021", "Sigir Golshtin"; empty when they say too little. */
export function suggestTitle(
  category: { readonly attributes: readonly (Attribute | AttributeView)[] },
  values: AttributeValues,
  locale: Locale,
): string {
  const said = category.attributes.flatMap((attribute) => {
    const value = values[attribute.key]
    if (value === undefined || /(^|-)other$/.test(String(value))) return []
    const isName = attribute.type === 'select' && (attribute.hashtag || attribute.card)
    const isNumber = attribute.type === 'number' && attribute.card
    return isName || isNumber ? [{ isName, text: formatAttribute(attribute, value, locale) }] : []
  })
  const names = said.filter(({ isName }) => isName).map(({ text }) => text)
  if (names.length === 0) return ''
  const number = said.find(({ isName }) => !isName)?.text
  const title = [names.join(' '), number].filter(Boolean).join(', ')
  return title.length <= limits.title.max ? title : ''
}
