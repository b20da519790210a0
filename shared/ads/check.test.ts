import { describe, expect, it } from 'vitest'
import { categoryById } from '#shared/catalog/index.ts'
import { checkAd } from './check.ts'
import { priceKindsFor } from './check-price.ts'
import type { Draft } from './schema.ts'

const photoId = '3f2b8f0e-6f0c-4f3a-9d0a-000000000001'
const photos = [{ id: photoId, state: 'ready' as const }]
const cobalt: Draft = {
  categoryId: 'transport.cars',
  attributes: { make: 'chevrolet', model: 'chevrolet-cobalt', year: '2021', mileage: '87 ming' },
  title: 'Cobalt 2021',
  price: { kind: 'negotiable', amount: '12k$', currency: 'UZS' },
  districtId: 'fargona.qoqon-sh',
  contact: { name: 'Ali', telegram: true },
  photoIds: [photoId],
}

describe('checkAd, by the real catalogue and regions', () => {
  it('makes an ad of a good draft', () => {
    expect(checkAd(cobalt, photos)).toMatchObject({
      ad: {
        attributes: { make: 'chevrolet', model: 'chevrolet-cobalt', year: 2021, mileage: 87_000 },
        price: { kind: 'negotiable', amount: 12_000, currency: 'USD' },
        regionId: 'fargona',
        contact: { phone: null, telegram: true },
      },
    })
  })

  it.each<[string, Partial<Draft>, string]>([
    ['a model of another make', { attributes: { ...cobalt.attributes, make: 'kia' } }, 'attributes.model'],
    ['a top category', { categoryId: 'transport' }, 'categoryId'],
    ['a region in place of a district', { districtId: 'fargona' }, 'districtId'],
    ['a phone in the title', { title: 'Cobalt 90 123-45-67' }, 'title'],
    ['a card number in the text', { description: 'Karta 8600 1234 5678 9012' }, 'description'],
    ['the year after next', { attributes: { ...cobalt.attributes, year: 2090 } }, 'attributes.year'],
  ])('%s is refused by its field', (_, change, path) => {
    const result = checkAd({ ...cobalt, ...change }, photos)
    expect(result).toHaveProperty(['problems', path])
  })

  it('a make and a model that the catalogue knows may stand in capitals', () => {
    expect(checkAd({ ...cobalt, title: 'CHEVROLET COBALT 2021' }, photos)).toHaveProperty('ad')
    expect(checkAd({ ...cobalt, title: 'COBALT SOTILADI TEZDA' }, photos)).toHaveProperty('problems.title', {
      code: 'shouting',
    })
  })
})

describe('the kinds of price', () => {
  it('are all offered for goods, and those of pay for work and rent', () => {
    expect(priceKindsFor(categoryById('home.furniture'))).toEqual(['fixed', 'negotiable', 'exchange', 'free'])
    for (const id of ['jobs.offered', 'realty.rent-flats'])
      expect(priceKindsFor(categoryById(id))).toEqual(['fixed', 'negotiable'])
    expect(priceKindsFor(categoryById('jobs.offered'), 'exchange')).toContain('exchange')
  })

  it('a thing given away needs no sum', () => {
    expect(checkAd({ ...cobalt, price: { kind: 'free', currency: 'UZS' } }, photos)).toMatchObject({
      ad: { price: { kind: 'free', amount: null, currency: null } },
    })
  })
})
