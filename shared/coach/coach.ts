import type { Draft } from '#shared/ads/schema.ts'
import type { Attribute, AttributeValues, Category, Option } from '#shared/catalog/types.ts'
import { offeredOptions } from '#shared/catalog/validate.ts'
import type { AttributeView } from '#shared/catalog/view.ts'
import { cleanText } from '#shared/text/clean.ts'

export const hintIds = [
  'photos',
  'attribute',
  'description',
  'price',
  'landmark',
  'phone',
  'telegram',
] as const
export type HintId = (typeof hintIds)[number]

/** What would make an ad better; the texts are `coach.<id>`. */
export interface Hint {
  id: HintId
  /** Path of the field that it is about, as in `Problems`. */
  path: string
  /** `count` of photos to add; `key` of the category's question. */
  params: { count?: number; key?: string }
}
export interface Advice {
  /** 0 to 100, of what this category's ads can say. */
  score: number
  /** The most valuable first. */
  hints: Hint[]
}

/** One thing an ad can say: how much it helps to sell, and how far it is said, 0 to 1. */
interface Part extends Hint {
  worth: number
  said: number
}
type Question = Attribute | AttributeView
type Coached = Pick<Category, 'price' | 'minPhotos'> & { readonly attributes: readonly Question[] }

/** So many show the thing from its sides; where none is asked for, one does. */
const goodPhotos = 4
/** Length of a text that answers what buyers would ask. */
const goodText = 160

/**
 * How good an ad a draft would make, and what would make it better. Advice only: what is needed is said by
 * `checkDraft`. `asked` narrows it to some fields, as on a screen in the middle of the form.
 */
export function coach(
  draft: Draft,
  category: Coached,
  photos: number,
  asked: (path: string) => boolean = () => true,
): Advice {
  const parts = partsOf(draft, category, photos).filter(({ path }) => asked(path))
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0)
  const lacks = ({ worth, said }: Part) => worth * (1 - said)
  const total = sum(({ worth }) => worth)
  return {
    score: total === 0 ? 100 : Math.round((sum(({ worth, said }) => worth * said) / total) * 100),
    hints: parts
      .filter(({ said }) => said < 1)
      .sort((a, b) => lacks(b) - lacks(a))
      .map(({ id, path, params }) => ({ id, path, params })),
  }
}

function partsOf(draft: Draft, category: Coached, photos: number): Part[] {
  const wanted = category.minPhotos > 0 ? goodPhotos : 1
  const text = cleanText(draft.description ?? '').length
  const { phone, telegram } = draft.contact ?? { telegram: false }
  return [
    {
      id: 'photos',
      path: 'photoIds',
      params: { count: Math.max(0, wanted - photos) },
      worth: category.minPhotos > 0 ? 35 : 10,
      said: Math.min(1, photos / wanted),
    },
    ...category.attributes.flatMap((attribute) => attributePart(attribute, draft.attributes)),
    { id: 'description', path: 'description', params: {}, worth: 20, said: Math.min(1, text / goodText) },
    ...pricePart(draft, category),
    { id: 'landmark', path: 'landmark', params: {}, worth: 5, said: has(draft.landmark || draft.mahalla) },
    { id: 'phone', path: 'contact.phone', params: {}, worth: 8, said: has(phone) },
    { id: 'telegram', path: 'contact.telegram', params: {}, worth: 4, said: has(telegram) },
  ]
}

/** What is shown on cards and in the post helps most. A switch is no question: off is an answer. */
function attributePart(attribute: Question, values: AttributeValues): Part[] {
  if (attribute.type === 'bool') return []
  if (
    attribute.type === 'select' &&
    offeredOptions<Pick<Option, 'id' | 'parent'>>(attribute, values).length === 0
  )
    return []
  const worth = attribute.card ? 10 : attribute.post ? 6 : attribute.filter ? 4 : 1
  const { key } = attribute
  return [{ id: 'attribute', path: `attributes.${key}`, params: { key }, worth, said: has(values[key]) }]
}

/** A sum, even a negotiable one, is what buyers look for first; a gift has none. */
function pricePart({ price }: Draft, category: Coached): Part[] {
  if (category.price === 'none' || category.price === 'free' || price?.kind === 'free') return []
  return [{ id: 'price', path: 'price', params: {}, worth: 15, said: has(price?.amount) }]
}

const has = (answer: unknown) => Number(answer !== undefined && answer !== '' && answer !== false)
