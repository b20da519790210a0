import { formatAttribute } from '#shared/catalog/format.ts'
import { formatPhone } from '#shared/text/phone.ts'
import { placeName } from '#webapp/catalog/catalog.ts'
import { category, draft } from '#webapp/drafts/form.ts'
import type { StepId } from '#webapp/drafts/steps.ts'
import { formatPrice, locale, type TextKey, t } from '#webapp/i18n.ts'
import { photos } from '#webapp/photos/photos.ts'

const priceTitles = {
  price: 'draft.step_price',
  salary: 'draft.step_salary',
  rent: 'draft.step_rent',
} as const satisfies Record<string, TextKey>

/** What a screen is called; the sum has the name that fits the category. */
export const stepTitle = (step: StepId): string =>
  t(step === 'price' ? priceTitles[category()?.priceLabel ?? 'price'] : `draft.step_${step}`)

/** The first answers that are no mere yes or no: "Chevrolet · Cobalt · 2021". */
const firstAnswers = () =>
  (category()?.attributes ?? [])
    .flatMap((attribute) => {
      const value = draft().attributes[attribute.key]
      return value === undefined || attribute.type === 'bool'
        ? []
        : formatAttribute(attribute, value, locale())
    })
    .slice(0, 3)
    .join(' · ')

/** What was answered on a screen, in a few words; empty where that says nothing. */
export function answerOf(step: StepId): string {
  const { title, price, districtId, contact } = draft()
  switch (step) {
    case 'photos':
      return String(photos().length)
    case 'category':
      return category()?.label ?? ''
    case 'details':
      return firstAnswers()
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
