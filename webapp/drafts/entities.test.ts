import { expect, it } from 'vitest'
import { cutByEntities } from './entities.ts'

it('a text without entities is one piece, an empty one none', () => {
  expect(cutByEntities('salom', [])).toEqual([{ text: 'salom', types: [] }])
  expect(cutByEntities('', [])).toEqual([])
})

it('pieces know every entity they lie in', () => {
  const entities = [
    { type: 'bold', offset: 0, length: 8 },
    { type: 'text_link', offset: 2, length: 6 },
    { type: 'hashtag', offset: 9, length: 5 },
  ]
  expect(cutByEntities('✅ Cobalt #avto', entities)).toEqual([
    { text: '✅ ', types: ['bold'] },
    { text: 'Cobalt', types: ['bold', 'text_link'] },
    { text: ' ', types: [] },
    { text: '#avto', types: ['hashtag'] },
  ])
})

it('counts UTF-16 units: an emoji of two units shifts what follows by two', () => {
  expect(cutByEntities('🐄 sigir', [{ type: 'bold', offset: 3, length: 5 }])).toEqual([
    { text: '🐄 ', types: [] },
    { text: 'sigir', types: ['bold'] },
  ])
})

it('an entity beyond the end does no harm', () => {
  expect(cutByEntities('abc', [{ type: 'bold', offset: 1, length: 99 }]).map(({ text }) => text)).toEqual([
    'a',
    'bc',
  ])
})
