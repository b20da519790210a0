import type { KnownPhoto } from '#shared/ads/check-draft.ts'
import type { AttributeValues } from '#shared/catalog/types.ts'
import type { CategoryView } from '#shared/catalog/view.ts'
import { isAsked } from '#webapp/catalog/answers.ts'
import { type PhotoItem, retryable } from '#webapp/photos/item.ts'

const screens = ['photos', 'category', 'details', 'text', 'price', 'place', 'contact', 'preview'] as const
type ScreenId = (typeof screens)[number]
type QuestionId = `attributes.${string}`

/**
 * One screen of the form; also the last part of its path, `/new/price`. A question of the category that must be
 * answered has a screen of its own, named as its field: `/new/attributes.year`; all others share `details`.
 */
export type StepId = ScreenId | QuestionId
type Asking = Pick<CategoryView, 'attributes' | 'price'>

const questionId = (key: string): QuestionId => `attributes.${key}`

/** The question that a screen asks; undefined for all other screens. */
export const keyOf = (step: StepId): string | undefined => /^attributes\.(.+)$/.exec(step)?.[1]

/** The screen that a path's last part names. */
export const stepNamed = (name: string): StepId | undefined =>
  screens.find((id) => id === name) ??
  (keyOf(name as StepId) === undefined ? undefined : (name as QuestionId))

/** All screens there are for a category, in the order of the form. */
const allSteps = (category: Asking | undefined): readonly StepId[] =>
  screens.flatMap((id) => (id === 'details' ? [...questionsOf(category), id] : id))

const questionsOf = (category: Asking | undefined) =>
  (category?.attributes ?? []).filter(({ required }) => required).map(({ key }) => questionId(key))

/**
 * The way through the form: what must be answered, a question a screen. What may be said beyond that (`details`) lies
 * beside the way; before the category is known it stands for the questions to come. Who began with the text is asked
 * for the category after it.
 */
export function stepsFor(
  category: Asking | undefined,
  o: { answers?: AttributeValues; textFirst?: boolean } = {},
): readonly StepId[] {
  const waits = (category?.attributes ?? []).filter((attribute) => !isAsked(attribute, o.answers ?? {}))
  const skipped: StepId[] = waits.map(({ key }) => questionId(key))
  if (category) skipped.push('details')
  if (category?.price === 'free' || category?.price === 'none') skipped.push('price')
  const steps = allSteps(category).filter((step) => !skipped.includes(step))
  return o.textFirst
    ? ['photos', 'text', ...steps.filter((step) => step !== 'photos' && step !== 'text')]
    : steps
}

/** The screens up to this one, with what lies beside the way. */
export const stepsUntil = (step: StepId, category: Asking | undefined): readonly StepId[] => {
  const steps = allSteps(category)
  return steps.slice(0, steps.indexOf(step) + 1)
}

const screenOfField: Readonly<Record<string, ScreenId>> = {
  photoIds: 'photos',
  categoryId: 'category',
  attributes: 'details',
  title: 'text',
  description: 'text',
  price: 'price',
  districtId: 'place',
  mahalla: 'place',
  landmark: 'place',
  contact: 'contact',
}

/** The screen that asks for a field: `attributes.year` → itself when it must be answered, else `details`. */
export const stepOf = (path: string, category: Asking | undefined): StepId =>
  questionsOf(category).find((id) => id === path) ?? screenOfField[path.split('.')[0] ?? ''] ?? 'preview'

/** Of all problems those that the given screen can mend. */
export const problemsOf = <T>(
  step: StepId,
  problems: Readonly<Record<string, T>>,
  category: Asking | undefined,
): Record<string, T> =>
  Object.fromEntries(Object.entries(problems).filter(([path]) => stepOf(path, category) === step))

/** The first screen with something to mend, in the order of the form. */
export function firstWrong(
  problems: Readonly<Record<string, unknown>>,
  category: Asking | undefined,
): StepId | undefined {
  const wrong = Object.keys(problems).map((path) => stepOf(path, category))
  return allSteps(category).find((step) => wrong.includes(step))
}

/**
 * The photos as the check knows them. One on its way, or held up by the connection, counts as uploaded: the form
 * goes on meanwhile, and sending waits for it. Any other that failed counts as refused.
 */
export const knownPhotos = (items: readonly PhotoItem[]): KnownPhoto[] =>
  items.map((item) => ({
    id: item.id ?? item.key,
    state: item.state === 'failed' && !retryable(item) ? 'refused' : 'uploaded',
  }))
