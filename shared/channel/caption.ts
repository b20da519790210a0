import type { AdInput } from '#shared/ads/check-draft.ts'
import { categoryById, formatAttribute, labelOf, optionHashtag } from '#shared/catalog/index.ts'
import type { Attribute, AttributeValue } from '#shared/catalog/types.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { limits } from '#shared/limits.ts'
import { formatOtherCurrency, priceParts } from '#shared/money/format.ts'
import type { Rate } from '#shared/money/money.ts'
import { districtById, regionById } from '#shared/regions/regions.ts'
import type { PostButton } from './buttons.ts'
import { plainLine, plainText } from './plain.ts'
import { type Stamp, stampText } from './stamp.ts'

/** What the post says of an ad. */
export type PostedAd = Pick<
  AdInput,
  'categoryId' | 'attributes' | 'title' | 'description' | 'price' | 'regionId' | 'districtId' | 'mahalla'
>
export interface CaptionOptions {
  locale: Locale
  rate: Rate
  /** Where the title leads; it also tells the ad's post among other messages, even forwarded. */
  link?: string
  stamp?: Stamp
  /** What a post without buttons leads to. */
  links?: readonly PostButton[]
  /** The channel's own last lines; unlike what sellers write, links and mentions in it are live. */
  signature?: string
}
/** Offsets and lengths in UTF-16 units, as in https://core.telegram.org/bots/api#messageentity */
export type CaptionEntity = { offset: number; length: number } & (
  | { type: 'bold' | 'hashtag' }
  | { type: 'text_link'; url: string }
)
export interface Caption {
  text: string
  entities: CaptionEntity[]
}

/** https://core.telegram.org/bots/api#sendphoto */
const captionLength = 1024
/** UTF-16 units as typed, before anything that could be a link is made plain. */
const lengths = { title: limits.title.max, value: 40, mahalla: limits.mahalla.max, text: 220 }
const textLines = 3

/**
 * The caption of an ad's post: title and price, what matters of its kind, the place, a line or two of text, hashtags.
 * Never over 1,024 UTF-16 units; sent with its entities and without a parse mode, so nothing typed is interpreted.
 */
export function composeCaption(ad: PostedAd, options: CaptionOptions): Caption {
  const { locale, rate, link, stamp, links = [], signature = '' } = options
  const t = common(locale)
  const price = priceParts(ad.price, t)
  const mark = stamp ? `${stamp === 'sold' ? '✅' : '⌛️'} ${stampText(stamp, ad.categoryId, locale)} · ` : ''
  const title = plainLine(ad.title, lengths.title)
  const head = mark + [title, price.main].filter(Boolean).join(' — ')
  const tags = hashtagsOf(ad).map((tag) => `#${tag}`)

  const sum = [formatOtherCurrency(ad.price, rate, t), price.note].filter(Boolean).join(' · ')
  const ways = links.map(({ text }) => `👉 ${text}`).join(' · ')
  const ending = [ways, tags.join(' '), signature].filter(Boolean).join('\n\n')
  let room = captionLength - head.length - ending.length - '\n\n'.length
  const fitting = (part: string, gap: string) => {
    if (!part || part.length + gap.length > room) return ''
    room -= part.length + gap.length
    return gap + part
  }
  const beside = fitting(sum, '\n')
  const facts = fitting(factsOf(ad, locale), '\n\n')
  const place = fitting(placeOf(ad, locale), facts ? '\n' : '\n\n')
  // Whatever makes a text plain at most doubles it.
  const text = fitting(
    plainText(ad.description, Math.min(lengths.text, Math.floor(room / 2) - 4), textLines),
    '\n\n',
  )

  const before = head + beside + facts + place + text
  const entities: CaptionEntity[] = head ? [{ type: 'bold', offset: 0, length: head.length }] : []
  if (link && title)
    entities.push({ type: 'text_link', offset: mark.length, length: title.length, url: link })
  const tagged = withTags(withLinks({ text: before, entities }, links), tags)
  return signature ? { ...tagged, text: [tagged.text, signature].filter(Boolean).join('\n\n') } : tagged
}

/** "👉 Koʻrish · 👉 Yozish" */
function withLinks({ text: before, entities }: Caption, links: readonly PostButton[]): Caption {
  let text = before
  for (const [index, { text: name, url }] of links.entries()) {
    text += `${index ? ' · ' : before && '\n\n'}👉 `
    entities.push({ type: 'text_link', offset: text.length, length: name.length, url })
    text += name
  }
  return { text, entities }
}

function withTags({ text: before, entities }: Caption, tags: readonly string[]): Caption {
  let text = before
  for (const [index, tag] of tags.entries()) {
    text += index ? ' ' : before && '\n\n'
    entities.push({ type: 'hashtag', offset: text.length, length: tag.length })
    text += tag
  }
  return { text, entities }
}

function placeOf({ districtId, mahalla }: PostedAd, locale: Locale) {
  const places = [districtById(districtId)?.names[locale], mahalla && plainLine(mahalla, lengths.mahalla)]
  const known = places.filter(Boolean)
  return known.length ? `📍 ${known.join(', ')}` : ''
}

/** "📅 2022 · 🛣️ 87 000 km": the answers that the catalogue shows in posts; of yes and no only what is there. */
function factsOf({ categoryId, attributes }: PostedAd, locale: Locale) {
  const shown = categoryById(categoryId)?.attributes.filter((attribute) => attribute.post) ?? []
  return shown
    .flatMap((attribute) => {
      const value = attributes[attribute.key]
      const said = value === undefined ? '' : factOf(attribute, value, locale)
      return said ? [attribute.icon ? `${attribute.icon}\u00a0${said}` : said] : []
    })
    .join(' · ')
}

function factOf(attribute: Attribute, value: AttributeValue, locale: Locale) {
  if (typeof value === 'boolean') return value ? labelOf(attribute.labels, locale) : ''
  return plainLine(formatAttribute(attribute, value, locale), lengths.value)
}

/** #avto #cobalt #andijonshahri #andijon */
function hashtagsOf({ categoryId, attributes, districtId, regionId }: PostedAd): string[] {
  const category = categoryById(categoryId)
  const chosen = category?.attributes.map((attribute) => {
    if (attribute.type !== 'select' || !attribute.hashtag) return undefined
    const option = attribute.options.find(({ id }) => id === attributes[attribute.key])
    return option && optionHashtag(option)
  })
  const tags = [
    category?.hashtag,
    ...(chosen ?? []),
    districtById(districtId)?.hashtag,
    regionById(regionId)?.hashtag,
  ]
  // A tag of digits alone is none to Telegram.
  return [...new Set(tags)].filter((tag) => tag !== undefined && /[a-z]/i.test(tag)) as string[]
}
