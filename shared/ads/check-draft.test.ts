import { describe, expect, it } from 'vitest'
import { checkDraft, type Known, type KnownPhoto } from './check-draft.ts'
import type { Draft } from './schema.ts'

const cars: NonNullable<ReturnType<Known['category']>> = {
  price: 'required',
  minPhotos: 1,
  attributes: [
    {
      key: 'make',
      type: 'select',
      label: 'Marka',
      required: true,
      options: [{ id: 'chevrolet', label: 'Chevrolet' }],
    },
    {
      key: 'model',
      type: 'select',
      label: 'Model',
      required: true,
      dependsOn: 'make',
      options: [{ id: 'cobalt', label: 'Cobalt', parent: 'chevrolet' }],
    },
    { key: 'mileage', type: 'number', label: 'Yurgani', min: 0, max: 1_000_000 },
    { key: 'engine', type: 'number', label: 'Hajmi', min: 0.6, max: 8, decimals: 1 },
    { key: 'color', type: 'text', label: 'Rangi', maxLength: 10 },
    { key: 'barter', type: 'bool', label: 'Ayirboshlash' },
  ],
}
const known: Known = {
  category: (id) =>
    ({
      cars,
      gifts: { price: 'free' as const, minPhotos: 1, attributes: [] },
      found: { price: 'none' as const, minPhotos: 0, attributes: [] },
      jobs: { price: 'optional' as const, minPhotos: 0, attributes: [] },
    })[id],
  regionOf: (districtId) => (districtId === 'andijon.asaka' ? 'andijon' : undefined),
}
const photoA = '3f2b8f0e-6f0c-4f3a-9d0a-000000000001'
const photoB = '3f2b8f0e-6f0c-4f3a-9d0a-000000000002'
const photos: KnownPhoto[] = [
  { id: photoA, state: 'ready' },
  { id: photoB, state: 'uploaded' },
]
const whole: Draft = {
  categoryId: 'cars',
  attributes: { make: 'chevrolet', model: 'cobalt', mileage: '87 000', engine: '1,5', barter: false },
  title: '  Cobalt   2021 ',
  description: 'Yaxshi holatda.\r\n\r\n\r\n\r\nBir qoʻlda.',
  price: { kind: 'fixed', amount: '12,5 mln', currency: 'UZS' },
  districtId: 'andijon.asaka',
  mahalla: ' ',
  landmark: 'Bozor yonida',
  contact: { name: 'Ali', phone: '90 123-45-67', telegram: false },
  photoIds: [photoB, photoA],
}
const check = (change: Partial<Draft>, uploaded = photos) =>
  checkDraft({ ...whole, ...change }, uploaded, known)
const problems = (change: Partial<Draft>, uploaded = photos) => {
  const result = check(change, uploaded)
  return 'problems' in result ? result.problems : {}
}

describe('a whole draft', () => {
  it('becomes a clean ad with its region, read numbers and the photos in order', () => {
    expect(check({})).toEqual({
      ad: {
        categoryId: 'cars',
        attributes: { make: 'chevrolet', model: 'cobalt', mileage: 87_000, engine: 1.5, barter: false },
        title: 'Cobalt 2021',
        description: 'Yaxshi holatda.\n\nBir qoʻlda.',
        price: { kind: 'fixed', amount: 12_500_000, currency: 'UZS' },
        regionId: 'andijon',
        districtId: 'andijon.asaka',
        mahalla: null,
        landmark: 'Bozor yonida',
        contact: { name: 'Ali', phone: '+998901234567', telegram: false },
        photoIds: [photoB, photoA],
      },
    })
  })

  it('an empty draft names every field that is missing', () => {
    const result = checkDraft({ attributes: {}, photoIds: [] }, [], known)
    expect(result).toEqual({
      problems: {
        categoryId: { code: 'category' },
        title: { code: 'required' },
        districtId: { code: 'district' },
        'contact.name': { code: 'required' },
        contact: { code: 'contact' },
      },
    })
  })
})

describe('each field', () => {
  it.each<[string, Partial<Draft>, object]>([
    ['an unknown category', { categoryId: 'boats' }, { categoryId: { code: 'category' } }],
    ['a blank title', { title: ' \n ' }, { title: { code: 'required' } }],
    [
      'a title of invisible characters',
      { title: '\u200b\u200b\u200b\u200b' },
      { title: { code: 'required' } },
    ],
    ['a short title', { title: 'Yo' }, { title: { code: 'too_short', min: 3 } }],
    ['a long title', { title: 'a'.repeat(81) }, { title: { code: 'too_long', max: 80 } }],
    [
      'a long description',
      { description: 'a'.repeat(2001) },
      { description: { code: 'too_long', max: 2000 } },
    ],
    ['a district of nowhere', { districtId: 'andijon.atlantida' }, { districtId: { code: 'district' } }],
    ['a long mahalla', { mahalla: 'a'.repeat(61) }, { mahalla: { code: 'too_long', max: 60 } }],
    ['a long landmark', { landmark: 'a'.repeat(121) }, { landmark: { code: 'too_long', max: 120 } }],
    [
      'a wrong phone',
      { contact: { name: 'Ali', phone: '12345', telegram: true } },
      { 'contact.phone': { code: 'phone' } },
    ],
    ['no way to be reached', { contact: { name: 'Ali', telegram: false } }, { contact: { code: 'contact' } }],
    [
      'no name',
      { contact: { name: '', phone: '901234567', telegram: false } },
      { 'contact.name': { code: 'required' } },
    ],
    ['missing answers', { attributes: { make: 'chevrolet' } }, { 'attributes.model': { code: 'required' } }],
    [
      'answers of the wrong kind',
      { attributes: { ...whole.attributes, mileage: 'koʻp', color: 'oq'.repeat(9), wheels: 4 } },
      {
        'attributes.mileage': { code: 'type' },
        'attributes.color': { code: 'too_long', max: 10 },
        'attributes.wheels': { code: 'unknown' },
      },
    ],
    [
      'a number out of range',
      { attributes: { ...whole.attributes, engine: 80 } },
      { 'attributes.engine': { code: 'range', min: 0.6, max: 8 } },
    ],
  ])('%s is named', (_, change, expected) => {
    expect(problems(change)).toEqual(expected)
  })
})

describe('photos', () => {
  it.each<[string, string[], KnownPhoto[], string]>([
    ['none', [], photos, 'photos_required'],
    ['one that is not there', [photoA], [], 'photos_missing'],
    ['the same twice', [photoA, photoA], photos, 'photos_missing'],
    ['a refused one', [photoA], [{ id: photoA, state: 'refused' }], 'photos_refused'],
    ['one still on its way', [photoA], [{ id: photoA, state: 'awaiting' }], 'photos_uploading'],
    ['eleven', Array.from({ length: 11 }, (_, n) => `p${n}`), photos, 'too_long'],
  ])('%s: refused', (_, photoIds, uploaded, code) => {
    expect(problems({ photoIds }, uploaded)['photoIds']).toMatchObject({ code })
  })
})

describe('price', () => {
  it.each<[string, Draft['price'], object | null]>([
    [
      'cars',
      { kind: 'fixed', amount: 9000, currency: 'USD' },
      { kind: 'fixed', amount: 9000, currency: 'USD' },
    ],
    [
      'cars',
      { kind: 'fixed', amount: '9000$', currency: 'UZS' },
      { kind: 'fixed', amount: 9000, currency: 'USD' },
    ],
    ['cars', { kind: 'negotiable', currency: 'UZS' }, { kind: 'negotiable', amount: null, currency: null }],
    [
      'cars',
      { kind: 'exchange', amount: '', currency: 'UZS' },
      { kind: 'exchange', amount: null, currency: null },
    ],
    ['jobs', { kind: 'fixed', currency: 'UZS' }, null],
    ['jobs', undefined, null],
    ['jobs', { kind: 'free', amount: 5, currency: 'UZS' }, { kind: 'free', amount: null, currency: null }],
    [
      'gifts',
      { kind: 'fixed', amount: 5000, currency: 'UZS' },
      { kind: 'free', amount: null, currency: null },
    ],
    ['found', { kind: 'fixed', amount: 5000, currency: 'UZS' }, null],
  ])('in %s, %j becomes %j', (categoryId, price, expected) => {
    const { attributes, price: _, ...rest } = whole
    const draft = {
      ...rest,
      categoryId,
      attributes: categoryId === 'cars' ? attributes : {},
      ...(price && { price }),
    }
    expect(checkDraft(draft, photos, known)).toMatchObject({ ad: { price: expected } })
  })

  it.each<[Draft['price'], object]>([
    [{ kind: 'fixed', currency: 'UZS' }, { price: { code: 'price' } }],
    [{ kind: 'fixed', amount: 'arzon', currency: 'UZS' }, { 'price.amount': { code: 'type' } }],
    [{ kind: 'fixed', amount: 12.5, currency: 'USD' }, { 'price.amount': { code: 'type' } }],
    [{ kind: 'fixed', amount: 0, currency: 'UZS' }, { 'price.amount': { code: 'range', min: 1, max: 1e12 } }],
    [
      { kind: 'negotiable', amount: 2e8, currency: 'USD' },
      { 'price.amount': { code: 'range', min: 1, max: 1e8 } },
    ],
  ])('where a price is required, %j is refused', (price, expected) => {
    expect(problems({ price })).toEqual(expected)
  })
})
