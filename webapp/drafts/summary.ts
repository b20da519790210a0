import { formatAttribute } from '#shared/catalog/format.ts'
import type { AttributeView } from '#shared/catalog/view.ts'
import { formatPhone } from '#shared/text/phone.ts'
import { placeName } from '#webapp/catalog/catalog.ts'
import { category, draft } from '#webapp/drafts/form.ts'
import { keyOf, type StepId } from '#webapp/drafts/steps.ts'
import { formatPrice, locale, type TextKey, t } from '#webapp/i18n.ts'
import { photos } from '#webapp/photos/photos.ts'

const priceTitles = {
  price: 'draft.step_price',
  salary: 'draft.step_salary',
  rent: 'draft.step_rent',
} as const satisfies Record<string, TextKey>

const questionOf = (key: string) => category()?.attributes.find((attribute) => attribute.key === key)

/** What a screen is called: a question's own words; the sum has the name that fits the category. */
export function stepTitle(step: StepId): string {
  const key = keyOf(step)
  if (key !== undefined) return questionOf(key)?.label ?? ''
  if (step === 'price') return t(priceTitles[category()?.priceLabel ?? 'price'])
  return t(`draft.step_${step as Exclude<typeof step, `attributes.${string}`>}`)
}

function answerTo(attribute: AttributeView): string {
  const value = draft().attributes[attribute.key]
  return value === undefined ? '' : formatAttribute(attribute, value, locale())
}

/** The first further answers that are no mere yes or no: "Benzin · Oq". */
const furtherAnswers = () =>
  (category()?.attributes ?? [])
    .filter(({ type, required }) => type !== 'bool' && !required)
    .map(answerTo)
    .filter(Boolean)
    .slice(0, 3)
    .join(' · ')

/** What was answered on a screen, in a few words; empty where that says nothing. */
export function answerOf(step: StepId): string {
  const { title, price, districtId, contact } = draft()
  const question = questionOf(keyOf(step) ?? '')
  if (question) return answerTo(question)
  switch (step) {
    case 'photos':
      return String(photos().length)
    case 'category':
      return category()?.label ?? ''
    case 'details':
      return furtherAnswers()
    case 'text':
      return title ?? ''
    case 'price':
      return formatPrice(
        price ? { ...price, amount: typeof price.amount === 'number' ? price.amount : null } : null,
      )
    case 'place':
      return districtId ? placeName({ regionId: districtId.split('.')[0] ?? '', districtId }) : ''
    case 'contact':
      return (contact?.phone && formatPhone(contact.phone)) || contact?.name || ''
    default:
      return ''
  }
}
