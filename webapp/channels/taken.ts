/** A top category as far as it matters here. */
interface Top {
  id: string
  children: readonly { id: string }[]
}

const isIn = (id: string, top: string) => id === top || id.startsWith(`${top}.`)

/** What a channel takes once a top category is tapped: all of it, or nothing of it when some was taken. */
export const toggleTop = (taken: readonly string[], top: string): string[] => {
  const others = taken.filter((id) => !isIn(id, top))
  return others.length < taken.length ? others : [...taken, top]
}

/** The same once a part of a top category is tapped: the parts alone, or the whole when no part is left or all are. */
export function keepOnly(ids: readonly string[], top: Top): string[] {
  const others = ids.filter((id) => !isIn(id, top.id))
  const parts = ids.filter((id) => id !== top.id && isIn(id, top.id))
  const isWhole = parts.length === 0 || parts.length === top.children.length
  return [...others, ...(isWhole ? [top.id] : parts)]
}
