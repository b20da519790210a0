import { expect, test } from 'vitest'
import { findPlace, readPlace } from '#shared/answers/place.ts'
import { locales } from '#shared/i18n/locales.ts'
import { regions } from '#shared/regions/regions.ts'

test.each([
  ["Qo'qon", 'fargona.qoqon-sh'],
  ['Қўқон', 'fargona.qoqon-sh'],
  ['Коканд', 'fargona.qoqon-sh'],
  ['кукон', 'fargona.qoqon-sh'],
  ['kokand city', 'fargona.qoqon-sh'],
  ['г. Коканд', 'fargona.qoqon-sh'],
  ['г. Андижан', 'andijon.andijon-sh'],
  ['Andijon shahri', 'andijon.andijon-sh'],
  ['Андижон шаҳар', 'andijon.andijon-sh'],
  ['Андижанский район', 'andijon.andijon'],
  ['andijon tumani', 'andijon.andijon'],
  ['в Маргилане', 'fargona.margilon-sh'],
  ['marglon', 'fargona.margilon-sh'],
  ['Rishton', 'fargona.rishton'],
  ['Риштан', 'fargona.rishton'],
  ['rishtonda', 'fargona.rishton'],
  ['Oltiariqdan', 'fargona.oltiariq'],
  ['Алтыарык', 'fargona.oltiariq'],
  ['Язъяван', 'fargona.yozyovon'],
  ['Кува', 'fargona.quva'],
  ['Қува тумани', 'fargona.quva'],
  ['Quvasoy', 'fargona.quvasoy-sh'],
  ['Сох', 'fargona.sox'],
  ["so'x", 'fargona.sox'],
  ['shaxrixon', 'andijon.shahrixon'],
  ['Шахрихан', 'andijon.shahrixon'],
  ['Shahrixonda', 'andijon.shahrixon'],
  ['Asaka', 'andijon.asaka'],
  ['Xonobod', 'andijon.xonobod-sh'],
  ['ханабад', 'andijon.xonobod-sh'],
  ['Yangiqorgon', 'namangan.yangiqorgon'],
  ['Янгикурган', 'namangan.yangiqorgon'],
  ['yangi namangan', 'namangan.yangi-namangan'],
  ['Pop', 'namangan.pop'],
  ['Чуст тумани', 'namangan.chust'],
  ['Chartak', 'namangan.chortoq'],
  ['Namangan viloyati Chust tumani', 'namangan.chust'],
  ['Яйпан', 'fargona.ozbekiston'],
  ['Haqqulobod', 'namangan.norin'],
])('%j is %s', (typed, districtId) => {
  expect(readPlace(typed)).toEqual({ districtId })
})

test.each([
  ['Rishton tumani, Do‘stlik MFY', 'fargona.rishton', 'Do‘stlik MFY'],
  ['Риштан, ул. Навои 5', 'fargona.rishton', 'ул. Навои 5'],
  ['Fargʻona viloyati, Quva tumani, Toʻlmozor mahallasi', 'fargona.quva', 'Toʻlmozor mahallasi'],
])('%j is %s and %j', (typed, districtId, rest) => {
  expect(readPlace(typed)).toEqual({ districtId, rest })
})

test('a name that a city, its district and the region share gives the city and the district', () => {
  expect(readPlace('Andijon')).toEqual({ choices: ['andijon.andijon-sh', 'andijon.andijon'] })
  expect(readPlace('Фарғона')).toEqual({ choices: ['fargona.fargona-sh', 'fargona.fargona'] })
  expect(readPlace('Quva yoki Rishton')).toEqual({ choices: ['fargona.quva', 'fargona.rishton'] })
})

test('a region gives its districts, cities first', () => {
  const answer = readPlace('Ферганская область')
  expect(answer).toHaveProperty('choices.length', 19)
  expect(answer).toHaveProperty('choices.0', 'fargona.fargona-sh')
})

test.each(['', 'Ташкент', 'Toshkent', 'bilmayman', '12', 'shahri'])(
  '%j is no place of the valley',
  (typed) => {
    expect(readPlace(typed)).toEqual({ problem: { code: 'district' } })
  },
)

test('every name in every locale is understood as its district', () => {
  const districts = regions.flatMap((region) => region.districts)
  for (const { id, names } of districts)
    for (const locale of locales)
      for (const typed of [names[locale], `${names[locale]}, MFY 5`])
        expect(readPlace(typed), typed).toMatchObject({ districtId: id })
})

test('in a whole ad only a full name counts, and only one', () => {
  expect(findPlace('Cobalt sotiladi, Rishtonda')).toBe('fargona.rishton')
  expect(findPlace('Made in Oʻzbekiston, Furqat akadan')).toBeUndefined()
  expect(findPlace('Oʻzbekiston tumani')).toBe('fargona.ozbekiston')
  expect(findPlace('Qoʻqondan Margʻilonga')).toBeUndefined()
  expect(findPlace('soha, pop musiqa')).toBeUndefined()
})
