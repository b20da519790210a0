import { type AdFilters, readFilters, writeFilters } from '#shared/search/filters.ts'

/** What follows `startapp=` may be so long, and of letters, digits, `_` and `-` only (https://core.telegram.org/bots/features#deep-linking). */
const longest = 512
const prefix = 's_'

/** The `startapp` parameter that opens the list of these filters; undefined where they are too many for a link. */
export function writeSearchParam(filters: AdFilters): string | undefined {
  // Letters as they are take half the room of their escapes, and are read back alike.
  const query = writeFilters(filters).replace(/(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)+/g, decodeURIComponent)
  const bytes = String.fromCharCode(...new TextEncoder().encode(query))
  const param = prefix + btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return param.length <= longest ? param : undefined
}

/** The filters of such a parameter; undefined when it is none. */
export function readSearchParam(param: string): AdFilters | undefined {
  if (!param.startsWith(prefix)) return undefined
  try {
    const bytes = atob(param.slice(prefix.length).replaceAll('-', '+').replaceAll('_', '/'))
    const query = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(bytes, (char) => char.charCodeAt(0)),
    )
    return readFilters(new URLSearchParams(query))
  } catch {
    return undefined
  }
}

/** Opens the Mini App at the list of these filters from anywhere in Telegram. */
export function searchLink(botUsername: string, filters: AdFilters): string | undefined {
  const param = writeSearchParam(filters)
  return param && `https://t.me/${botUsername}?startapp=${param}`
}
