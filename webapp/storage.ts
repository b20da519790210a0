/** The browser's storage where it may be used: in a frame with blocked cookies even asking for it throws. */

type Kind = 'local' | 'session'
const storage = (kind: Kind) => (kind === 'local' ? window.localStorage : window.sessionStorage)

export function recall(kind: Kind, key: string): string | null {
  try {
    return storage(kind).getItem(key)
  } catch {
    return null
  }
}

export function keep(kind: Kind, key: string, value: string): void {
  try {
    storage(kind).setItem(key, value)
  } catch {
    // Then it lasts as long as the page.
  }
}
