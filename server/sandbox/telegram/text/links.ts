import type { MessageEntity } from '@grammyjs/types'

/** Hosts reached without HTTPS where Telegram demands it: the sandbox's one leniency, for boards on one's own machine. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost'])

/**
 * An address as Telegram keeps it (`http://` added where no scheme was given), or what is wrong with it in Telegram's
 * words. `only: 'https'` is the rule for Mini Apps and login links; loopback addresses pass it by plain HTTP too.
 */
export function checkLink(link: string, only?: 'https'): { url: string } | { problem: string } {
  if (/^tg:/i.test(link)) {
    if (only) return { problem: 'Only HTTPS links are allowed' }
    const rest = link.slice(3).replace(/^\/\//, '')
    return /^[\w-]+(?:[/?#]|$)/.test(rest) ? { url: `tg://${rest}` } : { problem: 'Wrong tg URL' }
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(link)?.[1]?.toLowerCase()
  if (scheme && scheme !== 'http' && scheme !== 'https') return { problem: 'Unsupported URL protocol' }
  const url = parse(scheme ? link : `http://${link}`)
  if (!url)
    return { problem: /^(https?:\/\/)?([/?#]|$)/i.test(link) ? 'URL host is empty' : 'Host is invalid' }
  const loopback = LOOPBACK.has(url.hostname)
  if (only && url.protocol !== 'https:' && !loopback) return { problem: 'Only HTTPS links are allowed' }
  if (!url.hostname.includes('.') && !url.hostname.startsWith('[') && !loopback)
    return { problem: 'Wrong HTTP URL' }
  const [, host, rest = ''] = /^(?:[^:/?#]+:\/\/)?([^/?#]*)(.*)$/s.exec(link) ?? []
  return { url: `${url.protocol}//${host}${rest.startsWith('/') ? '' : '/'}${rest}` }
}

/** Whether webhooks may go there by plain HTTP and to any port. */
export function isLoopback(url: string): boolean {
  return LOOPBACK.has(parse(url)?.hostname ?? '')
}

/** The entity of a link; none when the address is not one, as Telegram drops such links silently. */
export function linkEntity(url: string, span: { offset: number; length: number }): MessageEntity | undefined {
  const user = linkedUser(url)
  if (user !== undefined)
    return { type: 'text_mention', user: { id: user, is_bot: false, first_name: '' }, ...span }
  const checked = checkLink(url)
  return 'url' in checked ? { type: 'text_link', url: checked.url, ...span } : undefined
}

/** The person `tg://user?id=…` points at. */
export function linkedUser(url: string): number | undefined {
  const id = /^tg:(?:\/\/)?user\?(?:.*&)?id=(\d+)/i.exec(url)?.[1]
  return id === undefined ? undefined : Number(id)
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) && !/\s/.test(url) ? new URL(url) : undefined
}
