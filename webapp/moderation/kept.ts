import { createSignal } from 'solid-js'

const kept = new Map<string, object>()

/** What was typed about something goes on with what it has become. */
export function carryKept(from: string, to: string): void {
  const fields = kept.get(from)
  if (fields) kept.set(to, fields)
}

/**
 * The fields of a form by what it is about, as long as the app is open: a stray tap beside a sheet, a look at another
 * screen and a verdict that did not come through lose nothing typed.
 */
export function createKept<Fields extends object>(key: string, fresh: () => Fields) {
  const [fields, setFields] = createSignal((kept.get(key) as Fields | undefined) ?? fresh())
  function change(part: Partial<Fields>) {
    const next = { ...fields(), ...part }
    kept.set(key, next)
    setFields(() => next)
  }
  return { fields, change, forget: () => void kept.delete(key) }
}
