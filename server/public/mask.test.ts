import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskContacts } from './mask.ts'

describe('maskContacts', () => {
  it.each([
    ['Tel: +998 90 123-45-67', 'Tel: •••'],
    ['Tel.90 123 45 67, Karim', 'Tel.•••, Karim'],
    ['901234567', '•••'],
    ['8 (90) 123 45 67', '•••'],
    ['90-123-45-67 yoki 93.765.43.21', '••• yoki •••'],
    ['9O 123 45 67', '•••'],
    ['９０ １２３ ４５ ６７', '•••'],
    ['9\u200b0 12\u200b3 45 67', '•••'],
    ['Uyga: 229-45-67', 'Uyga: •••'],
    ['2021 yil 90 1234567', '2021 yil •••'],
    ['Россия +7 912 345-67-89 звоните', 'Россия ••• звоните'],
    ['901234000', '•••'],
  ])('hides a phone number: %s', (text, shown) => {
    expect(maskContacts(text)).toEqual({ text: shown, masked: true })
  })

  it.each([
    ['Rasmlar https://t.me/karimjon/5 da', 'Rasmlar ••• da'],
    ['t.me/karimjon', '•••'],
    ['T . me / karimjon', '•••'],
    ['Yozing @karim_77, kutaman', 'Yozing •••, kutaman'],
    ['pochta: karim.aka@mail.ru', 'pochta: •••'],
    ['olx.uz/d/123 da ham bor', '••• da ham bor'],
    ['telegram: karimjon', 'telegram: •••'],
    ['Инстаграм - moda_shop', 'Инстаграм - •••'],
    ['tg karim77', 'tg •••'],
    ['www.bozor.uz', '•••'],
  ])('hides a link, an address or an account: %s', (text, shown) => {
    expect(maskContacts(text)).toEqual({ text: shown, masked: true })
  })

  it.each([
    'Narxi 95 000 000 soʻm, 12 500 $',
    '900 000 000 soʻmga ham boʻladi',
    'Yili 2019, 2020, 2021. Probeg 87 000 km',
    '100x200x300, 2,5 litr, 14:30 da',
    'Telegramda yozing, telegram orqali ham boʻladi',
    'Bir qoʻlda haydalgan.Kraska toza',
    'iPhone 13 Pro 256 GB, 93%',
    '1250000 soʻm',
    'Kadastr raqami bor, 6 sotix',
    '',
  ])('leaves what is no way to reach anybody: %s', (text) => {
    expect(maskContacts(text)).toEqual({ text, masked: false })
  })

  it('leaves the rest of a text as it was typed, whatever stands around', () => {
    const words = fc.stringMatching(/^[a-zоʻ²½😀 ,\n]{0,30}$/u)
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { text } = maskContacts(`${before}\n+998 90 123-45-67\n${after}`)
        expect(text).toBe(`${before}\n•••\n${after}`)
      }),
    )
  })
})
