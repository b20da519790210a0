import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '#shared/ads/schema.ts'
import { catalog, categoryById } from '#shared/catalog/index.ts'
import type { AttributeValue, Category } from '#shared/catalog/types.ts'
import { coach } from './coach.ts'

const of = (id: string) => categoryById(id) as Category
const cars = of('transport.cars')
const cobalt: Draft = {
  categoryId: 'transport.cars',
  attributes: { make: 'chevrolet', model: 'chevrolet-cobalt', year: 2021 },
  title: 'Cobalt 2021',
  price: { kind: 'fixed', amount: 145_000_000, currency: 'UZS' },
  districtId: 'andijon.asaka',
  contact: { name: 'Ali', phone: '+998901234567', telegram: true },
  photoIds: [],
}
const ids = (draft: Draft, category = cars, photos = 1) =>
  coach(draft, category, photos).hints.map(({ id, params }) => params.key ?? id)

describe('the coach', () => {
  it('asks first for what buyers look at first', () => {
    const { score, hints } = coach(cobalt, cars, 1)
    expect(hints[0]).toEqual({ id: 'photos', path: 'photoIds', params: { count: 3 } })
    expect(hints.slice(1, 3)).toEqual([
      { id: 'description', path: 'description', params: {} },
      { id: 'attribute', path: 'attributes.mileage', params: { key: 'mileage' } },
    ])
    expect(score).toBeGreaterThan(20)
    expect(score).toBeLessThan(70)
  })

  it('a hint that was followed is gone, and the score has grown', () => {
    const before = coach(cobalt, cars, 4)
    const after = coach({ ...cobalt, attributes: { ...cobalt.attributes, mileage: 87_000 } }, cars, 4)
    expect(after.score).toBeGreaterThan(before.score)
    expect(before.hints.some(({ params }) => params.key === 'mileage')).toBe(true)
    expect(after.hints.some(({ params }) => params.key === 'mileage')).toBe(false)
  })

  it('asks for a sum where one can be named, and only there', () => {
    expect(ids({ ...cobalt, price: { kind: 'negotiable', currency: 'UZS' } })).toContain('price')
    expect(ids({ ...cobalt, price: { kind: 'free', currency: 'UZS' } })).not.toContain('price')
    const gift = catalog.flatMap(({ children }) => children).find(({ price }) => price === 'free')
    const lost = catalog.flatMap(({ children }) => children).find(({ price }) => price === 'none')
    const { price: _, ...priceless } = cobalt
    for (const category of [gift, lost] as Category[])
      expect(ids({ ...priceless, attributes: {} }, category)).not.toContain('price')
  })

  it('does not ask for what hangs on an answer that is not there, nor about switches', () => {
    const asked = ids({ attributes: {}, photoIds: [] })
    expect(asked).toContain('make')
    expect(asked).not.toContain('model')
    for (const { key } of cars.attributes.filter(({ type }) => type === 'bool'))
      expect(asked).not.toContain(key)
  })

  it('one photo is enough where none is needed', () => {
    expect(ids({ ...cobalt, attributes: {} }, of('services.machines'), 1)).not.toContain('photos')
    expect(ids({ ...cobalt, attributes: {} }, of('services.machines'), 0)).toContain('photos')
  })

  it('looks only at the fields it is asked about', () => {
    const { hints } = coach({ attributes: {}, photoIds: [] }, cars, 0, (path) => path === 'photoIds')
    expect(hints.map(({ id }) => id)).toEqual(['photos'])
    expect(coach({ attributes: {}, photoIds: [] }, cars, 4, (path) => path === 'photoIds').score).toBe(100)
  })

  it('an ad that says all it can has a hundred and no hints', () => {
    const all = Object.fromEntries(
      cars.attributes.flatMap<[string, AttributeValue]>((attribute) => {
        if (attribute.type === 'select' && attribute.dependsOn)
          return [[attribute.key, attribute.options.find(({ parent }) => parent === 'chevrolet')?.id ?? '']]
        if (attribute.type === 'select') return [[attribute.key, 'chevrolet']]
        return attribute.type === 'bool' ? [] : [[attribute.key, 1]]
      }),
    )
    const whole = { ...cobalt, attributes: all, description: 'x'.repeat(200), landmark: 'Bozor' }
    expect(coach(whole, cars, 10)).toEqual({ score: 100, hints: [] })
  })

  it('whatever the draft and the category, the score is from 0 to 100 and full only without hints', () => {
    const categories = catalog.flatMap(({ children }) => children)
    fc.assert(
      fc.property(
        fc.constantFrom(...categories),
        fc.nat(10),
        fc.string(),
        fc.dictionary(fc.constantFrom('make', 'year', 'kind', 'area'), fc.integer()),
        (category, photos, description, attributes) => {
          const { score, hints } = coach({ attributes, description, photoIds: [] }, category, photos)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(100)
          if (hints.length === 0) expect(score).toBe(100)
        },
      ),
    )
  })
})
