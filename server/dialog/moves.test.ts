import fc from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { checkAd } from '#shared/ads/check.ts'
import { ownLimits, placesLeft } from '#shared/ads/places.ts'
import { type Draft, draftSchema } from '#shared/ads/schema.ts'
import { catalog } from '#shared/catalog/index.ts'
import { districtById, regions } from '#shared/regions/regions.ts'
import { empty } from './answers.ts'
import { choicesFor } from './choices.ts'
import { attributeFor, nextQuestion, type Question } from './engine.ts'
import { type Move, makeMove, settle } from './moves.ts'
import { beginning, type Dialog, type Facts } from './position.ts'

const photoIds = Array.from({ length: 12 }, (_, i) => `00000000-0000-4000-8000-0000000000${i + 10}`)
const facts: Facts = {
  photos: photoIds.map((id, i) => ({
    id,
    state: i === 11 ? 'refused' : 'ready',
    problem: i === 11 ? 'broken' : null,
  })),
  places: placesLeft({}, ownLimits(50)),
  phone: null,
  locale: 'uz',
}
const categories = catalog.flatMap(({ children }) => children)

const texts = fc.constantFrom(
  'Cobalt 2021 sotiladi\nprobeg 87 ming\n11500$ Asaka 90 123 45 67',
  'sigir',
  '12,5 mln',
  '2 sotix',
  'kelishiladi',
  '90 123-45-67',
  'ha',
  '',
  '   ',
  'x'.repeat(4000),
  '\u0000\ud800 <b>&',
  'Asaka',
)
const actions = fc.oneof(
  fc.constantFrom('back', 'skip', 'keep', 'more', 'enough', 'clean', 'clear', 'edit:details', 'v:nonsense'),
  fc.constantFrom('edit:title', 'edit:price', 'edit:categoryId', 'edit:photoIds', 'edit:contact', 'edit:x'),
  fc.constantFrom('p:1', 'p:-4', 'p:x', 'v:yes', 'v:no', 'v:negotiable', 'v:telegram', 'v:suggested', 'v:3'),
  fc.constantFrom(...catalog.map(({ id }) => `g:${id}`), ...regions.map(({ id }) => `g:${id}`)),
  fc.constantFrom(...categories.map(({ id }) => `v:${id}`)),
  /** The first likely answer to whatever is shown. */
  fc.constant('v:*'),
)
const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: actions.map((action): Move => ({ kind: 'press', action })) },
  { weight: 3, arbitrary: texts.map((text): Move => ({ kind: 'typed', text })) },
  fc
    .record({ text: texts, photoIds: fc.subarray(photoIds), album: fc.constantFrom('1', '2') })
    .map((rest): Move => ({ kind: 'material', ...rest })),
  fc.constantFrom<Move>({ kind: 'open' }, { kind: 'other' }, { kind: 'phone', phone: '+998901234567' }),
)
/** What the form may do meanwhile: anything its schema takes. */
const forms = fc.oneof(
  fc.record({ title: fc.string({ maxLength: 200 }) }),
  fc.record({ description: fc.string({ maxLength: 3000 }) }),
  fc.record({ categoryId: fc.constantFrom('', 'gone.category', ...categories.map(({ id }) => id)) }),
  fc.record({ attributes: fc.constant({ make: 'gone', mileage: '12,5', foreign: true }) }),
  fc.record({ districtId: fc.constantFrom('', 'andijon.asaka', 'nowhere') }),
  fc.record({ mahalla: fc.string({ maxLength: 200 }) }),
  fc.constant({ contact: { name: '', phone: '12', telegram: false } }),
  fc.constant({ price: { kind: 'fixed' as const, amount: 'arzon', currency: 'USD' as const } }),
  fc.record({ photoIds: fc.subarray(photoIds, { maxLength: 10 }) }),
)

const events = fc.oneof(
  { weight: 5, arbitrary: moves },
  forms.map((form): { form: Partial<Draft> } => ({ form })),
)

const begun = (): Dialog => ({ draft: empty, position: beginning('key') })

function go(dialog: Dialog, move: Move): Dialog {
  const isLikely = move.kind === 'press' && move.action === 'v:*'
  const [likely] = isLikely ? likelyAt(dialog) : []
  return settle(makeMove(dialog, likely ? { kind: 'press', action: likely } : move, facts) ?? dialog, facts)
}
const likelyAt = ({ draft, position }: Dialog) =>
  choicesFor(draft, position.shown as Question, position, facts)
    .map(({ action }) => action)
    .filter((action) => action.startsWith('v:') || action.startsWith('g:'))

/** The right answer to whatever is shown, as a patient person would give it. */
function rightMove({ draft, position }: Dialog): Move {
  const { shown } = position
  const press = (action: string): Move => ({ kind: 'press', action })
  if (shown === 'details') return press('back')
  if (shown === 'photoIds')
    return draft.photoIds.length > 0 ? press('clear') : { kind: 'material', photoIds: photoIds.slice(0, 1) }
  if (shown === 'categoryId') return press('v:transport.cars')
  if (shown === 'districtId') return press('v:andijon.asaka')
  if (shown === 'price') return { kind: 'typed', text: '12,5 mln' }
  if (shown === 'contact') return { kind: 'phone', phone: '+998901234567' }
  const attribute = attributeFor(draft, shown)
  if (attribute?.type === 'number') return { kind: 'typed', text: String(Math.ceil(attribute.min)) }
  const [likely] = shown === 'title' ? [] : likelyAt({ draft, position })
  return likely ? press(likely) : { kind: 'typed', text: 'Oddiy javob' }
}

it('whatever is said, pressed and changed in the form, the draft stays one and the questions come to their end', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 30 }), (happened) => {
      let dialog = begun()
      for (const event of happened) {
        dialog =
          'form' in event
            ? settle({ ...dialog, draft: { ...dialog.draft, ...event.form } }, facts)
            : go(dialog, event)
        expect(v.safeParse(draftSchema, dialog.draft).success).toBe(true)
        expect(dialog.position.shown).not.toBe('cancelled')
      }
      dialog = go(dialog, { kind: 'press', action: 'enough' })
      for (let step = 0; dialog.position.shown !== 'summary'; step++) {
        if (step > 40) throw new Error(`no end: ${JSON.stringify(dialog)}`)
        dialog = go(dialog, rightMove(dialog))
      }
      expect(checkAd(dialog.draft, facts.photos)).toHaveProperty('ad')
      expect(districtById(dialog.draft.districtId ?? '')).toBeDefined()
    }),
    { numRuns: 300 },
  )
})

it('the same draft asks the same: restarting from what is kept changes nothing', () => {
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 20 }), (events) => {
      const dialog = events.reduce(go, begun())
      const kept = JSON.parse(JSON.stringify(dialog)) as Dialog
      expect(kept).toEqual(dialog)
      expect(settle(kept, facts)).toEqual(dialog)
      expect(nextQuestion(kept.draft, facts.photos, kept.position)).toBe(
        nextQuestion(dialog.draft, facts.photos, dialog.position),
      )
    }),
    { numRuns: 200 },
  )
})

it('a text never overwrites what was answered', () => {
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const before = go(begun(), { kind: 'material', text: first })
      const after = go(before, { kind: 'material', text: second })
      const { attributes, ...fields } = before.draft
      expect(after.draft).toMatchObject(fields)
      expect(after.draft.attributes).toMatchObject(attributes)
    }),
  )
})
