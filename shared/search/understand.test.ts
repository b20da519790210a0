import { expect, test } from 'vitest'
import { attributeOf, categoryById, topCategoryById } from '#shared/catalog/index.ts'
import type { AdFilters } from '#shared/search/filters.ts'
import { fitting, letting, meanings } from '#shared/search/meanings.ts'
import { understand } from '#shared/search/understand.ts'

const cobalt = { category: 'transport.cars', attributes: { model: ['chevrolet-cobalt'] } }
const cow = { category: 'livestock.cattle', attributes: { kind: ['cow', 'cow-calf'] } }
const upTo = (max: number, currency?: 'USD') => ({ price: { max }, ...(currency && { currency }) })

const understood: readonly (readonly [string, AdFilters])[] = [
  ['andijonda 10 ming dollargacha kobalt', { ...cobalt, region: 'andijon', ...upTo(10_000, 'USD') }],
  ['Кобальт до 10 тыс $ в Андижане', { ...cobalt, region: 'andijon', ...upTo(10_000, 'USD') }],
  ['кобалт 10 минг долларгача андижонда', { ...cobalt, region: 'andijon', ...upTo(10_000, 'USD') }],
  ['cobalt 2019 dan', { ...cobalt, attributes: { ...cobalt.attributes, year: { min: 2019 } } }],
  ['kobalt 2019-yildan', { ...cobalt, attributes: { ...cobalt.attributes, year: { min: 2019 } } }],
  ['kobalt 2019+', { ...cobalt, attributes: { ...cobalt.attributes, year: { min: 2019 } } }],
  ['kobalt sotiladi', cobalt],
  ['oq kobalt', { q: 'oq', ...cobalt }],
  [
    'kobalt 2020 100 ming km gacha',
    {
      ...cobalt,
      attributes: { ...cobalt.attributes, year: { min: 2020, max: 2020 }, mileage: { max: 100_000 } },
    },
  ],
  [
    'нексия 3 2018-2020 йил',
    {
      category: 'transport.cars',
      attributes: { model: ['chevrolet-nexia-3'], year: { min: 2018, max: 2020 } },
    },
  ],
  [
    'damas 2015 dan 2020 gacha yil',
    {
      category: 'transport.cars',
      attributes: { model: ['chevrolet-damas', 'daewoo-damas'], year: { min: 2015, max: 2020 } },
    },
  ],
  ['lada 2107', { category: 'transport.cars', attributes: { model: ['lada-2107'] } }],
  ['mashina', { category: 'transport.cars' }],
  ['mashina 5 ming $', { category: 'transport.cars', ...upTo(5_000, 'USD') }],
  ['avto 8000 gacha', { category: 'transport.cars', ...upTo(8_000, 'USD') }],
  ['от 10 до 15 тыс $ кобальт', { ...cobalt, price: { min: 10_000, max: 15_000 }, currency: 'USD' }],
  [
    '4 xonali uy Fargʻonada 50 ming $ gacha',
    {
      category: 'realty',
      attributes: { rooms: { min: 4, max: 4 } },
      region: 'fargona',
      ...upTo(50_000, 'USD'),
    },
  ],
  ['3 комнатная квартира', { category: 'realty.flats', attributes: { rooms: { min: 3, max: 3 } } }],
  [
    '6-7 sotixli hovli qoʻqon 30-40 ming',
    {
      category: 'realty.houses',
      attributes: { land: { min: 6, max: 7 } },
      region: 'fargona',
      district: 'fargona.qoqon-sh',
      price: { min: 30_000, max: 40_000 },
      currency: 'USD',
    },
  ],
  ['дом в Фергане до 40 тыс $', { category: 'realty.houses', region: 'fargona', ...upTo(40_000, 'USD') }],
  ['6 sotix yer', { category: 'realty.land', attributes: { land: { min: 6, max: 6 } } }],
  [
    'kvartira ijaraga qoʻqonda',
    { category: 'realty.rent-flats', region: 'fargona', district: 'fargona.qoqon-sh' },
  ],
  ['Chustda hovli', { category: 'realty.houses', region: 'namangan', district: 'namangan.chust' }],
  ['корова до 15 млн в Намангане', { ...cow, region: 'namangan', ...upTo(15_000_000) }],
  ['sigir 10-15 mln', { ...cow, price: { min: 10_000_000, max: 15_000_000 } }],
  ['sigir 10 mlndan 15 mlngacha', { ...cow, price: { min: 10_000_000, max: 15_000_000 } }],
  ['golshtin sigir 15 mln gacha', { q: 'golshtin', ...cow, ...upTo(15_000_000) }],
  ['ot 10 mln gacha', { q: 'ot', ...upTo(10_000_000) }],
  ['iphone 13 128gb', { q: 'iphone 13', category: 'phones.smartphones', attributes: { storage: ['128'] } }],
  ['iPhone 13 до 500 $', { q: 'iPhone 13', ...upTo(500, 'USD') }],
  ['дом на 6 сотках', { category: 'realty.houses', attributes: { land: { min: 6, max: 6 } } }],
  ['iphone', { category: 'phones.smartphones', attributes: { brand: ['apple'] } }],
  ['телефон до 2 млн', { category: 'phones.smartphones', ...upTo(2_000_000) }],
  ['телефон не дороже 200$', { category: 'phones.smartphones', ...upTo(200, 'USD') }],
  ['kir mashina 3 mln gacha', { category: 'appliances.washing', ...upTo(3_000_000) }],
  ['velosiped 500 ming dan arzon', { category: 'transport.bicycles', ...upTo(500_000) }],
  ['koʻylak 200 ming gacha', { q: 'koʻylak', ...upTo(200_000) }],
  ['Norinda quyon', { category: 'livestock.rabbits', region: 'namangan', district: 'namangan.norin' }],
  ['chust hovli', { q: 'chust', category: 'realty.houses' }],
  ['g. Andijon kvartira', { category: 'realty.flats', region: 'andijon', district: 'andijon.andijon-sh' }],
]
test.each(understood)('%j is understood', (query, filters) => {
  expect(understand(query).filters).toEqual(filters)
})

test.each([
  'kobalt bamper',
  'cobalt uchun chexol',
  'kobalt yoki jentra',
  'chust pichoq',
  'rishton lagan',
  'norin',
  'sigir yemi',
  'корм для коровы',
  'redmi note 12',
  'iphone 13',
  'iphone 13 ekrani',
  'samsung',
  'haydovchi kerak',
  'mashina ijaraga',
  'tikuv mashinasi',
  'uy bekasi',
  'dollar',
  '20',
  'Toshloq',
])('%j stays words', (query) => {
  expect(understand(query)).toEqual({ filters: { q: query }, parts: [] })
})

test('each part tells the words it was read from', () => {
  expect(
    understand('4 xonali hovli, Fargʻonada 50 ming $ gacha, gaz bor').parts.map(({ text }) => text),
  ).toEqual(['hovli', 'Fargʻonada', '4 xonali', '50 ming $ gacha'])
  expect(understand('kvartira Andijonda ijaraga').parts[0]).toEqual({
    text: 'kvartira ijaraga',
    filters: { category: 'realty.rent-flats' },
  })
})

test('nothing, signs and endless queries are no trouble', () => {
  expect(understand('  ')).toEqual({ filters: {}, parts: [] })
  expect(understand('?!').parts).toEqual([])
  expect(understand(`${'kobalt 10 mln '.repeat(200)}`).filters.q?.length ?? 0).toBeLessThan(101)
})

test('meanings name what the catalogue has, by questions that every ad must answer', () => {
  const wrong = meanings.flatMap(({ category, attributes, words }) => {
    const found = categoryById(category)
    if (!attributes) return (found ?? topCategoryById(category)) ? [] : [words]
    return Object.entries(attributes).flatMap(([key, ids]) => {
      const attribute = found && attributeOf(found, key)
      const known = attribute?.type === 'select' && attribute.required && attribute.filter
      return known && ids.every((id) => attribute.options.some((option) => option.id === id)) ? [] : [words]
    })
  })
  expect(wrong).toEqual([])
  const ids = [...Object.keys(fitting), ...Object.entries(letting).flat()]
  expect(ids.filter((id) => !categoryById(id) && !topCategoryById(id))).toEqual([])
})
