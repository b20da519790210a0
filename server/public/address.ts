import { maskContacts } from '#server/public/mask.ts'
import { categoryById, topCategoryById } from '#shared/catalog/index.ts'
import { defaultLocale, isLocale, type Locale } from '#shared/i18n/locales.ts'
import { districtById, regionById } from '#shared/regions/regions.ts'
import { toLatin } from '#shared/text/transliterate.ts'

/** Live ads of a category in a place; what is absent is not asked about. */
export interface ListTarget {
  /** Of either level. */
  category?: string
  /** A region or a district. */
  place?: string
}
export type Target = { kind: 'ad'; id: number; slug: string } | ({ kind: 'list' } & ListTarget)

/** All public pages lie below it; the Mini App's own addresses do not. */
const root = '/e'
const slugLength = 60

/**
 * The path of a page in a language, or without one, where the browser's own is spoken: `/e/ru/123-cobalt-2019`,
 * `/e/uz/transport/cars/andijon/asaka`.
 */
export function pathOf(locale: Locale | undefined, target: Target): string {
  const parts =
    target.kind === 'ad'
      ? [[target.id, target.slug].filter(Boolean).join('-')]
      : [target.category, target.place].flatMap((id) => id?.split('.') ?? [])
  return [root, ...(locale ? [locale] : []), ...parts].join('/')
}

/** The path of the picture that stands for an ad in previews; a new one with every change of the ad. */
export const previewPath = ({ id, revision }: { id: number; revision: number }) =>
  `${root}/pictures/${id}-${revision}.jpg`

/** What a path below `/e` asks for; the slug is whatever stands there. Undefined where there can be no page. */
export function readPath(path: string): { locale: Locale | undefined; target: Target | undefined } {
  const parts = path.split('/').slice(2)
  const locale = isLocale(parts[0]) ? parts[0] : undefined
  return { locale, target: targetOf(locale ? parts.slice(1) : parts) }
}

function targetOf(parts: readonly string[]): Target | undefined {
  const [, id, slug = ''] = /^(\d{1,15})(?:-(.*))?$/.exec(parts[0] ?? '') ?? []
  if (id) return parts.length === 1 ? { kind: 'ad', id: Number(id), slug } : undefined
  const rest = [...parts]
  const category = take(rest, topCategoryById, categoryById)
  const place = take(rest, regionById, districtById)
  if (rest.length) return undefined
  return { kind: 'list', ...(category && { category }), ...(place && { place }) }
}

/** Takes the longest beginning that names something of the lower level, else of the upper one. */
function take(parts: string[], upper: (id: string) => unknown, lower: (id: string) => unknown) {
  const two = parts.slice(0, 2).join('.')
  if (parts.length > 1 && lower(two)) return parts.splice(0, 2) && two
  const one = parts[0] ?? ''
  return upper(one) ? parts.shift() : undefined
}

/** A title as it stands in an address: `cobalt-2021-oq-ideal`; may be empty. */
export function slugOf(title: string): string {
  const words = toLatin(maskContacts(title).text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ʻʼ'`’‘]|\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (words.length <= slugLength) return words
  return words
    .slice(0, slugLength + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, slugLength)
}

/** The board's language that a browser likes best (RFC 9110, 12.5.4); Uzbek when it likes none of them. */
export function preferredLocale(header: string | undefined): Locale {
  const wanted = (header ?? '').split(',').map((entry) => {
    const [tag = '', ...params] = entry
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const quality = params.find((param) => param.startsWith('q='))
    return { tag, quality: quality ? Number(quality.slice(2)) || 0 : 1 }
  })
  for (const { tag, quality } of wanted.sort((a, b) => b.quality - a.quality)) {
    if (quality <= 0) continue
    if (tag.startsWith('uz-cyrl')) return 'uz-Cyrl'
    const language = tag.split('-')[0]
    if (isLocale(language)) return language
  }
  return defaultLocale
}
