import { describe, expect, it } from 'vitest'
import type { Draft } from '#shared/ads/schema.ts'
import { emptyDraft, mergeDrafts, sameDraft } from './merge.ts'

const base: Draft = {
  ...emptyDraft,
  title: 'Sigir',
  attributes: { breed: 'golshtin', age: 4 },
  price: { kind: 'fixed', amount: 100, currency: 'UZS' },
  contact: { name: 'Ali', telegram: true },
  photoIds: ['a', 'b', 'c'],
}

describe('mergeDrafts', () => {
  it('takes what changed on either side; the same question answered on both is taken from here', () => {
    const mine = { ...base, title: 'Sogʻin sigir', attributes: { ...base.attributes, age: 5 } }
    const theirs = {
      ...base,
      title: 'Mol',
      description: 'Sutli',
      attributes: { ...base.attributes, milk: 12 },
    }
    expect(mergeDrafts(base, mine, theirs)).toEqual({
      ...base,
      title: 'Sogʻin sigir',
      description: 'Sutli',
      attributes: { breed: 'golshtin', age: 5, milk: 12 },
    })
  })

  it('an answer taken back on one side is gone, unless the other changed it', () => {
    const { title: _, ...withoutTitle } = base
    expect(mergeDrafts(base, withoutTitle, base)).not.toHaveProperty('title')
    expect(mergeDrafts(base, base, withoutTitle)).not.toHaveProperty('title')
    expect(mergeDrafts(base, { ...base, title: 'Buzoq' }, withoutTitle).title).toBe('Buzoq')
  })

  it('a price is one answer: its sum never meets the other side’s currency', () => {
    const mine: Draft = { ...base, price: { kind: 'fixed', amount: 900, currency: 'USD' } }
    const theirs: Draft = { ...base, price: { kind: 'negotiable', amount: 100, currency: 'UZS' } }
    expect(mergeDrafts(base, mine, theirs).price).toEqual(mine.price)
  })

  it('the parts of a contact are answers of their own', () => {
    const mine: Draft = { ...base, contact: { name: 'Ali', telegram: true, phone: '901234567' } }
    const theirs: Draft = { ...base, contact: { name: 'Vali', telegram: false } }
    expect(mergeDrafts(base, mine, theirs).contact).toEqual({
      name: 'Vali',
      telegram: false,
      phone: '901234567',
    })
  })

  it('photos added on both sides stay in the order of here, removed ones go', () => {
    const photos = (mine: string[], theirs: string[]) =>
      mergeDrafts(base, { ...base, photoIds: mine }, { ...base, photoIds: theirs }).photoIds
    expect(photos(['c', 'a', 'b', 'mine'], ['a', 'c', 'theirs'])).toEqual(['c', 'a', 'mine', 'theirs'])
    expect(photos(['a', 'b', 'c'], ['c', 'b'])).toEqual(['c', 'b'])
    expect(photos(['a'], ['a', 'b', 'c'])).toEqual(['a'])
  })
})

it('two drafts are the same whatever the order of their keys', () => {
  const { title, ...rest } = base
  expect(sameDraft(base, { ...rest, title } as Draft)).toBe(true)
  expect(sameDraft({ ...emptyDraft, mahalla: undefined } as unknown as Draft, emptyDraft)).toBe(true)
  expect(sameDraft(base, { ...base, photoIds: ['b', 'a', 'c'] })).toBe(false)
})
