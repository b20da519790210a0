import { expect, test } from 'vitest'
import { readAttribute } from '#shared/answers/attribute.ts'
import { attributeOf, categoryById } from '#shared/catalog/index.ts'
import type { AttributeValues } from '#shared/catalog/types.ts'

function attribute(path: string) {
  const at = path.lastIndexOf('.')
  const category = categoryById(path.slice(0, at))
  const found = category && attributeOf(category, path.slice(at + 1))
  if (!found) throw new Error(path)
  return found
}
const read = (path: string, typed: string, chosen: AttributeValues = {}, listed: readonly string[] = []) =>
  readAttribute(attribute(path), typed, chosen, listed)

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
  ['livestock.cattle.age', '2', 'option'],
  ['phones.smartphones.model', 'x'.repeat(60), 'too_long'],
])('%s: %j is %s', (path, typed, code) => {
  expect(read(path, typed)).toMatchObject({ problem: { code } })
})

test('a text is kept as one clean line', () => {
  expect(read('phones.smartphones.model', ' Redmi  Note 13 ')).toEqual({ value: 'Redmi Note 13' })
})

test('a number means the option listed in that place, unless an option is called so', () => {
  const listed = ['petrol', 'methane', 'propane']
  expect(read('transport.cars.fuel', '2', {}, listed)).toEqual({ value: 'methane' })
  expect(read('transport.cars.fuel', '3.', {}, listed)).toEqual({ value: 'propane' })
  expect(read('transport.cars.fuel', '4', {}, listed)).toEqual({ problem: { code: 'option' } })
  expect(read('transport.cars.fuel', '2')).toEqual({ problem: { code: 'option' } })
  expect(read('transport.cars.model', '3', { make: 'bmw' }, ['bmw-x5'])).toEqual({ value: 'bmw-3' })
})
