import { expect, test } from 'vitest'
import { keepOnly, toggleTop } from './taken.ts'

const transport = { id: 'transport', children: [{ id: 'transport.cars' }, { id: 'transport.trucks' }] }

test('tapping a top category takes all of it, tapping it again nothing of it', () => {
  expect(toggleTop(['phones'], 'transport')).toEqual(['phones', 'transport'])
  expect(toggleTop(['phones', 'transport'], 'transport')).toEqual(['phones'])
  expect(toggleTop(['phones', 'transport.cars'], 'transport')).toEqual(['phones'])
})

test('tapping a part of the whole leaves that part, and no part or all parts are the whole', () => {
  expect(keepOnly(['phones', 'transport', 'transport.cars'], transport)).toEqual(['phones', 'transport.cars'])
  expect(keepOnly(['phones'], transport)).toEqual(['phones', 'transport'])
  expect(keepOnly(['transport.cars', 'transport.trucks'], transport)).toEqual(['transport'])
})
