import { expect, test } from 'vitest'
import { searchOptions } from '#webapp/ui/search-options.ts'

const options = ['Nexia 3', 'Cobalt', 'Oltiariq', 'Qoʻqon shahri', 'Yangi Qoʻrgʻon'].map((label) => ({
  label,
}))
const found = (search: string) => searchOptions(options, search).map(({ label }) => label)

test('without words everything is there', () => {
  expect(found('  ')).toHaveLength(options.length)
})

test('what begins with the words comes before what has them inside', () => {
  expect(found('q')).toEqual(['Qoʻqon shahri', 'Oltiariq', 'Yangi Qoʻrgʻon'])
})

test('any apostrophe, none, and Cyrillic find the same', () => {
  for (const search of ["qo'qon", 'qo‘qon', 'QOQON', 'Қўқон'])
    expect(found(search)).toEqual(['Qoʻqon shahri'])
})
