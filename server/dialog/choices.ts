import type { Draft } from '#shared/ads/schema.ts'
import { catalog, formatAttribute, labelOf, optionLabel, topCategoryById } from '#shared/catalog/index.ts'
import type { Attribute } from '#shared/catalog/types.ts'
import { offeredOptions } from '#shared/catalog/validate.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { districtById, placeLabel, regionById, regions } from '#shared/regions/regions.ts'
import { formatPhone } from '#shared/text/phone.ts'
import { kindsToOffer, titleFor } from './answers.ts'
import { attributeFor, type Question } from './engine.ts'
import type { Facts, Position } from './position.ts'
import { dialogTexts } from './texts.ts'

export interface Choice {
  text: string
  /** What `makeMove` is told when it is pressed. */
  action: string
}

const answer = (value: string, text: string): Choice => ({ text, action: `v:${value}` })
const open = (group: string, text: string): Choice => ({ text, action: `g:${group}` })

/** The likely answers to a question, for buttons; empty where only typing makes sense. */
export function choicesFor(
  draft: Draft,
  question: Question,
  { group = '', choices }: Pick<Position, 'group' | 'choices'>,
  { phone, locale }: Facts,
): Choice[] {
  const t = dialogTexts(locale)
  const attribute = attributeFor(draft, question)
  if (attribute) return answersTo(attribute, draft, locale)
  if (question === 'categoryId') {
    const top = topCategoryById(group)
    return top
      ? top.children.map(({ id, icon, labels }) => answer(id, `${icon} ${labelOf(labels, locale)}`))
      : catalog.map(({ id, icon, labels }) => open(id, `${icon} ${labelOf(labels, locale)}`))
  }
  if (question === 'districtId') {
    if (choices)
      return choices.filter((id) => districtById(id)).map((id) => answer(id, placeLabel(id, locale)))
    const region = regionById(group)
    return region
      ? region.districts.map(({ id, names }) => answer(id, names[locale]))
      : regions.map(({ id, names }) => open(id, names[locale]))
  }
  if (question === 'price') return kindsToOffer(draft).map((kind) => answer(kind, t(`money.${kind}`)))
  if (question === 'title') {
    const title = titleFor(draft, locale)
    return title && title !== draft.title ? [answer('suggested', t('draft.title_suggestion', { title }))] : []
  }
  if (question !== 'contact') return []
  return [
    phone ? answer('phone', `📱 ${formatPhone(phone)}`) : { text: t('dialog.share_phone'), action: 'share' },
    answer('telegram', t('dialog.telegram_only')),
  ]
}

/** Numbers are offered where few are likely: whole ones from a small range, as rooms are. */
const fewNumbers = 12

function answersTo(attribute: Attribute, draft: Draft, locale: Locale): Choice[] {
  switch (attribute.type) {
    case 'select':
      return offeredOptions(attribute, draft.attributes ?? {}).map((option) =>
        answer(option.id, optionLabel(option, locale)),
      )
    case 'bool':
      return [
        answer('yes', formatAttribute(attribute, true, locale)),
        answer('no', formatAttribute(attribute, false, locale)),
      ]
    case 'number': {
      const { min, max, decimals = 0 } = attribute
      const isSmall = decimals === 0 && max - min < 50 && min <= 1
      if (!isSmall) return []
      const count = Math.min(max - min + 1, fewNumbers)
      return Array.from({ length: count }, (_, i) => answer(String(min + i), String(min + i)))
    }
    case 'text':
      return []
  }
}
