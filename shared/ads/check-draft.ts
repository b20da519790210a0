import { checkPrice } from '#shared/ads/check-price.ts'
import { textProblem, titleProblem } from '#shared/ads/rules.ts'
import type { Draft } from '#shared/ads/schema.ts'
import type { Attribute, AttributeValues, Category } from '#shared/catalog/types.ts'
import { validateAttributes } from '#shared/catalog/validate.ts'
import type { AttributeView } from '#shared/catalog/view.ts'
import type { Problem, Problems } from '#shared/errors.ts'
import { limits } from '#shared/limits.ts'
import type { Price } from '#shared/money/money.ts'
import { parseNumber } from '#shared/money/parse.ts'
import type { PhotoState } from '#shared/photos/files.ts'
import { cleanLine, cleanText } from '#shared/text/clean.ts'
import { parsePhone } from '#shared/text/phone.ts'

/** An ad's content, complete and clean: as the table `ads` keeps it. */
export interface AdInput {
  categoryId: string
  attributes: AttributeValues
  title: string
  /** Empty when nothing was written. */
  description: string
  price: Price | null
  regionId: string
  districtId: string
  mahalla: string | null
  landmark: string | null
  /** The phone in E.164. */
  contact: { name: string; phone: string | null; telegram: boolean }
  /** In the order shown; the first is the cover. */
  photoIds: string[]
}

/** What a draft is judged by; the catalogue itself (`checkAd`) or, in the Mini App, the API's view of it. */
export interface Known {
  category(id: string):
    | {
        readonly price: Category['price']
        readonly minPhotos: number
        readonly attributes: readonly (Attribute | AttributeView)[]
      }
    | undefined
  /** The region that a district lies in. */
  regionOf(districtId: string): string | undefined
}
export interface KnownPhoto {
  id: string
  state: PhotoState
}
type Report = (path: string, problem: Problem) => void

/** The ad that a draft describes, or all that is wrong with it by field path. Reads leniently, never guesses. */
export function checkDraft(
  draft: Draft,
  photos: readonly KnownPhoto[],
  known: Known,
): { ad: AdInput } | { problems: Problems } {
  const problems: Problems = {}
  const report: Report = (path, problem) => {
    problems[path] = problem
  }
  const categoryId = draft.categoryId ?? ''
  const category = known.category(categoryId)
  const photoIds = checkPhotos(draft.photoIds ?? [], category?.minPhotos ?? 0, photos, report)
  if (!category) report('categoryId', { code: 'category' })
  const attributes = category ? checkAttributes(category, draft.attributes ?? {}, report) : {}
  const title = checkTitle(draft.title, category, report)
  const description = checkDescription(draft.description, report)
  const checkedPrice = checkPrice(category, draft.price)
  if ('problems' in checkedPrice) Object.assign(problems, checkedPrice.problems)
  const districtId = draft.districtId ?? ''
  const regionId = known.regionOf(districtId)
  if (!regionId) report('districtId', { code: 'district' })
  const mahalla = checkLine('mahalla', draft.mahalla, limits.mahalla, report)
  const landmark = checkLine('landmark', draft.landmark, limits.landmark, report)
  const contact = checkContact(draft.contact, report)
  if ('problems' in checkedPrice || !regionId || Object.keys(problems).length > 0) return { problems }
  const place = { regionId, districtId, mahalla: mahalla || null, landmark: landmark || null }
  const { price } = checkedPrice
  return { ad: { categoryId, attributes, title, description, price, ...place, contact, photoIds } }
}

/** As many photos as the category wants, each known, uploaded and named once. */
function checkPhotos(
  ids: readonly string[],
  min: number,
  photos: readonly KnownPhoto[],
  report: Report,
): string[] {
  const states = ids.map((id) => photos.find((photo) => photo.id === id)?.state)
  if (ids.length < min) report('photoIds', { code: 'photos_required' })
  else if (ids.length > limits.photos.max) report('photoIds', { code: 'too_long', max: limits.photos.max })
  else if (states.includes(undefined) || new Set(ids).size < ids.length)
    report('photoIds', { code: 'photos_missing' })
  else if (states.includes('refused')) report('photoIds', { code: 'photos_refused' })
  else if (states.includes('awaiting')) report('photoIds', { code: 'photos_uploading' })
  return [...ids]
}

type CheckedCategory = NonNullable<ReturnType<Known['category']>>

function checkAttributes(category: CheckedCategory, given: AttributeValues, report: Report): AttributeValues {
  const typedNumbers = category.attributes.flatMap((attribute) => {
    const value = given[attribute.key]
    if (attribute.type !== 'number' || typeof value !== 'string') return []
    const number = parseNumber(value, attribute.decimals)
    return number === undefined ? [] : [[attribute.key, number] as const]
  })
  const { values, problems } = validateAttributes(category, { ...given, ...Object.fromEntries(typedNumbers) })
  for (const [key, problem] of Object.entries(problems))
    report(key ? `attributes.${key}` : 'attributes', problem)
  return values
}

interface LineRules {
  min?: number
  max: number
  required?: boolean
}

/** A line as stored. A required one must hold a letter or a digit: dots or invisible characters are no title. */
function checkLine(path: string, typed: string | undefined, rules: LineRules, report: Report): string {
  const line = cleanLine(typed ?? '')
  if (rules.required && !/[\p{L}\p{N}]/u.test(line)) report(path, { code: 'required' })
  else if (line.length < (rules.min ?? 0) && line) report(path, { code: 'too_short', min: rules.min ?? 0 })
  else if (line.length > rules.max) report(path, { code: 'too_long', max: rules.max })
  return line
}

function checkTitle(
  typed: string | undefined,
  category: CheckedCategory | undefined,
  report: Report,
): string {
  const title = checkLine('title', typed, { ...limits.title, required: true }, report)
  const code = titleProblem(title, category ? optionNames(category) : [])
  if (code) report('title', { code })
  return title
}

/** What the category's answers are called, in whatever languages are known here. */
const optionNames = ({ attributes }: CheckedCategory) =>
  attributes.flatMap((attribute) =>
    attribute.type === 'select'
      ? attribute.options.flatMap((option) =>
          'labels' in option ? Object.values<string>(option.labels) : [option.label],
        )
      : [],
  )

function checkDescription(typed: string | undefined, report: Report): string {
  const description = cleanText(typed ?? '')
  const code = textProblem(description)
  if (code) report('description', { code })
  if (description.length > limits.description.max)
    report('description', { code: 'too_long', max: limits.description.max })
  return description
}

/** A name, and a phone or the permission to write in Telegram. */
function checkContact(contact: Draft['contact'], report: Report): AdInput['contact'] {
  const nameRules = { ...limits.contactName, required: true }
  const name = checkLine('contact.name', contact?.name, nameRules, report)
  const typed = contact?.phone?.trim() ?? ''
  const phone = parsePhone(typed) ?? null
  const telegram = contact?.telegram ?? false
  if (typed && !phone) report('contact.phone', { code: 'phone' })
  else if (!phone && !telegram) report('contact', { code: 'contact' })
  return { name, phone, telegram }
}
