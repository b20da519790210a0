import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { checkPrice } from '#shared/ads/check-price.ts'
import { draftSchema } from '#shared/ads/schema.ts'
import { readAttribute } from '#shared/answers/attribute.ts'
import { readContact } from '#shared/answers/contact.ts'
import { guessDraft } from '#shared/answers/guess.ts'
import { readPlace } from '#shared/answers/place.ts'
import { readPrice } from '#shared/answers/price.ts'
import { catalog, categoryById, formatAttribute, optionLabel } from '#shared/catalog/index.ts'
import type { Attribute, AttributeValue, AttributeValues } from '#shared/catalog/types.ts'
import { checkAttribute, validateAttributes } from '#shared/catalog/validate.ts'
import { common } from '#shared/i18n/common/index.ts'
import { locales } from '#shared/i18n/locales.ts'
import { limits } from '#shared/limits.ts'
import { formatPrice } from '#shared/money/format.ts'
import { districtById } from '#shared/regions/regions.ts'
import { parsePhone } from '#shared/text/phone.ts'

const categories = catalog.flatMap(({ children }) => children)
const attributes = categories.flatMap((category) => category.attributes)
/** Words of real answers and random text, in any order. */
const words = fc.constantFrom(
  ...[
    '87',
    'ming',
    'минг',
    'km',
    '12,5',
    'mln',
    '$',
    'so‘m',
    'oq',
    'кобальт',
    'Rishton',
    'тумани',
    'ha',
    'йўқ',
    '-',
    '+998',
  ],
  ...[
    '901234567',
    'telegram',
    'bepul',
    '1.2.3',
    '/',
    '4/9',
    'xonali',
    'yarim',
    'yuz',
    'sotiladi',
    '2018',
    'г.',
    '²',
    '\n',
  ],
)
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.oneof(words, fc.string({ maxLength: 4 })), { maxLength: 12 }).map((parts) => parts.join(' ')),
)

test('whatever is typed, an answer passes the check of its question', () => {
  fc.assert(
    fc.property(fc.constantFrom(...attributes), typed, (attribute, text) => {
      const chosen = { make: 'chevrolet' }
      const answer = readAttribute(attribute, text, chosen)
      if ('value' in answer)
        expect(checkAttribute(attribute, answer.value, chosen)).toEqual({ value: answer.value })
      else expect(answer.problem.code).toBeTruthy()
    }),
    { numRuns: 1500 },
  )
})

test('whatever is typed, a price passes its check, a place exists and a phone is one', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const price = readPrice(text, 'UZS')
      if ('price' in price)
        expect(checkPrice({ price: 'optional' }, price.price)).toHaveProperty('price.kind', price.price.kind)
      const place = readPlace(text)
      for (const id of 'districtId' in place ? [place.districtId] : 'choices' in place ? place.choices : [])
        expect(districtById(id)).toBeDefined()
      const contact = readContact(text)
      if ('phone' in contact) expect(parsePhone(contact.phone ?? '')).toBe(contact.phone)
    }),
    { numRuns: 600 },
  )
})

test('whatever is written, the guess is a draft, its answers are right and its title fits', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const guess = guessDraft(text)
      expect(v.is(draftSchema, guess)).toBe(true)
      expect(guess.title?.length ?? 0).toBeLessThanOrEqual(limits.title.max)
      expect(guess.description?.length ?? 0).toBeLessThanOrEqual(limits.description.max)
      const category = categoryById(guess.categoryId ?? '')
      expect(category === undefined).toBe(guess.categoryId === undefined)
      for (const [key, { code }] of Object.entries(
        validateAttributes(category ?? { attributes: [] }, guess.attributes).problems,
      ))
        expect(code, key).toBe('required')
    }),
    { numRuns: 400 },
  )
})

/** The answer before it, where a question depends on one: a model's make. */
const chosenFor = (attribute: Attribute, value: AttributeValue): AttributeValues => {
  if (attribute.type !== 'select' || attribute.dependsOn === undefined) return {}
  const parent = attribute.options.find(({ id }) => id === value)?.parent
  return parent === undefined ? {} : { [attribute.dependsOn]: parent }
}

test('every option reads back from its label in every locale', () => {
  for (const attribute of attributes) {
    if (attribute.type !== 'select') continue
    for (const option of attribute.options)
      for (const locale of locales) {
        const label = optionLabel(option, locale)
        const answer = readAttribute(attribute, label, chosenFor(attribute, option.id))
        expect(answer, `${attribute.key}: ${label}`).toEqual({ value: option.id })
      }
  }
})

const numbers = attributes.filter((attribute) => attribute.type === 'number')

test('a number or a yes reads back as it is shown, in every locale', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...numbers),
      fc.constantFrom(...locales),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attribute, locale, part) => {
        const { min, max, decimals = 0 } = attribute
        const value = Math.min(max, Math.max(min, Number((min + (max - min) * part ** 3).toFixed(decimals))))
        const shown = formatAttribute(attribute, value, locale)
        expect(readAttribute(attribute, shown, {}), `${attribute.key}: ${shown}`).toEqual({ value })
      },
    ),
    { numRuns: 1000 },
  )
  for (const attribute of attributes.filter(({ type }) => type === 'bool'))
    for (const locale of locales)
      for (const value of [true, false])
        expect(readAttribute(attribute, formatAttribute(attribute, value, locale), {})).toEqual({ value })
})

test('a price reads back as it is shown, in every locale', () => {
  const price = fc.record({
    kind: fc.constantFrom('fixed' as const, 'negotiable' as const, 'exchange' as const),
    amount: fc.integer({ min: 1, max: 100_000_000 }),
    currency: fc.constantFrom('UZS' as const, 'USD' as const),
  })
  fc.assert(
    fc.property(price, fc.constantFrom(...locales), (price, locale) => {
      const shown = formatPrice(price, common(locale))
      expect(readPrice(shown, price.currency === 'USD' ? 'UZS' : 'USD'), shown).toEqual({ price })
    }),
  )
})
