import { expect, it } from 'vitest'
import { differing, rebase } from './typed.ts'

const before = { contacts: '50', reports: '3', 'days.food': '14' }

it('what each has changed is kept', () => {
  expect(rebase({ ...before, contacts: '40' }, before, { ...before, reports: '5' })).toEqual({
    typed: { contacts: '40', reports: '5', 'days.food': '14' },
    clashes: {},
  })
})

it('where both have changed the same, what was typed stays and the other is told', () => {
  const typed = { ...before, contacts: 'qirq' }
  expect(rebase(typed, before, { ...before, contacts: '30' })).toEqual({ typed, clashes: { contacts: '30' } })
})

it('the same change by both is none', () => {
  const typed = { ...before, contacts: '30' }
  expect(rebase(typed, before, typed)).toEqual({ typed, clashes: {} })
})

it('what one added or took away is added and taken away', () => {
  const { 'days.food': _, ...without } = before
  expect(rebase({ ...before, 'days.jobs': '7' }, before, without).typed).toEqual({
    ...without,
    'days.jobs': '7',
  })
  expect(rebase(without, before, { ...before, 'days.food': '20' })).toEqual({
    typed: without,
    clashes: { 'days.food': '20' },
  })
})

it('forms differ by value and by what is there', () => {
  expect(differing(before, { ...before, 'days.jobs': '7', reports: '4' })).toEqual(['reports', 'days.jobs'])
})
