import { expect, it } from 'vitest'
import { catalogFor } from '#shared/catalog/index.ts'
import type { AttributeValues } from '#shared/catalog/types.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { suggestTitle } from './suggest-title.ts'

const suggest = (id: string, values: AttributeValues, locale: Locale = 'uz') => {
  const category = catalogFor(locale)
    .flatMap(({ children }) => children)
    .find((child) => child.id === id)
  if (!category) throw new Error(`No such category: ${id}`)
  return suggestTitle(category, values, locale)
}

it('names the thing and one number of it', () => {
  const cobalt = { make: 'chevrolet', model: 'chevrolet-cobalt', year: 2021, mileage: 87_000 }
  expect(suggest('transport.cars', cobalt)).toBe('Cobalt, 2021')
})

it('says nothing while nothing names the thing', () => {
  expect(suggest('transport.cars', {})).toBe('')
  expect(suggest('transport.cars', { year: 2021 })).toBe('')
})

it('speaks the language of the screen and passes over "other"', () => {
  expect(suggest('livestock.cattle', { breed: 'other' })).toBe('')
  const russian = catalogFor('ru').flatMap(({ children }) => children)
  for (const category of russian)
    for (const attribute of category.attributes)
      if (attribute.type === 'select')
        for (const { id } of attribute.options)
          expect(suggestTitle(category, { [attribute.key]: id }, 'ru')).not.toMatch(/undefined/)
})
