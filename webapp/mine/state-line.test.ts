import { expect, test } from 'vitest'
import { dictionary } from '#shared/i18n/app/ru/index.ts'
import { translator } from '#shared/i18n/translate.ts'
import { stateLine } from './state-line.ts'

const speech = { t: translator(dictionary, 'ru'), locale: 'ru' as const }
const now = new Date('2026-03-10T10:00:00Z')
const plain = { expiresAt: null, rejection: null }

test.each([
  ['2026-04-09T09:59:59Z', 'Ещё 30 дней'],
  ['2026-03-12T10:00:00Z', 'Ещё 2 дня'],
  ['2026-03-11T09:00:00Z', 'Ещё 1 день'],
  ['2026-03-10T20:00:00Z', 'Скоро закончится'],
  ['2026-03-10T09:00:00Z', 'Скоро закончится'],
])('a live ad that ends at %s says "%s" on 10 March at ten', (expiresAt, line) => {
  expect(stateLine({ ...plain, state: 'active', expiresAt }, speech, now)).toBe(line)
})

test.each([
  ['pending', 'На проверке, о решении напишет бот'],
  ['expired', 'Срок вышел, покупатели его не видят'],
  ['sold', 'Продано'],
] as const)('a %s ad says "%s"', (state, line) => {
  expect(stateLine({ ...plain, state }, speech, now)).toBe(line)
})

test('a rejected ad says why', () => {
  const said = {
    uz: 'Narx notoʻgʻri.',
    'uz-Cyrl': 'Нарх нотўғри.',
    ru: 'Цена неверна.',
    en: 'The price is wrong.',
  }
  const rejection = { reason: 'price', said, note: '', marks: [], final: false }
  expect(stateLine({ ...plain, state: 'rejected', rejection }, speech, now)).toBe('Цена неверна.')
})
