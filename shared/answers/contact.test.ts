import { expect, test } from 'vitest'
import { readContact, withoutPhones } from '#shared/answers/contact.ts'

const phone = '+998901234567'
test.each([
  ['90 123-45-67', { phone }],
  ['901234567', { phone }],
  ['+998 (90) 123 45 67', { phone }],
  ['998901234567', { phone }],
  ['8 (90) 123 45 67', { phone }],
  ['tel: 90.123.45.67', { phone }],
  ['９０ １２３ ４５ ６７', { phone }],
  ['901234567, 912345678', { phone }],
  ['90 123 45 67 91 234 56 78', { phone }],
  ['998901234567/998912345678', { phone }],
  ['90 123 45 67 yoki 91 234 56 78', { phone }],
  ['+998901234567 telegramga yozing', { phone, telegram: true }],
  ['901234567 ёзинг телеграм', { phone, telegram: true }],
  ['90 123 45 67, можно в телеграм', { phone, telegram: true }],
  ['901234567 telegram yoʻq', { phone, telegram: false }],
  ['телеграм нет, 901234567', { phone, telegram: false }],
  ['faqat telegram', { telegram: true }],
  ['фақат телеграм', { telegram: true }],
  ['только телеграм', { telegram: true }],
  ['в личку', { telegram: true }],
  ['@usta_ali', { telegram: true }],
  ['tg', { telegram: true }],
])('%j reads as %j', (typed, contact) => {
  expect(readContact(typed)).toEqual(contact)
})

test.each([
  ['123', 'phone'],
  ['90 123 45', 'phone'],
  ['00 000 00 00', 'phone'],
  ['12345678 telegram', 'phone'],
  ['2015 28000$', 'phone'],
  ['901 234 567 soʻm', 'phone'],
  ['salom', 'contact'],
  ['', 'contact'],
  ['telegram yoʻq', 'contact'],
])('%j is no contact: %s', (typed, code) => {
  expect(readContact(typed)).toEqual({ problem: { code } })
})

test('phones are taken out of a text, other numbers stay', () => {
  expect(withoutPhones('12 500 000 soʻm, 90 123 45 67')).toBe('12 500 000 soʻm, ☎')
})
