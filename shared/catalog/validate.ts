import type { Attribute, AttributeValue, AttributeValues, Option } from '#shared/catalog/types.ts'
import type { AttributeView } from '#shared/catalog/view.ts'
import type { Problem, ProblemCode } from '#shared/errors.ts'
import { cleanLine } from '#shared/text/clean.ts'

type Rule = Attribute | AttributeView
type OptionId = Pick<Option, 'id' | 'parent'>
export type AttributeProblem = Problem & {
  code: Extract<ProblemCode, 'required' | 'unknown' | 'type' | 'range' | 'option' | 'too_long'>
}
export interface CheckedAttributes {
  /** What is right, cleaned, in the category's order. */
  values: AttributeValues
  /** What is not, by attribute key; `''` when there were no attributes to read at all. */
  problems: Record<string, AttributeProblem>
}

/**
 * Judges the answers to a category's questions; used by form, chat dialog and server alike. Null, undefined and
 * blank text mean "not answered". Nothing is dropped silently: a key the category does not have is a problem.
 */
export function validateAttributes(
  category: { readonly attributes: readonly Rule[] },
  values: unknown,
): CheckedAttributes {
  if (values !== undefined && !isRecord(values)) return { values: {}, problems: { '': { code: 'type' } } }
  const given = new Map(Object.entries(values ?? {}))
  const right: [string, AttributeValue][] = []
  const problems: [string, AttributeProblem][] = []
  for (const attribute of category.attributes) {
    const result = checkAttribute(attribute, given.get(attribute.key), Object.fromEntries(right))
    if (result.value !== undefined) right.push([attribute.key, result.value])
    if (result.problem) problems.push([attribute.key, result.problem])
    given.delete(attribute.key)
  }
  for (const key of given.keys()) problems.push([key, { code: 'unknown' }])
  return { values: Object.fromEntries(right), problems: Object.fromEntries(problems) }
}

interface Checked {
  value?: AttributeValue
  problem?: AttributeProblem
}

/** Judges one answer, given the answers before it (a model needs its make). */
export function checkAttribute(attribute: Rule, given: unknown, chosen: AttributeValues): Checked {
  const value = typeof given === 'string' ? cleanLine(given) : given
  if (value === undefined || value === null || value === '') return unanswered(attribute, chosen)
  switch (attribute.type) {
    case 'bool':
      return typeof value === 'boolean' ? { value } : problem('type')
    case 'number':
      if (typeof value !== 'number' || !fits(value, attribute.decimals ?? 0)) return problem('type')
      if (value < attribute.min || value > attribute.max)
        return problem('range', { min: attribute.min, max: attribute.max })
      return { value: value + 0 }
    case 'select':
      if (typeof value !== 'string') return problem('type')
      return offeredOptions<OptionId>(attribute, chosen).some(({ id }) => id === value)
        ? { value }
        : problem('option')
    case 'text':
      if (typeof value !== 'string') return problem('type')
      return value.length > attribute.maxLength
        ? problem('too_long', { max: attribute.maxLength })
        : { value }
  }
}

/** The options to offer after the answers given so far: the models of the chosen make; all where nothing narrows. */
export function offeredOptions<O extends OptionId>(
  attribute: { readonly options: readonly O[]; readonly dependsOn?: string },
  chosen: AttributeValues,
): readonly O[] {
  const { dependsOn } = attribute
  if (dependsOn === undefined) return attribute.options
  return attribute.options.filter(({ parent }) => parent !== undefined && parent === chosen[dependsOn])
}

/** A required choice that has nothing to offer yet is not asked for: the question before it is. */
function unanswered(attribute: Rule, chosen: AttributeValues): Checked {
  if (!attribute.required) return {}
  if (attribute.type === 'select' && offeredOptions<OptionId>(attribute, chosen).length === 0) return {}
  return problem('required')
}

const problem = (code: AttributeProblem['code'], limits: { min?: number; max?: number } = {}): Checked => ({
  problem: { code, ...limits },
})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Finite and with no more digits after the point than allowed. */
const fits = (value: number, decimals: number) =>
  Number.isFinite(value) && Number(value.toFixed(decimals)) === value
