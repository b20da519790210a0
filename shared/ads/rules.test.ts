import { describe, expect, it } from 'vitest'
import { textProblem, titleProblem } from './rules.ts'

describe('a phone number in a title is found', () => {
  it.each([
    'Cobalt sotiladi 901234567',
    'Кобальт сотилади 90 123-45-67',
    'Продам Кобальт +998 90 123 45 67',
    'Sigir 90.123.45.67',
    'Sigir 90/123/45/67 tel',
    'Сигир (90) 123 45 67',
    'Корова 9 0 1 2 3 4 5 6 7',
    'Koʻchat 9O-123-45-67',
    'Кўчат 9О 123 45 67',
    'Uy 90_123_45_67',
    'Uy 90 — 123 — 45 — 67',
    'Nexia 2021 93 444 55 66',
    'Дом 8 90 123 45 67',
    'Квартира 8 (912) 345-67-89',
    'Samsung 998901234567',
    'Tel. ９０１２３４５６７',
    'Tel 9️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣',
    'Oltin raqam 99 500 00 00',
    'Qirgʻiz +996 555 123 456',
  ])('%s', (title) => {
    expect(titleProblem(title)).toBe('phone_in_title')
  })
})

describe('a link in a title is found', () => {
  it.each([
    'Cobalt https://example.com/x',
    'Cobalt t.me/vodiy',
    'Cobalt T . me / vodiy',
    'Мебель www.mebel',
    'Мебель @mebel_andijon',
    'Мебел olx.uz da',
    'Мебель мебель.рф',
    'Yozing: ali@mail.ru',
  ])('%s', (title) => {
    expect(titleProblem(title)).toBe('link_in_title')
  })
})

describe('a title that shouts is found', () => {
  it.each([
    'SOTILADI',
    'COBALT SOTILADI IDEAL',
    'УЙ СОТИЛАДИ ШОШИЛИНЧ',
    'ПРОДАМ ДОМ СРОЧНО',
    'OʻRIK KOʻCHATI SOTILADI',
    'SIGIR SOTILADI tez',
  ])('%s', (title) => {
    expect(titleProblem(title)).toBe('shouting')
  })
})

describe('a card number is found, in a title and in a text', () => {
  it.each([
    'Avans 8600123412341234',
    'Аванс 9860 1234 5678 9012',
    'Задаток 4111 1111 1111 1111',
    'Karta 5555555555554444 tel 901234567',
    'Uzcard 8600-1234.5678 9012, tel 90 123 45 67',
  ])('%s', (text) => {
    expect(titleProblem(text)).toBe('card_number')
    expect(textProblem(text)).toBe('card_number')
  })
})

describe('a title that is right is left alone', () => {
  it.each([
    'Cobalt 2021, 145 000 000 soʻm',
    'Uy 900 000 000 soʻm',
    'Uy 950000000',
    'Дом 900.000.000',
    'Cobalt 2021, 87 000 km',
    'MTZ-80 traktor',
    'BMW X5 2019',
    'BMW, MTZ, VAZ',
    'Lacetti GENTRA 2015',
    'Shina 205/55 R16',
    'Шина 205-55-16',
    'iPhone 13 Pro 256GB',
    'iPhone XS, XXXVIII',
    'Galaxy S23 Ultra 12/512',
    'Тўқсон бош қўй',
    'Квартира 3/4/9, 72 м²',
    'Uy 6 sotix, 4 xona, 2018-2019-yil',
    'Yer haydayman. Uzoqqa ham.',
    'Qoʻy, echki... 20 bosh',
    'Плёнка 1200/2000/400',
    'Samarqand–Toshkent 2 kishi',
    'Velosiped 5-8 yosh, IDEAL',
    'Sotuvchi.Mebel salonida',
  ])('%s', (title) => {
    expect(titleProblem(title)).toBeUndefined()
  })

  it('names that the catalogue writes itself may stand in capitals', () => {
    expect(titleProblem('CHEVROLET MALIBU 2021')).toBe('shouting')
    expect(titleProblem('CHEVROLET MALIBU 2021', ['Chevrolet', 'Malibu 2'])).toBeUndefined()
    expect(titleProblem('CHEVROLET SOTILADI TEZDA', ['Chevrolet'])).toBe('shouting')
  })
})

it('a text may name phones, links and long numbers that are no cards', () => {
  for (const text of [
    'Tel: 90 123 45 67, kanal: t.me/mebel',
    'Narxlar: 1000 2000 3000 4000',
    '1200\n8600\n1234\n5678\n9012',
    'IMEI 356789012345678',
    '4111 1111 1111 1112',
    'HAMMASI YANGI',
  ])
    expect(textProblem(text), text).toBeUndefined()
})
