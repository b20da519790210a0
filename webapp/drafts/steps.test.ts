import { describe, expect, it } from 'vitest'
import { firstWrong, knownPhotos, problemsOf, stepIds, stepOf, stepsFor } from './steps.ts'

const question = { key: 'age', label: 'Yoshi', type: 'number' as const, min: 0, max: 9 }

describe('stepsFor', () => {
  it('asks everything until the category is known', () => {
    expect(stepsFor(undefined)).toEqual(stepIds)
    expect(stepsFor({ attributes: [question], price: 'required' })).toEqual(stepIds)
  })
  it('asks for the category after the text of who began with it', () => {
    expect(stepsFor(undefined, true).slice(0, 4)).toEqual(['photos', 'text', 'category', 'details'])
    expect([...stepsFor(undefined, true)].sort()).toEqual([...stepIds].sort())
  })
  it('leaves out questions and price where the category has none', () => {
    expect(stepsFor({ attributes: [], price: 'free' })).not.toContain('details')
    expect(stepsFor({ attributes: [question], price: 'none' })).not.toContain('price')
  })
})

describe('problems', () => {
  const problems = { 'contact.phone': 1, 'attributes.age': 2, 'price.amount': 3 }
  it('lead to the first screen that can mend them', () => {
    expect(firstWrong(problems)).toBe('details')
    expect(firstWrong({})).toBeUndefined()
  })
  it('belong to one screen each', () => {
    expect(problemsOf('price', problems)).toEqual({ 'price.amount': 3 })
    expect(stepOf('attributes')).toBe('details')
    expect(stepOf('contact')).toBe('contact')
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
