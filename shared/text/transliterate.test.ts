import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toCyrillic, toLatin } from '#shared/text/transliterate.ts'
import { irregularWords, latinWords } from '#shared/text/transliterate-words.ts'

/** Latin and Cyrillic spellings that follow from each other in both directions. */
const bothWays = [
  ['Vodiy bozori', 'Водий бозори'],
  ['oʻzbek gʻishti', 'ўзбек ғишти'],
  ['Shahrixon, Chust, Yozyovon', 'Шаҳрихон, Чуст, Ёзёвон'],
  ['SHAHAR CHOYXONASI', 'ШАҲАР ЧОЙХОНАСИ'],
  ['Qoʻqon, Soʻx, Qoʻrgʻontepa', 'Қўқон, Сўх, Қўрғонтепа'],
  ['yoʻl, toʻyona, tayyor', 'йўл, тўёна, тайёр'],
  ['Yer, yengil, poyezd, ye', 'Ер, енгил, поезд, е'],
  ['eʼlon, aeroport, poema, televizor', 'эълон, аэропорт, поэма, телевизор'],
  ['sanʼat, maʼno, SANʼAT', 'санъат, маъно, САНЪАТ'],
  ['meʼyor', 'меъёр'],
  ['Isʼhoq', 'Исҳоқ'],
  ['kanalizatsiya, shvits, protsessor', 'канализация, швиц, процессор'],
  ['premyera, atelye, kuryer', 'премьера, ателье, курьер'],
  ['sentabr, sentabrda, 1-sentabrdan', 'сентябрь, сентябрда, 1-сентябрдан'],
  ['iyul, Iyul, IYUL', 'июль, Июль, ИЮЛЬ'],
  ['sement, sementni, stansiya', 'цемент, цементни, станция'],
  ['obyekt, kompyuterlar, avtomobil', 'объект, компьютерлар, автомобиль'],
  ['rayon, mayonez, moʻjiza', 'район, майонез, мўъжиза'],
  ['MFY', 'МФЙ'],
  ['rulon', 'рулон'],
  ['12 mln, 87 000 km', '12 млн, 87 000 км'],
] as const

describe('toCyrillic', () => {
  test.each(bothWays)('%s → %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic)
  })

  test.each(["'", '`', '´', 'ʻ', 'ʼ', '’', '‘'])(
    'takes %s for the apostrophe of oʻ, gʻ and the tutuq',
    (mark) => {
      expect(toCyrillic(`O${mark}zbekiston, tog${mark}, e${mark}lon`)).toBe('Ўзбекистон, тоғ, эълон')
    },
  )

  test.each([
    ['ketsa, oʻtsin, aytsangiz, uyatsiz', 'кетса, ўтсин, айтсангиз, уятсиз'],
    ["'salom' va «bozor»ni", "'салом' ва «бозор»ни"],
    ['Salom, {name}! {count} ta eʼlon', 'Салом, {name}! {count} та эълон'],
    [
      '<b>Narx</b> &amp; <a href="https://a.uz/x">joy</a>',
      '<b>Нарх</b> &amp; <a href="https://a.uz/x">жой</a>',
    ],
    ['https://olx.uz/obyavlenie va t.me/vodiy, olx.uz', 'https://olx.uz/obyavlenie ва t.me/vodiy, olx.uz'],
    ['@vodiy_bozor, #avto, /start, a@mail.uz', '@vodiy_bozor, #avto, /start, a@mail.uz'],
    ['km/soat', 'км/соат'],
    ['Redmi Note 12, A52s, 5G, 12mln', 'Redmi Note 12, A52s, 5G, 12млн'],
    ['iPhonelar, Cobaltda, WhatsApp', 'iPhoneлар, Cobaltda, WhatsApp'],
    ['Telegramda yozing', 'Телеграмда ёзинг'],
    ['Citroën', 'Citroën'],
    ['', ''],
  ])('%s → %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic)
  })

  test('leaves a text without Latin letters as it is', () => {
    const other = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Script=Latin}/u.test(text))
    fc.assert(fc.property(other, (text) => toCyrillic(text) === text))
  })

  test('leaves no Latin letter of an Uzbek word behind', () => {
    const word = uzbekWord.filter((text) => ![...latinWords].some((name) => text.startsWith(name)))
    fc.assert(fc.property(word, (text) => !/\p{Script=Latin}/u.test(toCyrillic(text))))
  })
})

describe('toLatin', () => {
  test.each(bothWays)('%s ← %s', (latin, cyrillic) => {
    expect(toLatin(cyrillic)).toBe(latin)
  })

  test.each([
    ['Ёш, Юк, Яхши, Ўрик, Ғалла', 'Yosh, Yuk, Yaxshi, Oʻrik, Gʻalla'],
    ['цирк, лицей, борщ, ыстық', 'sirk, litsey, borsh, istiq'],
    ['батальон, съёмка, Умумжаҳон', 'batalyon, syomka, Umumjahon'],
    ['ЎзМУ, Cobalt сотилади, @nom', 'OʻzMU, Cobalt sotiladi, @nom'],
  ])('%s → %s', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin)
  })

  test('brings every irregular word back to its Latin spelling', () => {
    for (const [latin, cyrillic] of Object.entries(irregularWords)) {
      expect(toLatin(cyrillic)).toBe(latin)
      expect(toCyrillic(latin)).toBe(cyrillic)
    }
  })

  test('undoes toCyrillic for canonical Uzbek words', () => {
    fc.assert(
      fc.property(uzbekWord, (word) => {
        for (const text of [word, word.charAt(0).toUpperCase() + word.slice(1)])
          expect(toLatin(toCyrillic(text))).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})

// Syllables of consonant and vowel: what Uzbek words are made of, without the loans' clusters.
const consonant = fc.constantFrom(...'b d f g h j k l m n p q r s t v x z gʻ sh ch'.split(' '))
const vowel = fc.constantFrom(...'a e i o u oʻ yo yu ya yoʻ'.split(' '))
const uzbekWord = fc
  .tuple(
    fc.constantFrom('', 'ye', 'e', 'oʻ', 'a'),
    fc.array(fc.tuple(consonant, vowel), { minLength: 1, maxLength: 6 }),
    fc.constantFrom('', 'n', 'r', 'y', 'sh', 'gʻ'),
  )
  .map(([start, syllables, end]) => start + syllables.flat().join('') + end)
