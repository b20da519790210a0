import { readStored, store } from '#webapp/stored.ts'

const key = 'recent'
const most = 8

/** What was searched for on this phone, the last first. */
export const recentSearches = (): readonly string[] => readStored<string[]>(key) ?? []

/** Notes what was searched for; the same again comes to the front. */
export function noteSearch(text: string): void {
  const same = (other: string) => other.toLowerCase() === text.toLowerCase()
  store(key, [text, ...recentSearches().filter((other) => !same(other))].slice(0, most))
}

export const forgetSearches = (): void => store(key, undefined)
