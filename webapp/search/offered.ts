import type { OptionView, SelectView } from '#shared/catalog/view.ts'
import type { AttributeFilter } from '#shared/search/filters.ts'

/**
 * The options to choose among: those of a model belong to the chosen makes; where only models are chosen, to the makes
 * of these, and without either there are none.
 */
export function offeredOptions(
  { key, options, dependsOn }: SelectView,
  values: Readonly<Record<string, AttributeFilter>>,
): readonly OptionView[] {
  if (dependsOn === undefined) return options
  const chosen = values[key]
  const ofChosen = options.filter(({ id }) => Array.isArray(chosen) && chosen.includes(id))
  const parents = values[dependsOn] ?? ofChosen.map(({ parent }) => parent)
  return options.filter(({ parent }) => Array.isArray(parents) && parents.includes(parent))
}
