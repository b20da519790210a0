import type { html } from 'hono/html'
import { pathOf, type Target } from '#server/public/address.ts'
import { createPalette } from '#server/public/palette.ts'
import type { PublicCard } from '#server/public/views.ts'
import { categoryById, formatAttribute, labelOf } from '#shared/catalog/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { type PageKey, pageTexts } from '#shared/i18n/public/index.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { formatOtherCurrency, priceParts } from '#shared/money/format.ts'
import type { Rate } from '#shared/money/money.ts'
import { districtById, regionById } from '#shared/regions/regions.ts'

export type Html = ReturnType<typeof html>

/** Where a page stands and what it may name. */
export interface Site {
  /** Without a trailing slash; what every absolute link begins with. */
  url: string
  /** The same of public pictures. */
  pictures: string
  botUsername: string
}

/** Everything that is needed to say something on a page in one language. */
export function createPage(site: Site, locale: Locale, rate: Rate) {
  const t: Translate<PageKey> = pageTexts(locale)
  return {
    site,
    locale,
    t,
    palette: createPalette(),
    to: (target: Target) => pathOf(locale, target),
    absolute: (path: string) => site.url + path,
    /** `startapp` opens the Mini App at once, at the screen that is named or at the feed. */
    telegram: (startParam?: string) =>
      `https://t.me/${site.botUsername}?startapp${startParam ? `=${startParam}` : ''}`,

    /** "12 500 000 soʻm", and beside it "kelishiladi"; both may be empty. */
    price: ({ price, attributes, categoryId }: PublicCard) => {
      const { main, note } = priceParts(price, t)
      const asked = categoryById(categoryId)?.attributes.find(({ key }) => key === 'pricePer')
      const per =
        asked && price?.amount && attributes[asked.key] !== undefined
          ? formatAttribute(asked, attributes[asked.key] as string, locale)
          : ''
      return { main, per, note: [per, note].filter(Boolean).join(', ') }
    },
    otherPrice: ({ price }: PublicCard) => formatOtherCurrency(price, rate, t),

    /** The district's name, or the region's where none is known. */
    place: (ad: Pick<PublicCard, 'regionId' | 'districtId'>) =>
      (districtById(ad.districtId) ?? regionById(ad.regionId))?.names[locale] ?? '',

    /** The answers to the category's questions; what the price is for stands beside the price. */
    facts: ({ categoryId, attributes }: PublicCard) =>
      (categoryById(categoryId)?.attributes ?? []).flatMap((attribute) => {
        const value = attributes[attribute.key]
        if (value === undefined || value === '' || attribute.key === 'pricePer') return []
        const label = labelOf(attribute.labels, locale)
        return [{ label, value: formatAttribute(attribute, value, locale), isMain: attribute.post === true }]
      }),

    day: (iso: string) => dayAgo(iso, new Date(), t),
    date: formatDate,
  }
}
export type Page = ReturnType<typeof createPage>

const zone = { timeZone: 'Asia/Tashkent' } as const
const parts = new Intl.DateTimeFormat('ru', { day: '2-digit', month: '2-digit', year: 'numeric', ...zone })

/** `12.03.2026` in Tashkent. */
const formatDate = (iso: string) => parts.format(new Date(iso))

/** Tashkent is five hours ahead of UTC all year. */
const dayNumber = (date: Date) => Math.floor((date.getTime() + 5 * 3_600_000) / 86_400_000)

/** "bugun", "kecha", "3 kun oldin", after a month the date. */
function dayAgo(iso: string, now: Date, t: Translate<PageKey>) {
  const days = dayNumber(now) - dayNumber(new Date(iso))
  if (days <= 0) return t('time.today')
  if (days === 1) return t('time.yesterday')
  return days <= 30 ? t('time.days', { count: days }) : formatDate(iso)
}
