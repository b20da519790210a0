import { describe, expect, test } from 'vitest'
import type { AdFilters } from '#shared/search/filters.ts'
import type { Understood } from '#shared/search/understand.ts'
import type { Asked } from '#webapp/search/asked.ts'
import { mergeUnderstood, takeBackPart } from '#webapp/search/understand.ts'

const asked = (filters: AdFilters, kept: string[] = []): Asked => ({ filters, parts: [], kept })
const cobalt = {
  category: 'transport.cars',
  attributes: { make: ['chevrolet'], model: ['chevrolet-cobalt'] },
}
const query: Understood = {
  filters: { q: 'oq', region: 'andijon', price: { max: 10_000 }, currency: 'USD', ...cobalt },
  parts: [
    { text: 'andijonda', filters: { region: 'andijon' } },
    { text: '10 ming dollargacha', filters: { price: { max: 10_000 }, currency: 'USD' } },
    { text: 'kobalt', filters: cobalt },
  ],
}

describe('an understood query', () => {
  test('becomes filters; what was filtered by before stays unless it says otherwise', () => {
    const before = asked({ q: 'eski', district: 'fargona.quva', photos: true, sort: 'cheap' })
    expect(mergeUnderstood(before, query).filters).toEqual({ ...query.filters, photos: true, sort: 'cheap' })
    expect(mergeUnderstood(before, { filters: { q: 'oq' }, parts: [] }).filters).toEqual({
      q: 'oq',
      district: 'fargona.quva',
      photos: true,
      sort: 'cheap',
    })
  })

  test('of another category drops the answers of the one before', () => {
    const before = asked({ category: 'phones.phones', attributes: { brand: ['apple'] } })
    expect(mergeUnderstood(before, query).filters.attributes).toEqual(cobalt.attributes)
  })

  test('in so’m goes before a price in dollars', () => {
    const before = asked({ price: { min: 100 }, currency: 'USD' })
    const { filters } = mergeUnderstood(before, { filters: { price: { max: 5_000_000 } }, parts: [] })
    expect(filters).toMatchObject({ price: { max: 5_000_000 }, currency: 'UZS' })
  })

  test('keeps words that were taken back before as words', () => {
    const next = mergeUnderstood(asked({}, ['andijonda']), query)
    expect(next.filters).toMatchObject({ q: 'oq andijonda', ...cobalt })
    expect(next.filters).not.toHaveProperty('region')
    expect(next.parts.map(({ text }) => text)).toEqual(['10 ming dollargacha', 'kobalt'])
    expect(next.kept).toEqual(['andijonda'])
  })
})

describe('taking back what was understood', () => {
  const all = mergeUnderstood(asked({}), query)
  const part = (text: string) => all.parts.find((given) => given.text === text) ?? { text, filters: {} }

  test('takes its filters out and puts its words back', () => {
    const next = takeBackPart(all, part('10 ming dollargacha'))
    expect(next.filters).toEqual({ q: 'oq 10 ming dollargacha', region: 'andijon', ...cobalt })
    expect(next.kept).toEqual(['10 ming dollargacha'])
  })

  test('takes a category out only when nothing else was answered in it', () => {
    expect(takeBackPart(all, part('kobalt')).filters).not.toHaveProperty('category')
    const more = {
      ...all,
      filters: { ...all.filters, attributes: { ...cobalt.attributes, year: { min: 2019 } } },
    }
    expect(takeBackPart(more, part('kobalt')).filters).toMatchObject({
      category: 'transport.cars',
      attributes: { year: { min: 2019 } },
    })
  })
})
