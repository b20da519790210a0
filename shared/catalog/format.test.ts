import { describe, expect, test } from 'vitest'
import { number } from '#shared/catalog/build.ts'
import { formatAttribute, optionHashtag } from '#shared/catalog/format.ts'
import { attributeOf, catalog, catalogFor, categoryById } from '#shared/catalog/index.ts'
import type { AttributeValue } from '#shared/catalog/types.ts'
import { unitForms, unitLabel } from '#shared/catalog/units.ts'
import { type Locale, locales } from '#shared/i18n/locales.ts'

const format = (categoryId: string, key: string, value: AttributeValue, locale: Locale) => {
  const category = categoryById(categoryId)
  const attribute = category && attributeOf(category, key)
  if (!attribute) throw new Error(`${categoryId} has no ${key}`)
  return formatAttribute(attribute, value, locale).replaceAll('\u00a0', ' ')
}

describe('a value as people read it', () => {
  test.each([
    ['transport.cars', 'mileage', 87_000, 'uz', '87 000 km'],
    ['transport.cars', 'mileage', 87_000, 'uz-Cyrl', '87 000 км'],
    ['transport.cars', 'mileage', 0, 'ru', '0 км'],
    ['transport.cars', 'year', 2019, 'uz', '2019'],
    ['transport.cars', 'model', 'chevrolet-cobalt', 'uz-Cyrl', 'Cobalt'],
    ['transport.cars', 'make', 'lada', 'uz-Cyrl', 'Лада (ВАЗ)'],
    ['transport.cars', 'model', 'withdrawn', 'uz', 'withdrawn'],
    ['transport.cars', 'fuel', 'petrol-methane', 'ru', 'Бензин + метан'],
    ['transport.cars', 'engine', 1.5, 'ru', '1,5 л'],
    ['transport.cars', 'engine', 1.5, 'en', '1.5 l'],
    ['transport.cars', 'barter', true, 'uz', 'Ha'],
    ['transport.cars', 'barter', false, 'uz-Cyrl', 'Йўқ'],
    ['realty.land', 'land', 1, 'ru', '1 сотка'],
    ['realty.land', 'land', 2.5, 'ru', '2,5 сотки'],
    ['realty.land', 'land', 8, 'ru', '8 соток'],
    ['realty.land', 'land', 8, 'uz', '8 sotix'],
    ['realty.flats', 'rooms', 1, 'en', '1 room'],
    ['realty.flats', 'rooms', 3, 'en', '3 rooms'],
    ['phones.smartphones', 'battery', 87, 'uz', '87%'],
    ['phones.smartphones', 'model', 'Redmi Note 13', 'ru', 'Redmi Note 13'],
  ] as const)('%s %s %s in %s: %s', (category, key, value, locale, expected) => {
    expect(format(category, key, value, locale)).toBe(expected)
  })

  test('never breaks between number and unit', () => {
    const weight = number('w', ['a', 'б', 'c'], { min: 0, max: 1e6, unit: 'kg' })
    expect(formatAttribute(weight, 120_000, 'uz')).toBe('120\u00a0000\u00a0kg')
  })

  test('reads the same from the view the API serves', () => {
    for (const locale of locales) {
      const views = catalogFor(locale).flatMap(({ children }) => children)
      for (const [index, category] of catalog.flatMap(({ children }) => children).entries())
        for (const [at, attribute] of category.attributes.entries()) {
          const view = views[index]?.attributes[at]
          if (!view) throw new Error(`no view of ${category.id} ${attribute.key}`)
          for (const value of samplesOf(attribute.type, attribute.type === 'select' ? attribute.options : []))
            expect(formatAttribute(view, value, locale)).toBe(formatAttribute(attribute, value, locale))
        }
    }
  })
})

const samplesOf = (type: string, options: readonly { id: string }[]): AttributeValue[] => {
  if (type === 'select') return options.map(({ id }) => id)
  if (type === 'number') return [1, 2.5, 3, 5, 21, 12_345]
  return type === 'bool' ? [true, false] : ['matn']
}

test('units have a text in every locale; an unknown one is refused', () => {
  expect(locales.map((locale) => unitLabel('sotix', locale))).toEqual(['sotix', 'сотих', 'соток', 'sotix'])
  expect(locales.map((locale) => unitLabel('gb', locale))).toEqual(['GB', 'ГБ', 'ГБ', 'GB'])
  expect(unitForms('days', 'en')).toEqual({ one: 'day', other: 'days' })
  expect(() => unitForms('parsec', 'uz')).toThrow('parsec')
})

test('a hashtag is made of an option’s Latin letters and digits, never of "other"', () => {
  const cars = categoryById('transport.cars')
  const model = cars && attributeOf(cars, 'model')
  const hashtags =
    model?.type === 'select' ? new Map(model.options.map((o) => [o.id, optionHashtag(o)])) : undefined
  expect(hashtags?.get('chevrolet-nexia-3')).toBe('nexia3')
  expect(hashtags?.get('lada-niva')).toBe('niva')
  expect(hashtags?.get('chevrolet-other')).toBe('')
})
