import type { KnownPhoto } from '#shared/ads/check-draft.ts'
import type { CategoryView } from '#shared/catalog/view.ts'
import { type PhotoItem, retryable } from '#webapp/photos/item.ts'

export const stepIds = [
  'photos',
  'category',
  'details',
  'text',
  'price',
  'place',
  'contact',
  'preview',
] as const
/** One screen of the form; also the last part of its path, `/new/price`. */
export type StepId = (typeof stepIds)[number]

/**
 * The screens for a category: one without questions or without a price has none for them. Who began with the text
 * is asked for the category after it.
 */
export function stepsFor(
  category: Pick<CategoryView, 'attributes' | 'price'> | undefined,
  textFirst = false,
): readonly StepId[] {
  const skipped: StepId[] = []
  if (category?.attributes.length === 0) skipped.push('details')
  if (category?.price === 'free' || category?.price === 'none') skipped.push('price')
  const order: readonly StepId[] = textFirst
    ? ['photos', 'text', ...stepIds.filter((step) => step !== 'photos' && step !== 'text')]
    : stepIds
  return order.filter((step) => !skipped.includes(step))
}

const stepOfField: Readonly<Record<string, StepId>> = {
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

/** The screen that asks for a field: `attributes.mileage` → `details`. */
export const stepOf = (path: string): StepId => stepOfField[path.split('.')[0] ?? ''] ?? 'preview'

/** Of all problems those that the given screen can mend. */
export const problemsOf = <T>(step: StepId, problems: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(problems).filter(([path]) => stepOf(path) === step))

/** The first screen with something to mend, in the order of the form. */
export const firstWrong = (problems: Readonly<Record<string, unknown>>): StepId | undefined =>
  stepIds.find((step) => Object.keys(problems).some((path) => stepOf(path) === step))

/**
 * The photos as the check knows them. One on its way, or held up by the connection, counts as uploaded: the form
 * goes on meanwhile, and sending waits for it. Any other that failed counts as refused.
 */
export const knownPhotos = (items: readonly PhotoItem[]): KnownPhoto[] =>
  items.map((item) => ({
    id: item.id ?? item.key,
    state: item.state === 'failed' && !retryable(item) ? 'refused' : 'uploaded',
  }))
