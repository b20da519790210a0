import type { Draft } from '#shared/ads/schema.ts'

export const emptyDraft: Draft = { attributes: {}, photoIds: [] }

/** JSON with sorted keys and without undefined: the database gives keys back in another order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? ''

const same = (a: unknown, b: unknown) => canonical(a) === canonical(b)
export const sameDraft = (a: Draft, b: Draft): boolean => same(a, b)

/**
 * Brings together a draft changed here (`mine`) and elsewhere (`theirs`) since both were `base`: what was changed
 * here wins, question by question; photos added on either side stay, photos removed on either side go.
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Draft {
  const merged = mergeFields(base, mine, theirs) as Draft
  const attributes = mergeFields(base.attributes, mine.attributes, theirs.attributes)
  const contact = mergeFields(base.contact ?? {}, mine.contact ?? {}, theirs.contact ?? {})
  return {
    ...merged,
    attributes: attributes as Draft['attributes'],
    ...(Object.keys(contact).length > 0 && { contact: { telegram: true, ...contact } as Draft['contact'] }),
    photoIds: mergeList(base.photoIds, mine.photoIds, theirs.photoIds),
  } as Draft
}

function mergeFields(base: object, mine: object, theirs: object): Record<string, unknown> {
  const [was, here, there] = [base, mine, theirs].map(
    (fields) => new Map<string, unknown>(Object.entries(fields)),
  )
  const keys = new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])])
  const merged = [...keys].map((key) => {
    const changedHere = !same(here?.get(key), was?.get(key))
    return [key, changedHere ? here?.get(key) : there?.get(key)] as const
  })
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined))
}

function mergeList(base: readonly string[], mine: readonly string[], theirs: readonly string[]) {
  const removedThere = (id: string) => base.includes(id) && !theirs.includes(id)
  const added = theirs.filter((id) => !base.includes(id) && !mine.includes(id))
  const order = same(mine, base) ? theirs : mine.filter((id) => !removedThere(id))
  return same(mine, base) ? [...order] : [...order, ...added]
}
