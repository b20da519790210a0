/** Reads what the page's address asks for once (`?theme=dark`, `?startapp=ad_1`) and takes it out, so that a reload does not ask again. */
export function takeFromAddress(name: string): string | null {
  const query = new URLSearchParams(location.search)
  const value = query.get(name)
  if (value !== null) {
    query.delete(name)
    history.replaceState(null, '', `?${query}`)
  }
  return value
}
