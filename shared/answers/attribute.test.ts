import { expect, test } from 'vitest'
import { readAttribute } from '#shared/answers/attribute.ts'
import { attributeOf, categoryById } from '#shared/catalog/index.ts'
import type { AttributeValue, AttributeValues } from '#shared/catalog/types.ts'

function attribute(path: string) {
  const at = path.lastIndexOf('.')
  const category = categoryById(path.slice(0, at))
  const found = category && attributeOf(category, path.slice(at + 1))
  if (!found) throw new Error(path)
  return found
}
const read = (path: string, typed: string, chosen: AttributeValues = {}, listed: readonly string[] = []) =>
  readAttribute(attribute(path), typed, chosen, listed)

/** Attribute → what is typed → the value. */
const understood: Readonly<Record<string, Readonly<Record<string, AttributeValue>>>> = {
  'transport.cars.make': {
    chevrolet: 'chevrolet',
    Шевроле: 'chevrolet',
    шевралет: 'chevrolet',
    Chevralet: 'chevrolet',
    дэу: 'daewoo',
    Жигули: 'lada',
    ВАЗ: 'lada',
    Хундай: 'hyundai',
    kia: 'kia',
    бмв: 'bmw',
    мерс: 'mercedes',
    Тойота: 'toyota',
    Boshqa: 'other',
    другое: 'other',
    other: 'other',
    Бошқа: 'other',
    BYD: 'byd',
    hunday: 'hyundai',
  },
  'transport.cars.year': {
    '2018': 2018,
    '2018 yil': 2018,
    '2018-йил': 2018,
    '2018г': 2018,
    '2018 г.в.': 2018,
    '18-yil': 2018,
    "'18": 2018,
    'ikki ming oʻn sakkiz': 2018,
    'икки минг ўн саккизинчи йил': 2018,
    '2 018': 2018,
    '1998 года': 1998,
    '98': 1998,
  },
  'transport.cars.mileage': {
    '87 ming km': 87_000,
    '87 минг': 87_000,
    '87 тыс': 87_000,
    '87 тыс. км': 87_000,
    '87000': 87_000,
    '87.000': 87_000,
    '87 000 км': 87_000,
    '87k': 87_000,
    '87,5 ming': 87_500,
    'yurgani 120 ming': 120_000,
    'саксон етти минг': 87_000,
    'taxminan 90 000': 90_000,
    '0': 0,
    'yuz ming': 100_000,
    '1,2 mln km': 1_200_000,
    'сто двадцать тысяч': 120_000,
  },
  'transport.cars.fuel': {
    benzin: 'petrol',
    бензин: 'petrol',
    metan: 'methane',
    Метан: 'methane',
    'benzin metan': 'petrol-methane',
    'бензин + метан': 'petrol-methane',
    'бензин-пропан': 'petrol-propane',
    dizel: 'diesel',
    солярка: 'diesel',
    benzinn: 'petrol',
    elektro: 'electric',
    gibrit: 'hybrid',
  },
  'transport.cars.gearbox': {
    mexanika: 'manual',
    mehanika: 'manual',
    механика: 'manual',
    мкпп: 'manual',
    avtomat: 'automatic',
    автомат: 'automatic',
    АКПП: 'automatic',
    variator: 'cvt',
    avtamat: 'automatic',
  },
  'transport.cars.colour': {
    oq: 'white',
    оқ: 'white',
    ок: 'white',
    белый: 'white',
    'oq rang': 'white',
    qora: 'black',
    кора: 'black',
    чёрный: 'black',
    черный: 'black',
    'mokri asfalt': 'wet',
    'мокрый асфальт': 'wet',
    kumushrang: 'silver',
    серый: 'grey',
    qizl: 'red',
  },
  'transport.cars.engine': {
    '1.5 l': 1.5,
    '1,5': 1.5,
    '1.6 литра': 1.6,
    '1500 kub': 1.5,
    '2 litr': 2,
    'bir yarim': 1.5,
    'полтора литра': 1.5,
  },
  'transport.cars.barter': {
    ha: true,
    ҳа: true,
    xa: true,
    да: true,
    bor: true,
    есть: true,
    yes: true,
    '+': true,
    '1': true,
    'ha, albatta': true,
    "yo'q": false,
    yoq: false,
    йўқ: false,
    нет: false,
    no: false,
    '-': false,
    '0': false,
    net: false,
    'Ayirboshlash mumkin': true,
    'mumkin emas': false,
  },
  'realty.houses.land': {
    '2 sotix': 2,
    '2 сотих': 2,
    '6 соток': 6,
    '0,5 ga': 50,
    '0.5 гектара': 50,
    '6,5': 6.5,
    '600 m²': 6,
    'olti sotix': 6,
    'yarim gektar': 50,
    '6 sotixli hovli': 6,
    '10.5 sot': 10.5,
  },
  'realty.houses.rooms': {
    '3 xona': 3,
    '3': 3,
    '3-xonali': 3,
    'uch xona': 3,
    'уч хона': 3,
    'три комнаты': 3,
    '3х комнатная': 3,
    beshta: 5,
  },
  'realty.flats.area': {
    '72 кв.м': 72,
    '72 m2': 72,
    '72,4 м²': 72.4,
    '72 kvadrat': 72,
    '1 sotix': 100,
    '72': 72,
    'yetmish ikki': 72,
  },
  'realty.flats.floor': { '4': 4, '4-qavat': 4, '4/9': 4, 'turtinchi 4': 4, '4 этаж': 4, четыре: 4 },
  'realty.flats.floors': { '4/9': 9, '9 qavatli': 9 },
  'livestock.cattle.kind': {
    sigir: 'cow',
    сигир: 'cow',
    корова: 'cow',
    buqa: 'bull',
    бычок: 'steer',
    novvos: 'steer',
    novos: 'steer',
    buzoq: 'calf',
    "g'unajin": 'heifer',
  },
  'livestock.cattle.breed': {
    golshtin: 'holstein',
    голштин: 'holstein',
    simental: 'simmental',
    mahalliy: 'local',
    маҳаллий: 'local',
    mestnaya: 'local',
  },
  'livestock.cattle.milk': {
    '18 litr': 18,
    '18 л': 18,
    '18 литр/кун': 18,
    '18,5': 18.5,
    "o'n sakkiz litr": 18,
  },
  'livestock.cattle.weight': { '450 kg': 450, '450 кг': 450, '0,5 tonna': 500, '4 sentner': 400 },
  'phones.smartphones.brand': {
    iphone: 'apple',
    айфон: 'apple',
    ayfon: 'apple',
    samsung: 'samsung',
    самсунг: 'samsung',
    redmi: 'xiaomi',
    редми: 'xiaomi',
    poco: 'xiaomi',
    хонор: 'honor',
    samsng: 'samsung',
  },
  'phones.smartphones.storage': {
    '128': '128',
    '128 гб': '128',
    '128gb': '128',
    '16': '16',
    '1 tb': '1024',
    '1 тб': '1024',
    '64 Gb': '64',
  },
  'phones.smartphones.ram': { '8': 8, '8 gb': 8, '8 гб': 8, sakkiz: 8 },
  'phones.smartphones.battery': { '89%': 89, '89 foiz': 89, '89 процентов': 89, '89': 89 },
  'phones.smartphones.condition': {
    ideal: 'ideal',
    идеал: 'ideal',
    yaxshi: 'good',
    хорошее: 'good',
    yangi: 'new',
    'holati yaxshi': 'good',
  },
  'appliances.fridges.height': { '185': 185, '1,85 m': 185, '185 см': 185, '1.85 метра': 185 },
  'phones.smartphones.model': { ' Redmi  Note 13 ': 'Redmi Note 13', '13': '13' },
}
const rows = Object.entries(understood).flatMap(([path, answers]) =>
  Object.entries(answers).map(([typed, value]) => [path, typed, value] as const),
)

test.each(rows)('%s: %j is %j', (path, typed, value) => {
  expect(read(path, typed)).toEqual({ value })
})

test.each([
  ['кобальт', 'chevrolet', 'chevrolet-cobalt'],
  ['Kobalt', 'chevrolet', 'chevrolet-cobalt'],
  ['кобал', 'chevrolet', 'chevrolet-cobalt'],
  ['жентра', 'chevrolet', 'chevrolet-gentra'],
  ['Gentra', 'chevrolet', 'chevrolet-gentra'],
  ['джентра', 'chevrolet', 'chevrolet-gentra'],
  ['ласетти', 'chevrolet', 'chevrolet-lacetti'],
  ['Лачетти', 'chevrolet', 'chevrolet-lacetti'],
  ['нексия 3', 'chevrolet', 'chevrolet-nexia-3'],
  ['nexia3', 'chevrolet', 'chevrolet-nexia-3'],
  ['неския 2', 'chevrolet', undefined],
  ['nexia', 'chevrolet', undefined],
  ['damas', 'chevrolet', 'chevrolet-damas'],
  ['дамас', 'daewoo', 'daewoo-damas'],
  ['2107', 'lada', 'lada-2107'],
  ['нива', 'lada', 'lada-niva'],
  ['трекер', 'chevrolet', 'chevrolet-tracker'],
  ['malibu 2', 'chevrolet', 'chevrolet-malibu-2'],
  ['boshqa model', 'chevrolet', 'chevrolet-other'],
  ['бошқа', 'chevrolet', 'chevrolet-other'],
])('the model %j of %s is %s', (typed, make, model) => {
  const answer = read('transport.cars.model', typed, { make })
  expect(answer).toEqual(model ? { value: model } : { problem: { code: 'option' } })
})

test.each([
  ['transport.cars.mileage', '50 $', 'type'],
  ['transport.cars.mileage', "ko'p", 'type'],
  ['transport.cars.mileage', '2 yil', 'type'],
  ['transport.cars.mileage', '100-120 ming', 'type'],
  ['transport.cars.mileage', '-5', 'range'],
  ['transport.cars.mileage', '5 mln', 'range'],
  ['transport.cars.year', '1900', 'range'],
  ['transport.cars.year', '2018,5', 'type'],
  ['transport.cars.make', 'zzz', 'option'],
  ['transport.cars.make', '  ', 'required'],
  ['transport.cars.barter', 'bilmadim', 'type'],
  ['transport.cars.barter', 'ha yoki yoq', 'type'],
  ['transport.cars.colour', 'q', 'option'],
  ['realty.houses.rooms', '80 m2', 'type'],
  ['realty.houses.land', '6 xona', 'type'],
  ['realty.houses.rooms', '2,5', 'type'],
  ['phones.smartphones.storage', '100', 'option'],
  ['phones.smartphones.model', 'x'.repeat(60), 'too_long'],
])('%s: %j is %s', (path, typed, code) => {
  expect(read(path, typed)).toMatchObject({ problem: { code } })
})

test('a number means the option listed in that place, unless an option is called so', () => {
  const listed = ['petrol', 'methane', 'propane']
  expect(read('transport.cars.fuel', '2', {}, listed)).toEqual({ value: 'methane' })
  expect(read('transport.cars.fuel', '3.', {}, listed)).toEqual({ value: 'propane' })
  expect(read('transport.cars.fuel', '4', {}, listed)).toEqual({ problem: { code: 'option' } })
  expect(read('transport.cars.fuel', '2')).toEqual({ problem: { code: 'option' } })
  expect(read('transport.cars.model', '3', { make: 'bmw' }, ['bmw-x5'])).toEqual({ value: 'bmw-3' })
})
