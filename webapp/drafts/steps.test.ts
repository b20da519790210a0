import { describe, expect, it } from 'vitest'
import {
  firstWrong,
  keyOf,
  knownPhotos,
  problemsOf,
  stepNamed,
  stepOf,
  stepsFor,
  stepsUntil,
} from './steps.ts'

const select = { type: 'select' as const, required: true as const }
const make = { ...select, key: 'make', label: 'Markasi', options: [{ id: 'lada', label: 'Lada' }] }
const model = {
  ...select,
  key: 'model',
  label: 'Modeli',
  dependsOn: 'make',
  options: [{ id: 'niva', label: 'Niva', parent: 'lada' }],
}
const age = { key: 'age', label: 'Yoshi', type: 'number' as const, min: 0, max: 9 }
const cars = { attributes: [make, model, age], price: 'required' as const }

describe('the way through the form', () => {
  it('lets one screen stand for the questions to come until the category is known', () => {
    expect(stepsFor(undefined)).toEqual([
      ...['photos', 'category', 'details', 'text', 'price', 'place', 'contact', 'preview'],
    ])
  })
  it('gives every question that must be answered a screen, in order, and leaves the others beside it', () => {
    expect(stepsFor(cars, { answers: { make: 'lada' } }).slice(1, 5)).toEqual([
      ...['category', 'attributes.make', 'attributes.model', 'text'],
    ])
  })
  it('asks what hangs on another answer once that one is given', () => {
    expect(stepsFor(cars)).not.toContain('attributes.model')
  })
  it('asks for the category after the text of who began with it', () => {
    expect(stepsFor(undefined, { textFirst: true }).slice(0, 4)).toEqual([
      ...['photos', 'text', 'category', 'details'],
    ])
    expect(stepsFor(cars, { textFirst: true }).slice(0, 4)).toEqual([
      ...['photos', 'text', 'category', 'attributes.make'],
    ])
  })
  it('has no question and no price where the category has none', () => {
    expect(stepsFor({ attributes: [], price: 'free' })).toEqual([
      ...['photos', 'category', 'text', 'place', 'contact', 'preview'],
    ])
  })
  it('is known up to a screen, with what lies beside it', () => {
    expect(stepsUntil('text', cars)).toEqual([
      ...['photos', 'category', 'attributes.make', 'attributes.model', 'details', 'text'],
    ])
  })
})

it('a screen is named by the last part of its path', () => {
  expect(stepNamed('price')).toBe('price')
  expect(stepNamed('attributes.make')).toBe('attributes.make')
  for (const name of ['', 'sent', 'attributes', 'attributes.', 'undefined'])
    expect(stepNamed(name)).toBeUndefined()
  expect(keyOf('attributes.make')).toBe('make')
  expect(keyOf('details')).toBeUndefined()
})

describe('problems', () => {
  const problems = { 'contact.phone': 1, 'attributes.age': 2, 'price.amount': 3 }
  it('lead to the first screen that can mend them', () => {
    expect(firstWrong(problems, cars)).toBe('details')
    expect(firstWrong({ ...problems, 'attributes.model': 4 }, cars)).toBe('attributes.model')
    expect(firstWrong({}, cars)).toBeUndefined()
  })
  it('belong to one screen each', () => {
    expect(problemsOf('price', problems, cars)).toEqual({ 'price.amount': 3 })
    expect(problemsOf('details', { 'attributes.make': 1, 'attributes.age': 2 }, cars)).toEqual({
      'attributes.age': 2,
    })
    expect(stepOf('attributes.make', cars)).toBe('attributes.make')
    expect(stepOf('attributes.make', undefined)).toBe('details')
    expect(stepOf('attributes.unknown', cars)).toBe('details')
    expect(stepOf('contact', cars)).toBe('contact')
  })
})

it('a photo on its way or held up by the connection does not hold up the form, a refused one does', () => {
  const items = [
    { key: 'a', state: 'shrinking', progress: 0 },
    { key: 'b', id: 'B', state: 'ready', progress: 1 },
    { key: 'c', id: 'C', state: 'failed', progress: 0, fault: 'network' },
    { key: 'd', id: 'D', state: 'failed', progress: 0, fault: 'animated' },
  ] as const
  expect(knownPhotos(items)).toEqual([
    { id: 'a', state: 'uploaded' },
    { id: 'B', state: 'uploaded' },
    { id: 'C', state: 'uploaded' },
    { id: 'D', state: 'refused' },
  ])
})
