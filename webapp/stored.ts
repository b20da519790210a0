/** What was put under a key of `localStorage`; undefined when there is nothing or it cannot be read. */
export function readStored<T>(key: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a value on the phone, undefined removes it; a browser that keeps nothing (private mode, no space) is no reason to stop. */
export function store(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // The server has it a moment later.
  }
}
