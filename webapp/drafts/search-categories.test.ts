import { expect, it } from 'vitest'
import { catalogFor } from '#shared/catalog/index.ts'
import { searchOptions } from '#webapp/ui/search-options.ts'
import { waysNamedIn, waysToCategories } from './search-categories.ts'

const find = (search: string, locale: 'uz' | 'ru' = 'uz') =>
  searchOptions(waysToCategories(catalogFor(locale)), search).map(({ category, answers }) => [
    category.id,
    answers,
  ])

it('finds a category by its name before anything else', () => {
  expect(find('qoramol')[0]).toEqual(['livestock.cattle', {}])
})

it('finds it by the thing itself, and already knows the answer; either script will do', () => {
  const cobalt = ['transport.cars', { make: 'chevrolet', model: 'chevrolet-cobalt' }]
  expect(find('cobalt')).toContainEqual(cobalt)
  expect(find('сигир').map(([id]) => id)).toContain('livestock.cattle')
  expect(find('корова', 'ru').map(([id]) => id)).toContain('livestock.cattle')
})

it('guesses it from what was written, the most telling word first', () => {
  const guess = (text: string, locale: 'uz' | 'ru' = 'uz') =>
    waysNamedIn(text, waysToCategories(catalogFor(locale))).map(({ category, answers }) => [
      category.id,
      answers,
    ])
  expect(guess('Oq Cobalt 2021 sotiladi')[0]).toEqual([
    'transport.cars',
    { make: 'chevrolet', model: 'chevrolet-cobalt' },
  ])
  expect(guess('Соғин сигир').map(([id]) => id)).toContain('livestock.cattle')
  expect(guess('Продаётся корова', 'ru').map(([id]) => id)).toContain('livestock.cattle')
  expect(guess('Sotiladi')).toEqual([])
  expect(guess('').length).toBe(0)
})
