import { expect, test } from 'vitest'
import { readablePhone } from '#webapp/ads/readable-phone.ts'

test('a number of Uzbekistan is set in groups, any other stays as it is', () => {
  expect(readablePhone('+998901234567')).toBe('+998 90 123 45 67')
  expect(readablePhone('+77012345678')).toBe('+77012345678')
})
