import { describe, expect, it } from 'vitest'
import { catalog } from '#shared/catalog/index.ts'
import { locales } from '#shared/i18n/locales.ts'
import { regions } from '#shared/regions/regions.ts'
import { pathOf, preferredLocale, readPath, slugOf, type Target } from './address.ts'

describe('addresses of public pages', () => {
  const tops = catalog.map(({ id }) => id)
  const categories = catalog.flatMap(({ children }) => children.map(({ id }) => id))
  const places = regions.flatMap(({ id, districts }) => [id, ...districts.map((district) => district.id)])

  it('every list in every language, and an ad, has one that is read back as what it was', () => {
    const lists: Target[] = [...tops, ...categories, undefined].flatMap((category) =>
      [...places, undefined].map((place) => ({
        kind: 'list' as const,
        ...(category && { category }),
        ...(place && { place }),
      })),
    )
    const ad: Target = { kind: 'ad', id: 123, slug: 'cobalt-2019' }
    for (const target of [...lists, ad])
      for (const locale of [...locales, undefined])
        expect(readPath(pathOf(locale, target))).toEqual({ locale, target })
  })

  it('are short and readable', () => {
    expect(pathOf('ru', { kind: 'ad', id: 123, slug: 'cobalt-2019' })).toBe('/e/ru/123-cobalt-2019')
    expect(pathOf(undefined, { kind: 'ad', id: 123, slug: '' })).toBe('/e/123')
    expect(pathOf('uz', { kind: 'list', category: 'transport.cars', place: 'andijon.asaka' })).toBe(
      '/e/uz/transport/cars/andijon/asaka',
    )
  })

  it.each([
    '/e/nothing',
    '/e/ru/transport/nothing',
    '/e/andijon/transport',
    '/e/123-a/b',
    '/e/de',
    '/e/uz/uz',
  ])('%s leads nowhere', (path) => {
    expect(readPath(path).target).toBeUndefined()
  })
})

describe('slugOf', () => {
  it.each([
    ['Cobalt 2021, oq, ideal', 'cobalt-2021-oq-ideal'],
    ['Oʻrik koʻchati, 5 ta', 'orik-kochati-5-ta'],
    ["Oʻzbek to'ni", 'ozbek-toni'],
    ['Ўрик кўчати', 'orik-kochati'],
    ['Продаю щенка', 'prodayu-shenka'],
    ['<script>alert(1)</script>', 'script-alert-1-script'],
    ['🐄🐄🐄', ''],
    ['Sigir tel 90 123 45 67', 'sigir-tel'],
  ])('%s → %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  it('a long title ends with a whole word', () => {
    expect(slugOf('soʻz '.repeat(40))).toBe('soz-'.repeat(15).slice(0, -1))
    expect(slugOf('a'.repeat(80))).toBe('a'.repeat(60))
  })
})

describe('preferredLocale', () => {
  it.each([
    [undefined, 'uz'],
    ['', 'uz'],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['kk,en;q=0.3,ru;q=0.7', 'ru'],
    ['uz-Cyrl-UZ,uz;q=0.9', 'uz-Cyrl'],
    ['uz-UZ', 'uz'],
    ['fr;q=1, ru;q=0', 'uz'],
    ['*', 'uz'],
    [';;q=,,,', 'uz'],
  ])('%s is answered in %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale)
  })
})
