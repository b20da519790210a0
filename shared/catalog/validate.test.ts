import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bool, choices, number, select, text } from '#shared/catalog/build.ts'
import { catalog, catalogFor, categoryById } from '#shared/catalog/index.ts'
import type { Attribute } from '#shared/catalog/types.ts'
import { offeredOptions, validateAttributes } from '#shared/catalog/validate.ts'
import { locales } from '#shared/i18n/locales.ts'

const label = ['a', 'б', 'c'] as const
const category = {
  attributes: [
    select('make', label, choices({ chevrolet: 'Chevrolet', lada: 'Lada', other: 'Other' }), {
      required: true,
    }),
    select(
      'model',
      label,
      [...choices({ cobalt: 'Cobalt' }, 'chevrolet'), ...choices({ niva: 'Niva' }, 'lada')],
      {
        required: true,
        dependsOn: 'make',
      },
    ),
    number('mileage', label, { min: 0, max: 1000, required: true }),
    number('engine', label, { min: 0.5, max: 8, decimals: 1 }),
    bool('barter', label),
    text('note', label, { maxLength: 10 }),
  ],
}
const good = { make: 'chevrolet', model: 'cobalt', mileage: 10 }

describe('right answers', () => {
  test.each([
    ['the required ones', good, good],
    [
      'all of them',
      { ...good, engine: 1.5, barter: false, note: 'a' },
      { ...good, engine: 1.5, barter: false, note: 'a' },
    ],
    ['a make without models', { make: 'other', mileage: 0 }, { make: 'other', mileage: 0 }],
    ['blanks count as unanswered', { ...good, engine: null, barter: undefined, note: ' \n ' }, good],
    ['text is cleaned to one line', { ...good, note: ' a\u0000\n\tb ' }, { ...good, note: 'a b' }],
    ['minus nought', { ...good, mileage: -0 }, { ...good, mileage: 0 }],
  ])('%s', (_, given, values) => {
    const result = validateAttributes(category, given)
    expect(result).toEqual({ values, problems: {} })
    expect(Object.is(result.values.mileage, -0)).toBe(false)
  })
})

describe('wrong answers', () => {
  test.each([
    ['nothing at all', undefined, { make: { code: 'required' }, mileage: { code: 'required' } }],
    ['a make without its model', { make: 'lada', mileage: 1 }, { model: { code: 'required' } }],
    ['a model of another make', { ...good, model: 'niva' }, { model: { code: 'option' } }],
    [
      'a model without make',
      { model: 'niva', mileage: 1 },
      { make: { code: 'required' }, model: { code: 'option' } },
    ],
    ['an option that is not there', { make: 'bmw', mileage: 1 }, { make: { code: 'option' } }],
    ['an option’s number', { ...good, make: 1 }, { make: { code: 'type' }, model: { code: 'option' } }],
    ['a number as text', { ...good, mileage: '10' }, { mileage: { code: 'type' } }],
    ['not a number', { ...good, mileage: Number.NaN }, { mileage: { code: 'type' } }],
    ['endless', { ...good, mileage: Number.POSITIVE_INFINITY }, { mileage: { code: 'type' } }],
    [
      'too many decimals',
      { ...good, mileage: 1.5, engine: 1.55 },
      { mileage: { code: 'type' }, engine: { code: 'type' } },
    ],
    ['below the range', { ...good, engine: 0.4 }, { engine: { code: 'range', min: 0.5, max: 8 } }],
    ['above the range', { ...good, mileage: 1001 }, { mileage: { code: 'range', min: 0, max: 1000 } }],
    ['astronomic', { ...good, mileage: 1e300 }, { mileage: { code: 'range', min: 0, max: 1000 } }],
    ['a yes as text', { ...good, barter: 'true' }, { barter: { code: 'type' } }],
    ['a long text', { ...good, note: 'x'.repeat(11) }, { note: { code: 'too_long', max: 10 } }],
    ['a text as list', { ...good, note: ['a'] }, { note: { code: 'type' } }],
    ['an unknown key', { ...good, colour: 'red' }, { colour: { code: 'unknown' } }],
    ['a list', [], { '': { code: 'type' } }],
    ['a text', 'make', { '': { code: 'type' } }],
    ['null', null, { '': { code: 'type' } }],
  ])('%s', (_, given, problems) => {
    expect(validateAttributes(category, given).problems).toEqual(problems)
  })

  test('a key that names the prototype is a problem like any other', () => {
    const { values, problems } = validateAttributes(category, JSON.parse('{"__proto__": {"make": "lada"}}'))
    expect(Object.keys(problems)).toEqual(['make', 'mileage', '__proto__'])
    expect(values).toEqual({})
  })
})

test('the models offered are those of the chosen make', () => {
  const model = category.attributes[1]
  if (model?.type !== 'select') throw new Error('no model')
  expect(offeredOptions(model, { make: 'lada' }).map(({ id }) => id)).toEqual(['niva'])
  expect(offeredOptions(model, {})).toEqual([])
})

describe('whatever is given', () => {
  const key = fc.oneof(fc.constantFrom(...category.attributes.map((attribute) => attribute.key)), fc.string())
  const anything = fc.oneof(fc.dictionary(key, fc.anything()), fc.anything())

  test('each key ends in the values or in the problems, never in both or neither', () => {
    fc.assert(
      fc.property(fc.dictionary(key, fc.anything()), (given) => {
        const { values, problems } = validateAttributes(category, given)
        for (const [name, value] of Object.entries(given)) {
          const blank =
            value === null ||
            value === undefined ||
            (typeof value === 'string' && !Object.hasOwn(values, name))
          const known = category.attributes.some((attribute) => attribute.key === name)
          const places = Number(Object.hasOwn(values, name)) + Number(Object.hasOwn(problems, name))
          if (known && blank) expect(places).toBeLessThanOrEqual(1)
          else expect(places).toBe(1)
        }
      }),
    )
  })

  test('what is right is right again, unchanged', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const first = validateAttributes(category, given)
        const again = validateAttributes(category, first.values)
        expect(again.values).toEqual(first.values)
        for (const problem of Object.values(again.problems)) expect(problem.code).toBe('required')
      }),
    )
  })
})

describe('the catalogue’s own categories', () => {
  const categories = catalog.flatMap(({ children }) => children)

  test.each(categories.map(({ id }) => id))(
    '%s accepts every true answer, from data and from each view alike',
    (id) => {
      const found = categoryById(id)
      if (!found) throw new Error(id)
      fc.assert(
        fc.property(answersTo(found.attributes), (answers) => {
          const checked = validateAttributes(found, answers)
          expect(checked).toEqual({ values: answers, problems: {} })
          for (const view of views.get(id) ?? []) expect(validateAttributes(view, answers)).toEqual(checked)
        }),
        { numRuns: 10 },
      )
    },
  )
})

const views = new Map(
  locales
    .flatMap((locale) => catalogFor(locale).flatMap(({ children }) => children))
    .map((view, _, all) => [view.id, all.filter(({ id }) => id === view.id)]),
)

/** Answers to all questions, the depending ones chosen among what is offered. */
const answersTo = (attributes: readonly Attribute[]) =>
  attributes.reduce<fc.Arbitrary<Record<string, string | number | boolean>>>(
    (before, attribute) =>
      before.chain((answers) => {
        const answer = answerTo(attribute, answers)
        return answer ? answer.map((value) => ({ ...answers, [attribute.key]: value })) : fc.constant(answers)
      }),
    fc.constant({}),
  )

function answerTo(attribute: Attribute, answers: Record<string, string | number | boolean>) {
  if (attribute.type === 'bool') return fc.boolean()
  if (attribute.type === 'text') return fc.constant('x'.repeat(attribute.maxLength))
  if (attribute.type === 'select') {
    const ids = offeredOptions(attribute, answers).map(({ id }) => id)
    return ids.length > 0 ? fc.constantFrom(...ids) : undefined
  }
  const scale = 10 ** (attribute.decimals ?? 0)
  const steps = { min: Math.ceil(attribute.min * scale), max: Math.floor(attribute.max * scale) }
  return fc.integer(steps).map((step) => step / scale)
}
