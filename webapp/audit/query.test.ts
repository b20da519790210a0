import { expect, it } from 'vitest'
import { auditPath, readQuery, without } from './query.ts'

it('what is looked for stands in the address and is read from there', () => {
  const query = { actor: '7', kind: 'decisions', from: '2026-03-01' } as const
  expect(auditPath(query)).toBe('/staff/audit?actor=7&kind=decisions&from=2026-03-01')
  expect(readQuery('?actor=7&kind=decisions&from=2026-03-01')).toEqual(query)
  expect(auditPath({})).toBe('/staff/audit')
  expect(auditPath(without(query, 'from'))).toBe('/staff/audit?actor=7&kind=decisions')
})

it('what no audit can look for is left out', () => {
  expect(readQuery('?actor=me&kind=all&from=yesterday&ad=5&x=1')).toEqual({ ad: '5' })
})
