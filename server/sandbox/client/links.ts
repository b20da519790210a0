/** Where a pressed link leads, by the forms of https://core.telegram.org/api/links that a board uses. */
export type LinkTarget =
  | { kind: 'mini-app'; startParam?: string }
  | { kind: 'start'; startParam: string }
  | { kind: 'bot' }
  | { kind: 'peer'; username: string; messageId?: number; text?: string }
  | { kind: 'private-post'; chatId: number; messageId?: number }
  | { kind: 'user'; userId: number }
  | { kind: 'phone'; phone: string; text?: string }
  | { kind: 'share'; text: string }
  | { kind: 'web'; url: string }

const TELEGRAM_HOSTS = new Set(['t.me', 'telegram.me', 'telegram.dog', 'www.t.me'])

/**
 * Reads a link as Telegram's clients do. A bare `example.uz` is taken as `https://example.uz`; what is no URL, or of a
 * scheme a client does not open (`javascript:`), gives `undefined`.
 */
export function readLink(link: string, botUsername: string | undefined): LinkTarget | undefined {
  const url = parseUrl(link)
  if (!url) return undefined
  if (url.protocol === 'tel:') return { kind: 'phone', phone: url.pathname }
  if (url.protocol === 'tg:') return readTgScheme(url, botUsername)
  if (url.protocol === 'mailto:') return { kind: 'web', url: url.href }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  if (!TELEGRAM_HOSTS.has(url.hostname)) return { kind: 'web', url: url.href }
  return readTelegramPath(url, botUsername)
}

function parseUrl(link: string): URL | undefined {
  const text = link.trim()
  return URL.parse(text.match(/^[a-z][a-z0-9+.-]*:/i) ? text : `https://${text}`) ?? undefined
}

/** `tg://resolve?domain=name&…` says the same as `https://t.me/name?…`. */
function readTgScheme(url: URL, botUsername: string | undefined): LinkTarget | undefined {
  const query = url.searchParams
  if (url.host === 'user') return { kind: 'user', userId: Number(query.get('id')) }
  const name = query.get('domain') ?? (query.has('phone') ? `+${query.get('phone')}` : undefined)
  if (url.host !== 'resolve' || name === undefined) return undefined
  const path = [name, query.get('appname') ?? query.get('post')].filter(Boolean).join('/')
  return readTelegramPath(new URL(`https://t.me/${path}?${query}`), botUsername)
}

function readTelegramPath(url: URL, botUsername: string | undefined): LinkTarget | undefined {
  const [head, second, third] = url.pathname.split('/').filter(Boolean)
  const query = url.searchParams
  const text = query.get('text') ?? undefined
  if (head === undefined) return { kind: 'web', url: url.href }
  if (head === 'share') {
    return { kind: 'share', text: [query.get('url'), text].filter(Boolean).join('\n') }
  }
  if (head === 'c') return { kind: 'private-post', chatId: Number(`-100${second}`), ...post(third) }
  if (head.startsWith('+')) return { kind: 'phone', phone: head, ...(text === undefined ? {} : { text }) }
  if (head.toLowerCase() !== botUsername?.toLowerCase()) {
    return { kind: 'peer', username: head, ...post(second), ...(text === undefined ? {} : { text }) }
  }
  const startParam = query.get('startapp')
  if (second !== undefined || startParam !== null) {
    return { kind: 'mini-app', ...(startParam ? { startParam } : {}) }
  }
  const start = query.get('start')
  return start === null ? { kind: 'bot' } : { kind: 'start', startParam: start }
}

const post = (segment: string | undefined) =>
  segment !== undefined && /^\d+$/.test(segment) ? { messageId: Number(segment) } : {}
