import metadata from 'libphonenumber-js/metadata.min.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { formatPhone, parsePhone } from './phone.ts'
import kept from './phone-metadata.json' with { type: 'json' }

describe('parsePhone', () => {
  it.each([
    ['90 123-45-67', '+998901234567'],
    ['901234567', '+998901234567'],
    ['+998 (90) 1234567', '+998901234567'],
    ['998901234567', '+998901234567'],
    ['00998901234567', '+998901234567'],
    ['8 90 123 45 67', '+998901234567'],
    ['8 998 90 123 45 67', '+998901234567'],
    ['90.123.45.67', '+998901234567'],
    ['33 123 45 67', '+998331234567'],
    ['٩٠١٢٣٤٥٦٧', '+998901234567'],
    ['+7 912 345 67 89', '+79123456789'],
    ['8 912 345 67 89', '+79123456789'],
    ['79123456789', '+79123456789'],
    ['+996 555 123456', '+996555123456'],
    ['992 92 777 00 00', '+992927770000'],
  ])('reads %s as %s', (typed, e164) => {
    expect(parsePhone(typed)).toBe(e164)
  })

  it.each([
    '',
    '12345',
    '90 123 45 6',
    '9012345678901',
    '+1 202 555 0123',
    'qoʻngʻiroq qiling',
    '+998 00 123 45 67',
  ])('refuses %j', (typed) => {
    expect(parsePhone(typed)).toBeUndefined()
  })

  it('refuses a number with an extension: nobody could press call on it', () => {
    expect(parsePhone('+998 90 123 45 67 ext 5')).toBeUndefined()
  })
})

describe('formatPhone', () => {
  it('groups a number for reading and leaves what is no number alone', () => {
    expect(formatPhone('901234567')).toBe('+998 90 123 45 67')
    expect(formatPhone('90 12')).toBe('90 12')
  })
})

it('the kept metadata is what the installed library ships for these countries', () => {
  expect(kept.version).toBe(metadata.version)
  for (const [country, rules] of Object.entries(kept.countries))
    expect(rules).toEqual(metadata.countries[country as keyof typeof metadata.countries])
})
