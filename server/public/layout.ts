import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import { pathOf, type Target } from '#server/public/address.ts'
import type { Html, Page } from '#server/public/page.ts'
import type { Picture } from '#server/public/photos.ts'
import { type Locale, locales } from '#shared/i18n/locales.ts'

/** What a page says of itself to search engines and to whoever previews its link. */
export interface Head {
  title: string
  description: string
  /** The page that all languages and spellings of its address stand for; absent where there is none. */
  target?: Target
  /** Follows the path of older pages of a list. */
  query?: string
  /** Only looked at, not found. */
  unlisted: boolean
  type: 'website' | 'product'
  picture?: (Picture & { alt: string }) | undefined
  price?: { amount: number; currency: string } | undefined
  /** JSON-LD, each an object of schema.org. */
  data: readonly object[]
}

/** Each language by its own name, and short. */
const names: Record<Locale, readonly [string, string]> = {
  uz: ['Oʻzbekcha', 'Oʻz'],
  'uz-Cyrl': ['Ўзбекча', 'Ўз'],
  ru: ['Русский', 'Ру'],
  en: ['English', 'En'],
}
/** https://ogp.me/#optional; Open Graph knows no scripts. */
const graphLocales: Record<Locale, string> = { uz: 'uz_UZ', 'uz-Cyrl': 'uz_UZ', ru: 'ru_RU', en: 'en_US' }

const basket =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 100 100%22%3E%3Ctext y=%22.9em%22 font-size=%2290%22%3E🧺%3C/text%3E%3C/svg%3E'

/** The style sheet of all public pages, without what only its readers need. */
export const readStyle = () =>
  readFileSync(new URL('./style.css', import.meta.url), 'utf8')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s*([{}:;,>])\s+/g, '$1')
    .trim()

/** A whole document, and the policy that lets nothing into it but its own styles and the board's pictures. */
export async function renderDocument(page: Page, style: string, head: Head, body: Html) {
  const colours = page.palette.css()
  const document = html`<!doctype html>
<html lang="${page.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light dark">
<title>${head.title}</title>
<meta name="description" content="${head.description}">
${head.unlisted && html`<meta name="robots" content="noindex, follow">`}
${head.target && links(page, head.target, head.query)}
${graph(page, head)}
<link rel="icon" href="${basket}">
<style>${raw(style)}</style>${colours && html`<style>${raw(colours)}</style>`}
${head.data.map((data) => html`<script type="application/ld+json">${raw(dataBlock(data))}</script>`)}
</head>
<body>
${topBar(page, head.target)}
${body}
</body>
</html>`
  return { html: String(await document), policy: policyOf(page, [style, colours]) }
}

const dataBlock = (data: object) =>
  JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')

function policyOf({ site }: Page, styles: readonly string[]) {
  const hashes = styles
    .filter(Boolean)
    .map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  return [
    `default-src 'none'`,
    `style-src ${hashes.join(' ')}`,
    `img-src data: ${new URL(site.pictures).origin}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** The address of this language, and those of all others. */
function links(page: Page, target: Target, query = '') {
  const address = (locale: Locale | undefined) => page.absolute(pathOf(locale, target)) + query
  return [
    html`<link rel="canonical" href="${address(page.locale)}">`,
    ...locales.map((locale) => html`<link rel="alternate" hreflang="${locale}" href="${address(locale)}">`),
    html`<link rel="alternate" hreflang="x-default" href="${address(undefined)}">`,
  ]
}

/** https://ogp.me, and what X reads besides: https://developer.x.com/en/docs/x-for-websites/cards */
function graph(page: Page, { title, description, target, query = '', type, picture, price }: Head) {
  const properties: [string, string | number | undefined][] = [
    ['og:site_name', page.t('brand')],
    ['og:type', type],
    ['og:title', title],
    ['og:description', description],
    ['og:url', target && page.absolute(page.to(target)) + query],
    ['og:locale', graphLocales[page.locale]],
    ['og:image', picture?.url],
    ['og:image:type', picture && 'image/jpeg'],
    ['og:image:width', picture?.width],
    ['og:image:height', picture?.height],
    ['og:image:alt', picture?.alt],
    ['product:price:amount', price?.amount],
    ['product:price:currency', price?.currency],
  ]
  return [
    ...properties
      .filter(([, content]) => content !== undefined)
      .map(([property, content]) => html`<meta property="${property}" content="${content}">`),
    html`<meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}">`,
  ]
}

/** The way to all ads, and the same page in the other languages. */
function topBar(page: Page, target: Target = { kind: 'list' }) {
  const choices = locales.map((locale) => {
    const [name, short] = names[locale]
    const current = locale === page.locale && html` aria-current="true"`
    return html`<a href="${pathOf(locale, target)}" hreflang="${locale}" lang="${locale}" aria-label="${name}"${current}>${short}</a>`
  })
  return html`<header class="top"><div class="wide">
<a class="brand" href="${page.to({ kind: 'list' })}"><span aria-hidden="true">🧺</span> ${page.t('brand')}</a>
<nav class="languages" aria-label="${page.t('public.languages')}">${choices}</nav>
</div></header>`
}
