import { describe, expect, it } from 'vitest'
import { ownLimits, placesLeft } from '#shared/ads/places.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { catalog } from '#shared/catalog/index.ts'
import { locales } from '#shared/i18n/locales.ts'
import { choicesFor } from './choices.ts'
import { type Question, questionsOf } from './engine.ts'
import { makeMove } from './moves.ts'
import { beginning, type Facts, type Position } from './position.ts'
import { buttonData, composeView } from './view.ts'

const facts = { photos: [], places: placesLeft({}, ownLimits(50)), phone: '+998901234567' }
const setting = {
  channelLocale: 'uz',
  rate: { uzsPerUsd: 12_000, date: '2026-11-01' },
  publicUrl: 'https://vodiy.uz',
} as const
const view = (draft: Draft, position: Partial<Position>, locale: Facts['locale'] = 'uz') =>
  composeView(
    { draft, position: { ...beginning('key'), ...position } },
    { ...facts, locale },
    { ...setting, locale },
  )
const empty: Draft = { attributes: {}, photoIds: [] }
const categories = catalog.flatMap(({ children }) => children)

describe.each(locales)('in %s', (locale) => {
  it('every question of every category has its words and fits a message, its buttons Telegram’s limits', () => {
    for (const { id: categoryId } of categories) {
      const draft = { ...empty, categoryId }
      const { main, more } = questionsOf(draft)
      for (const shown of [...main, ...more]) {
        const { text, entities, rows } = view(draft, { shown }, locale)
        const [bold] = entities
        expect(text.slice(bold?.offset, (bold?.offset ?? 0) + (bold?.length ?? 0)).trim()).not.toBe('')
        expect(text.length).toBeLessThan(400)
        expect(text).not.toMatch(/\{\w+\}|undefined/)
        const buttons = rows.flat()
        expect(buttons.length).toBeLessThanOrEqual(100)
        for (const button of buttons) expect(button.text).not.toBe('')
        expect(
          buttons
            .slice(-3)
            .map((button) => ('web_app' in button ? 'form' : ''))
            .at(-1),
        ).toBe('form')
      }
    }
  })
})

it('no answer is too long for a button’s data', () => {
  const longest = 2 ** 31 - 1
  for (const { id: categoryId, attributes } of categories)
    for (const { key } of attributes)
      for (const make of attributes.flatMap((attribute) =>
        attribute.type === 'select' ? attribute.options : [],
      ))
        for (const { action } of choicesFor(
          { ...empty, categoryId, attributes: { make: make.id } },
          `attributes.${key}` satisfies Question,
          {},
          { ...facts, locale: 'uz' },
        ))
          expect(Buffer.byteLength(buttonData(longest, action))).toBeLessThanOrEqual(64)
})

it('many choices are turned over page by page, each choice on one of them', () => {
  const seen = new Set<string>()
  for (let page = 0; page < 12; page++) {
    const buttons = view({ ...empty, categoryId: 'transport.cars' }, { shown: 'attributes.make', page }).rows
    expect(buttons.length).toBeLessThanOrEqual(11)
    for (const button of buttons.flat())
      if ('callback_data' in button && button.callback_data.includes(':v:')) seen.add(button.callback_data)
  }
  const make = categories
    .find(({ id }) => id === 'transport.cars')
    ?.attributes.find(({ key }) => key === 'make')
  expect(seen.size).toBe(make?.type === 'select' ? make.options.length : 0)
})

it('what a person typed is shown as typed, never as a link or a mention', () => {
  const { text } = view({ ...empty, title: 'Sayt.uz @men #teg' }, { shown: 'title', from: 'back' })
  expect(text).not.toMatch(/Sayt\.uz|@men|#teg/)
  expect(text.replaceAll('\u2060', '')).toContain('Sayt.uz @men #teg')
})

it('a person without a place for another ad hears it before typing anything', () => {
  const places = { all: 0, categories: {} }
  const position = beginning('key')
  const full = composeView(
    { draft: empty, position },
    { ...facts, places, locale: 'en' },
    { ...setting, locale: 'en' },
  )
  expect(full.text).toMatch(/^⚠️ /)
  expect(view(empty, {}, 'en').text).not.toMatch(/^⚠️ /)
  const dialog = { draft: empty, position: { ...position, shown: 'categoryId' as const } }
  const here = { ...facts, locale: 'en' as const, places: { all: 5, categories: { transport: 0 } } }
  const refused = makeMove(dialog, { kind: 'press', action: 'v:transport.cars' }, here)
  expect(refused?.draft.categoryId).toBeUndefined()
  expect(refused?.position.notice?.key).toBe('draft.places_none_here')
  expect(makeMove(dialog, { kind: 'press', action: 'v:services.machines' }, here)?.draft.categoryId).toBe(
    'services.machines',
  )
})

it.each([
  ['uz', 'count', 'Necha bosh\n'],
  ['ru', 'pregnancyMonths', 'Месяц стельности\n'],
  ['uz', 'weight', 'Tirik vazni, kg\n0,1 – 1500'],
  ['en', 'milk', 'Milk a day, l/day\n0.5 – 70'],
] as const)(
  'in %s the number %s is asked for as it is said: its unit once, its fraction as written there',
  (locale, key, said) => {
    const { text } = view(
      { ...empty, categoryId: 'livestock.cattle' },
      { shown: `attributes.${key}` },
      locale,
    )
    expect(text.startsWith(said)).toBe(true)
  },
)
