/** How many ads of a fresh first page stand before those already shown; the whole page when none is known. */
export function countNew(shown: readonly { id: number }[], fresh: readonly { id: number }[]): number {
  const known = new Set(shown.map(({ id }) => id))
  const at = fresh.findIndex(({ id }) => known.has(id))
  return at < 0 ? fresh.length : at
}
