import { createStore, type SetStoreFunction, unwrap } from 'solid-js/store'

/** A store that outlives a reload, in this browser only; a damaged copy counts as none. */
export function persistedStore<T extends object>(key: string, initial: T): [T, SetStoreFunction<T>] {
  const [store, setStore] = createStore<T>({ ...initial, ...read<T>(key) })
  const setAndKeep = (...change: unknown[]) => {
    ;(setStore as (...change: unknown[]) => void)(...change)
    localStorage.setItem(key, JSON.stringify(unwrap(store)))
  }
  return [store, setAndKeep as SetStoreFunction<T>]
}

function read<T>(key: string): Partial<T> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<T>
  } catch {
    return {}
  }
}
