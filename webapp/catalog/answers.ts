import type { AttributeValue, AttributeValues } from '#shared/catalog/types.ts'
import { offeredOptions } from '#shared/catalog/validate.ts'
import type { AttributeView, CategoryView } from '#shared/catalog/view.ts'

/** Whether a question can be answered yet: a choice that hangs on another one comes once that one is made. */
export const isAsked = (attribute: AttributeView, answers: AttributeValues): boolean =>
  attribute.type !== 'select' || offeredOptions(attribute, answers).length > 0

/** With one more answer; undefined takes it back, and those that hung on it. */
export function withAnswer(
  category: Pick<CategoryView, 'attributes'> | undefined,
  before: AttributeValues,
  key: string,
  value: AttributeValue | undefined,
): AttributeValues {
  const after = Object.fromEntries(
    Object.entries({ ...before, [key]: value }).flatMap(([each, answered]) =>
      answered === undefined ? [] : [[each, answered]],
    ),
  )
  for (const attribute of category?.attributes ?? [])
    if (attribute.type === 'select' && attribute.dependsOn === key) {
      const offered = offeredOptions(attribute, after)
      if (!offered.some(({ id }) => id === after[attribute.key])) delete after[attribute.key]
    }
  return after
}

/** The answers that another category asks for too. */
export function answersFor(
  category: Pick<CategoryView, 'attributes'>,
  answers: AttributeValues,
): AttributeValues {
  const asked = new Set(category.attributes.map(({ key }) => key))
  return Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key)))
}

/** Up to so many answers stand side by side; more open as a list with a search. */
export const fewAnswers = 8

/** A few whole numbers are chosen rather than typed (rooms, floors of a house); undefined for any other question. */
export function fewNumbers(attribute: AttributeView): { id: string; label: string }[] | undefined {
  if (attribute.type !== 'number') return undefined
  const { min, max, decimals } = attribute
  if (decimals || max - min >= fewAnswers) return undefined
  return Array.from({ length: max - min + 1 }, (_, index) => {
    const id = String(min + index)
    return { id, label: id }
  })
}
