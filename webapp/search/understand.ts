import type { AdFilters } from '#shared/search/filters.ts'
import type { Understood, UnderstoodPart } from '#shared/search/understand.ts'
import type { Asked } from '#webapp/search/asked.ts'

const places: readonly (keyof AdFilters)[] = ['region', 'district']

/** The list that a query asks for: what was filtered by before, and what is understood goes before it. */
export function mergeUnderstood(before: Asked, { filters, parts }: Understood): Asked {
  const refused = parts.filter(({ text }) => before.kept.includes(text))
  const taken = parts.filter((part) => !refused.includes(part))
  const meant = refused.length > 0 ? withoutParts(filters, refused, taken) : filters
  const { q: _words, sort, attributes, ...rest } = before.filters
  const base: AdFilters = { ...rest, ...(sort && sort !== 'best' && { sort }) }
  const samePlace = !places.some((key) => meant[key])
  const kept = Object.fromEntries(
    Object.entries(base).filter(([key]) => samePlace || !places.includes(key as keyof AdFilters)),
  ) as AdFilters
  const sameCategory = !meant.category || meant.category === before.filters.category
  const answers = { ...(sameCategory && attributes), ...meant.attributes }
  return {
    filters: {
      ...kept,
      ...meant,
      // "dan" and "gacha" in so'm say nothing of a bound in dollars that stood before.
      ...(meant.price && { currency: meant.currency ?? 'UZS' }),
      ...(Object.keys(answers).length > 0 && { attributes: answers }),
    },
    parts: taken,
    kept: refused.map(({ text }) => text),
  }
}

/** Leaves out what these words gave and nothing else gives too; the words themselves go back to the query. */
function withoutParts(
  filters: AdFilters,
  refused: readonly UnderstoodPart[],
  taken: readonly UnderstoodPart[],
): AdFilters {
  const gone = refused.reduce((left, part) => withoutPart(left, part), filters)
  const restored = taken.reduce<AdFilters>(
    (left, part) => ({
      ...left,
      ...part.filters,
      ...((left.attributes || part.filters.attributes) && {
        attributes: { ...left.attributes, ...part.filters.attributes },
      }),
    }),
    gone,
  )
  const q = [filters.q, ...refused.map(({ text }) => text)].filter(Boolean).join(' ')
  return { ...restored, ...(q && { q }) }
}

function withoutPart(filters: AdFilters, { filters: gave }: UnderstoodPart): AdFilters {
  const left = { ...filters } as Record<string, unknown>
  const attributes = { ...filters.attributes }
  for (const key of Object.keys(gave.attributes ?? {})) delete attributes[key]
  for (const key of Object.keys(gave)) if (key !== 'attributes' && key !== 'category') delete left[key]
  if (gave.price) delete left['currency']
  delete left['attributes']
  const answered = Object.keys(attributes).length > 0
  if (answered) left['attributes'] = attributes
  // What else was answered is answered in this category.
  else if (gave.category === filters.category) delete left['category']
  return left as AdFilters
}

/** Takes back what was understood of some words: its filters go, and the words are searched for as they are. */
export function takeBackPart(asked: Asked, part: UnderstoodPart): Asked {
  const filters = withoutPart(asked.filters, part)
  const q = [asked.filters.q, part.text].filter(Boolean).join(' ')
  return {
    filters: { ...filters, q },
    parts: asked.parts.filter((other) => other !== part),
    kept: [...asked.kept, part.text],
  }
}
