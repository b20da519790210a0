import { InlineKeyboard } from 'grammy'
import type { MessageEntity } from 'grammy/types'
import { type AdWithAll, priceOf } from '#server/ads/views.ts'
import type { Alert } from '#server/searches/alerts.ts'
import { nameOf, type SearchRow } from '#server/searches/queries.ts'
import { adLink } from '#shared/channel/links.ts'
import { asPlain, plainLine } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { limits } from '#shared/limits.ts'
import { formatPrice } from '#shared/money/format.ts'
import { districtById, placeLabel } from '#shared/regions/regions.ts'
import { writeFilters } from '#shared/search/filters.ts'
import { searchButtons } from './search-buttons.ts'

/** Ads that one message names. */
export const named = 10
const nameLength = 120

export interface AlertOptions {
  locale: Locale
  publicUrl: string
  botUsername: string
}

/** An ad that fits a search: what it costs and where it is, with buttons that open it and that quiet the search. */
export function alertOfOne({ ad }: AdWithAll, search: SearchRow, { locale, publicUrl }: AlertOptions) {
  const t = botTexts(locale)
  const price = formatPrice(priceOf(ad), common(locale))
  const text = new Lines()
    .add(t('bot.found'))
    .add(nameIn(search, locale), { type: 'italic' })
    .add('')
    .add(plainLine(ad.title, limits.title.max), { type: 'bold' })
  if (price) text.add(price)
  text.add(`📍 ${placeLabel(ad.districtId, locale)}`)
  const open = InlineKeyboard.webApp(t('bot.approved_button'), `${publicUrl}/ads/${ad.id}`)
  return {
    ...text.message(),
    reply_markup: InlineKeyboard.from([[open], searchButtons(search, locale)]),
  }
}

/**
 * Several ads, the newest first, each a link; of one search with its buttons, of several with one that opens them all.
 * @param found the ads that are named, by id
 */
export function alertOfMany(
  alerts: readonly Alert[],
  found: ReadonlyMap<number, AdWithAll>,
  { locale, publicUrl, botUsername }: AlertOptions,
) {
  const t = botTexts(locale)
  const searches = new Map(alerts.map(({ search }) => [search.id, search]))
  const [only] = searches.size === 1 ? searches.values() : []
  const text = new Lines().add(t('bot.found_many', { count: alerts.length }))
  if (only) text.add(nameIn(only, locale), { type: 'italic' })
  text.add('')
  for (const { ad } of found.values()) {
    const price = formatPrice(priceOf(ad), common(locale))
    text.add(plainLine(ad.title, limits.title.max), { type: 'text_link', url: adLink(botUsername, ad.id) })
    text.append(
      [price && ` — ${price}`, districtById(ad.districtId)?.names[locale]].filter(Boolean).join(', '),
    )
  }
  if (alerts.length > found.size) text.add(t('bot.found_more', { count: alerts.length - found.size }))
  const path = only ? `/search?${writeFilters(only.filters)}` : '/saved/searches'
  const all = InlineKeyboard.webApp(t('bot.found_all'), publicUrl + path)
  return {
    ...text.message(),
    reply_markup: InlineKeyboard.from([[all], ...(only ? [searchButtons(only, locale)] : [])]),
  }
}

const nameIn = (search: SearchRow, locale: Locale) => asPlain(nameOf(search, locale).slice(0, nameLength))

type Look = { type: 'bold' | 'italic' } | { type: 'text_link'; url: string }

/** A message line by line; how a whole line looks is said by an entity, so nothing in it is interpreted. */
class Lines {
  #text: string[] = []
  #entities: MessageEntity[] = []

  add(line: string, look?: Look): this {
    const offset = this.#text.reduce((sum, { length }) => sum + length + 1, 0)
    this.#text.push(line)
    if (look && line) this.#entities.push({ ...look, offset, length: line.length })
    return this
  }

  /** To the end of the last line. */
  append(text: string) {
    this.#text.push((this.#text.pop() ?? '') + text)
  }

  message() {
    return { text: this.#text.join('\n'), entities: this.#entities }
  }
}
