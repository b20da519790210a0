import { expect, test } from 'vitest'
import { guessDraft } from '#shared/answers/guess.ts'
import { readCategory } from '#shared/answers/guess-category.ts'

test.each([
  ['Cobalt sotiladi 2020 yil oq', 'transport.cars'],
  ['Кобальт сотилади', 'transport.cars'],
  ['Нексия 3 2019', 'transport.cars'],
  ['Spark 2 pozitsiya 2015 balon yangi', 'transport.cars'],
  ['Sigir sotiladi, golshtin', 'livestock.cattle'],
  ['Сигир сотилади', 'livestock.cattle'],
  ['Продаю корову стельную', 'livestock.cattle'],
  ['hovlida boqilgan qoʻzilar', 'livestock.sheep'],
  ['sigirlar uchun omuxta yem', 'crops.feed'],
  ['Hovli sotiladi 6 sotix, gaz suv bor, konditsioner, mebel', 'realty.houses'],
  ['Продаётся дом', 'realty.houses'],
  ['yer uchastka 8 sotix', 'realty.land'],
  ['3 xonali kvartira sotiladi', 'realty.flats'],
  ['3 xonali kvartira ijaraga', 'realty.rent-flats'],
  ['Сдаётся квартира', 'realty.rent-flats'],
  ['iPhone 13 128 gb ideal', 'phones.smartphones'],
  ['Редми нот 12', 'phones.smartphones'],
  ['Samsung televizor 43', 'electronics.tv'],
  ['стиральная машина LG', 'appliances.washing'],
  ['divan kreslo', 'home.furniture'],
  ['Cobalt uchun bamper', 'transport.parts'],
  ['Sotuvchi qizlar ishga taklif qilinadi', 'jobs.offered'],
  ['Telefonlar', 'phones.smartphones'],
  ['Легковые автомобили', 'transport.cars'],
  ['Қорамол', 'livestock.cattle'],
])('%j is of %s', (text, id) => {
  expect(readCategory(text)).toBe(id)
})

test.each([
  'Cobalt sotib olaman',
  'Cobalt uchun chexol',
  'Damas yuk tashish xizmati',
  'Matiz ijaraga',
  'Мушукча яхши қўлга',
  'Пропала корова',
  'mashina',
  'Samsung',
  'Cobalt yoki hovli',
  'Salom',
  'sigir uchun',
  'Konditsioner oʻrnatish xizmati',
  '',
])('of %j no category is sure', (text) => {
  expect(readCategory(text)).toBeUndefined()
})

const ad = `🚗🚗 COBALT sotiladi!
2020 yil, oq rang, yurgani 87 ming km
benzin + metan, mexanika
Narxi 12 500 $ kelishiladi, boshlangʻich 5000 $
Rishton tumani
☎️ +998 90 123-45-67, 91 234 56 78 (telegram)`

test('an ad in Latin fills the draft', () => {
  expect(guessDraft(ad)).toEqual({
    categoryId: 'transport.cars',
    attributes: {
      ...{ make: 'chevrolet', model: 'chevrolet-cobalt', year: 2020, mileage: 87_000 },
      ...{ fuel: 'petrol-methane', gearbox: 'manual', colour: 'white' },
    },
    title: 'Cobalt sotiladi',
    description: ad,
    price: { kind: 'negotiable', amount: 12_500, currency: 'USD' },
    districtId: 'fargona.rishton',
    contact: { phone: '+998901234567', telegram: true },
  })
})

test('an ad in Cyrillic fills the draft', () => {
  const text = `Ассалому алайкум
Ховли сотилади, 6 сотих, 5 хона
газ бор, сув бор. Нархи 650 млн сўм
Марғилон шаҳри. 90 555 44 33`
  expect(guessDraft(text)).toEqual({
    categoryId: 'realty.houses',
    attributes: { land: 6, rooms: 5, gas: true, water: true },
    title: 'Ховли сотилади, 6 сотих, 5 хона',
    description: text,
    price: { kind: 'fixed', amount: 650_000_000, currency: 'UZS' },
    districtId: 'fargona.margilon-sh',
    contact: { phone: '+998905554433', telegram: false },
  })
})

test('an ad in Russian fills the draft', () => {
  const text = `Продаётся Матиз, 2012 год
Пробег 120 000 км, цвет белый
Цена 4500 у.е. торг. Коканд, 8 (91) 234-56-78`
  expect(guessDraft(text)).toMatchObject({
    categoryId: 'transport.cars',
    attributes: {
      make: 'chevrolet',
      model: 'chevrolet-matiz',
      year: 2012,
      mileage: 120_000,
      colour: 'white',
    },
    price: { kind: 'negotiable', amount: 4500, currency: 'USD' },
    districtId: 'fargona.qoqon-sh',
    contact: { phone: '+998912345678' },
  })
})

test.each([
  ['3/4/9 kvartira sotiladi, 78 kv.m', { rooms: 3, floor: 4, floors: 9, area: 78 }],
  ['Квартира продаётся, 2-комнатная, 52 м², 3/5 этаж', { rooms: 2, floor: 3, floors: 5, area: 52 }],
  [
    'iPhone 13 Pro Max 256 gb, batareya 89%',
    { brand: 'apple', model: 'iPhone 13 Pro Max', storage: '256', battery: 89 },
  ],
  ['Redmi Note 12 8/128', { brand: 'xiaomi', model: 'Redmi Note 12', storage: '128' }],
  ['Golshtin sigir, kuniga 18 litr sut', { kind: 'cow', breed: 'holstein', milk: 18 }],
  [
    'Nexia 3 2019 yil 98 ming yurgan',
    { make: 'chevrolet', model: 'chevrolet-nexia-3', year: 2019, mileage: 98_000 },
  ],
  ['Matiz 2004', { make: 'daewoo', model: 'daewoo-matiz', year: 2004 }],
  ['Нексия 2016 йил, қора', { year: 2016, colour: 'black' }],
  ['Kia K5 2022, avtomat', { make: 'kia', model: 'kia-k5', year: 2022, gearbox: 'automatic' }],
  ['Jiguli 2107 1992', { make: 'lada', model: 'lada-2107', year: 1992 }],
  [
    'Spark yili 2018 yurgani 65.000',
    { make: 'chevrolet', model: 'chevrolet-spark', year: 2018, mileage: 65_000 },
  ],
  ['Damas 2021 gaz metan', { make: 'chevrolet', model: 'chevrolet-damas', year: 2021, fuel: 'methane' }],
  ['Cobalt, Nexia 3 ga almashaman', undefined],
  ['Cobalt, Kia ga almashaman', undefined],
  ['hovli sotiladi, 6 sotix yoki 8 sotix', undefined],
  ['Matiz sotiladi', undefined],
  ['Cobalt sotiladi, 100 km ga 6 litr', { make: 'chevrolet', model: 'chevrolet-cobalt' }],
  ['Cobalt, 4 ta elektr oyna, oq, ichi qora', { make: 'chevrolet', model: 'chevrolet-cobalt' }],
  ['hovli sotiladi, gaz bor emas', undefined],
])('%j answers %j and no more', (text, attributes) => {
  expect(guessDraft(text).attributes).toEqual(attributes)
})

test.each([
  ['divan 1 200 000 yoki 1 500 000', undefined],
  ['divan 90 123 45 67', undefined],
  ['divan 2 metr', undefined],
  ['divan narxi 900 ming', { kind: 'fixed', amount: 900_000, currency: 'UZS' }],
  ['divan 900 ming soʻm', { kind: 'fixed', amount: 900_000, currency: 'UZS' }],
  ['divan, 900 ming, Asaka', { kind: 'fixed', amount: 900_000, currency: 'UZS' }],
  ['Диван\n900 минг\nАсака', { kind: 'fixed', amount: 900_000, currency: 'UZS' }],
  ['диван, 900 тыс., Асака', { kind: 'fixed', amount: 900_000, currency: 'UZS' }],
  ['Cobalt 2019, 87 ming, Andijon', undefined],
  ['divan, 900 ming, 800 ming', undefined],
  ['divan, 5 ming', undefined],
  ['divan, 900000', undefined],
  ['900 ming divan bor', undefined],
  ['диван, цена договорная', { kind: 'negotiable', currency: 'UZS' }],
  ['divan 1,2 mln obmenga', { kind: 'exchange', amount: 1_200_000, currency: 'UZS' }],
])('the price in %j is %j', (text, price) => {
  expect(guessDraft(text).price).toEqual(price)
})

test.each([
  ['Velosiped, 900 ming, Asaka', 'Velosiped'],
  ['Велосипед, 900 минг, Асака', 'Велосипед'],
  ['Cobalt 2019, oq, 12500$, Asaka', 'Cobalt 2019, oq'],
  ['Cobalt 2019, 87 ming, 12500$', 'Cobalt 2019, 87 ming'],
  ['Velosiped, Asaka bozorida, 900 ming', 'Velosiped, Asaka bozorida'],
  ['Asaka, velosiped, 900 ming', 'Asaka, velosiped'],
  ['Velosiped, 900 ming, 800 ming', 'Velosiped, 900 ming, 800 ming'],
])('of %j the title is %j: price and place have their own', (text, title) => {
  expect(guessDraft(text)).toMatchObject({ title })
  expect(guessDraft(text).description).toBeUndefined()
})

test('only a category named, or only a greeting, is no title', () => {
  expect(guessDraft('Telefonlar')).toEqual({ categoryId: 'phones.smartphones' })
  expect(guessDraft('Sigir')).toEqual({ categoryId: 'livestock.cattle', attributes: { kind: 'cow' } })
  expect(guessDraft('Assalomu alaykum')).toEqual({})
})

test('a long first line is cut between words and holds no phone, link or name', () => {
  const { title = '' } = guessDraft(`Divan @ali t.me/ali 901234567 ${'yaxshi '.repeat(30)}`)
  expect(title.length).toBeLessThanOrEqual(80)
  expect(title).toMatch(/^Divan yaxshi .*yaxshi$/)
})
