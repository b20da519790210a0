import { eq } from 'drizzle-orm'
import { type AdRow, priceOf } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { moderationDecisions } from '#server/db/schema.ts'
import { changedPlaces } from '#server/moderation/mend.ts'
import { categoryById, formatAttribute, labelOf } from '#shared/catalog/index.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import type { AdField } from '#shared/moderation/schema.ts'
import { formatPrice } from '#shared/money/format.ts'
import { placeLabel } from '#shared/regions/regions.ts'

/** What a moderator changed in an ad before approving it, one place a line: how it was and how it is. */
export async function changesTold(db: Db, ad: AdRow, decisionId: number, locale: Locale): Promise<string> {
  const [decision] = await db.select().from(moderationDecisions).where(eq(moderationDecisions.id, decisionId))
  const before = (decision?.previous ?? {}) as Partial<AdRow>
  return changedPlaces(before, ad)
    .flatMap((field) => {
      if (field === 'attributes' && before.categoryId === undefined) return answersTold(before, ad, locale)
      const [was, now] = [wordsOf(field, { ...ad, ...before }, locale), wordsOf(field, ad, locale)]
      const label = common(locale)(`field.${field}`)
      return was && now ? `• ${label}: ${asPlain(was)} → ${asPlain(now)}` : `• ${label}`
    })
    .join('\n')
}

/** Each answer to the category's questions that is another one. */
const answersTold = (before: Partial<AdRow>, ad: AdRow, locale: Locale): string[] =>
  (categoryById(ad.categoryId)?.attributes ?? []).flatMap((attribute) => {
    const [was, now] = [before.attributes?.[attribute.key], ad.attributes[attribute.key]]
    if (was === now) return []
    const [old, fresh] = [was, now].map((value) =>
      value === undefined ? '—' : asPlain(formatAttribute(attribute, value, locale)),
    )
    return `• ${labelOf(attribute.labels, locale)}: ${old} → ${fresh}`
  })

/** What the moderator marked in a rejected ad, one place a line, with what they would write there. */
export const marksTold = ({ rejectionMarks }: AdRow, locale: Locale): string =>
  rejectionMarks
    .map(({ field, suggestion }) => {
      const label = common(locale)(`field.${field}`)
      return suggestion ? `• ${label}: ${asPlain(suggestion)}` : `• ${label}`
    })
    .join('\n')

/** A place of an ad in a few words; undefined where it is too long to be told. */
function wordsOf(field: AdField, ad: AdRow, locale: Locale): string | undefined {
  switch (field) {
    case 'title':
      return ad.title
    case 'price':
      return formatPrice(priceOf(ad), common(locale))
    case 'category': {
      const category = categoryById(ad.categoryId)
      return category && labelOf(category.labels, locale)
    }
    case 'place':
      return placeLabel(ad.districtId, locale)
    default:
      return undefined
  }
}
