import { expect, test } from 'vitest'
import type { AdFilters } from '#shared/search/filters.ts'
import { readSearchParam, searchLink, writeSearchParam } from '#shared/search/link.ts'

const filters: AdFilters = {
  q: 'оқ кобальт & "50%" + oʻgʻil 👌',
  category: 'transport.cars',
  district: 'andijon.asaka',
  price: { max: 12_000 },
  currency: 'USD',
  photos: true,
  attributes: { gearbox: ['automatic', 'manual'], year: { min: 2018 } },
  sort: 'cheap',
}

test('filters travel in a link and come back as they were', () => {
  const param = writeSearchParam(filters)
  expect(param).toMatch(/^s_[\w-]+$/)
  expect(readSearchParam(param as string)).toEqual(filters)
  expect(searchLink('VodiyBozorBot', filters)).toBe(`https://t.me/VodiyBozorBot?startapp=${param}`)
})

test('a hundred Cyrillic letters with filters still fit', () => {
  const param = writeSearchParam({ ...filters, q: 'ў'.repeat(100) })
  expect(param?.length).toBeLessThanOrEqual(512)
})

test('what does not fit makes no link', () => {
  const options = Array.from({ length: 30 }, (_, n) => `a-rather-long-option-id-${n}`)
  expect(writeSearchParam({ attributes: { model: options } })).toBeUndefined()
})

test.each(['s_%', 's_Ā', 's_////', 'ad_1', ''])('%o opens no list', (param) => {
  expect(readSearchParam(param) ?? {}).toEqual({})
})
