import { html } from 'hono/html'
import type { Head } from '#server/public/layout.ts'
import type { Html, Page } from '#server/public/page.ts'
import type { PageKey } from '#shared/i18n/public/index.ts'

const messages = {
  /** There is no such ad, or nobody may see it (yet). */
  missing: ['🍂', 'ads.gone_title', 'ads.gone_text'],
  /** It was there and was taken down for good. */
  gone: ['🍂', 'ads.state_removed', 'error.ads.not_found'],
  /** No page has such an address. */
  nowhere: ['🧭', 'error.request.not_found', 'ads.gone_text'],
  broken: ['🧺', 'public.error_title', 'public.error_text'],
} as const satisfies Record<string, readonly [string, PageKey, PageKey]>

/** A page that says why there is nothing, and leads on to what there is. */
export function messagePage(page: Page, kind: keyof typeof messages): { head: Head; body: Html } {
  const { t } = page
  const [icon, title, text] = messages[kind]
  const head: Head = {
    title: `${t(title)} — ${t('brand')}`,
    description: t(text),
    unlisted: true,
    type: 'website',
    data: [],
  }
  const body = html`<main class="wide"><div class="empty"><p class="empty__icon" aria-hidden="true">${icon}</p>
<h1>${t(title)}</h1><p>${t(text)}</p>
<p><a class="button" href="${page.to({ kind: 'list' })}">${t('public.to_ads')}</a></p></div></main>`
  return { head, body }
}
