import type { Shelf } from './storage.ts'

/** A shelf in this browser; a damaged one counts as empty. */
export function deviceShelf(key: string): Shelf {
  return {
    read() {
      try {
        return { ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>) }
      } catch {
        return {}
      }
    },
    write: (values) => localStorage.setItem(key, JSON.stringify(values)),
  }
}
