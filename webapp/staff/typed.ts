/** What stands in a form's fields, by the path that the server names them by. */
export type Typed = Readonly<Record<string, string>>

/** Changes that are not saved: what is typed, and upon what. */
export interface Unsaved {
  typed: Typed
  before: Typed
}

const pathsOf = (...forms: readonly Typed[]) => [...new Set(forms.flatMap((form) => Object.keys(form)))]

/** Paths of which one form says something else than the other, or nothing. */
export const differing = (one: Typed, other: Typed): string[] =>
  pathsOf(one, other).filter((path) => one[path] !== other[path])

/**
 * Puts what was typed upon `before` on top of what somebody else has made of it meanwhile: nothing typed is lost, and
 * where both changed the same, `clashes` says what the other one wrote ('' where they took it away).
 */
export function rebase(typed: Typed, before: Typed, theirs: Typed): { typed: Typed; clashes: Typed } {
  const mine = new Set(differing(typed, before))
  const next: Record<string, string> = {}
  const clashes: Record<string, string> = {}
  for (const path of pathsOf(typed, before, theirs)) {
    const value = mine.has(path) ? typed[path] : theirs[path]
    if (value !== undefined) next[path] = value
    if (mine.has(path) && theirs[path] !== before[path] && theirs[path] !== typed[path])
      clashes[path] = theirs[path] ?? ''
  }
  return { typed: next, clashes }
}
