import { checkAd } from '#shared/ads/check.ts'
import type { KnownPhoto } from '#shared/ads/check-draft.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { categoryById } from '#shared/catalog/index.ts'
import type { Attribute, Category } from '#shared/catalog/types.ts'
import { offeredOptions } from '#shared/catalog/validate.ts'
import type { Problem } from '#shared/errors.ts'

/** A question is named by the field of the draft that it fills, as `checkAd` names it. */
export type Question =
  | 'photoIds'
  | 'categoryId'
  | `attributes.${string}`
  | 'title'
  | 'price'
  | 'districtId'
  | 'contact.name'
  | 'contact'
  | 'description'
  | 'mahalla'
  | 'landmark'

/** What somebody wants of the questions: which to leave out, and whether those behind "add more" are asked too. */
export interface Wishes {
  readonly skipped: readonly Question[]
  readonly more: boolean
}

export const categoryOf = (draft: Draft): Category | undefined => categoryById(draft.categoryId ?? '')

/** The attribute that a question asks for; undefined for any other question. */
export const attributeFor = (draft: Draft, question: string): Attribute | undefined =>
  question.startsWith('attributes.')
    ? categoryOf(draft)?.attributes.find(({ key }) => `attributes.${key}` === question)
    : undefined

/** The questions of an ad in the order asked: those everybody is asked, and those behind "add more". */
export function questionsOf(draft: Draft): { main: Question[]; more: Question[] } {
  const category = categoryOf(draft)
  const offered = (category?.attributes ?? []).filter(
    (attribute) =>
      attribute.type !== 'select' || offeredOptions(attribute, draft.attributes ?? {}).length > 0,
  )
  const named = (attributes: readonly Attribute[]) =>
    attributes.map(({ key }): Question => `attributes.${key}`)
  const wantsPhotos = category?.minPhotos !== 0
  const isPriced = category?.price === 'required' || category?.price === 'optional'
  return {
    main: [
      ...(wantsPhotos ? (['photoIds'] as const) : []),
      'categoryId',
      ...named(offered.filter(({ required }) => required)),
      'title',
      ...(isPriced ? (['price'] as const) : []),
      'districtId',
      'contact.name',
      'contact',
    ],
    more: [
      ...(wantsPhotos ? [] : (['photoIds'] as const)),
      ...named(offered.filter(({ required }) => !required)),
      'description',
      'mahalla',
      'landmark',
    ],
  }
}

/** What is wrong with an ad by the question that mends it. */
export function problemsOf(draft: Draft, photos: readonly KnownPhoto[]): ReadonlyMap<Question, Problem> {
  const checked = checkAd(draft, photos)
  if ('ad' in checked) return new Map()
  return new Map(Object.entries(checked.problems).map(([path, problem]) => [questionFor(path), problem]))
}

const questionFor = (path: string): Question => {
  if (path === 'price.amount') return 'price'
  if (path === 'contact.phone') return 'contact'
  return path as Question
}

export function isAnswered(draft: Draft, question: Question): boolean {
  const attribute = attributeFor(draft, question)
  if (attribute) return (draft.attributes?.[attribute.key] ?? '') !== ''
  switch (question) {
    case 'photoIds':
      return (draft.photoIds ?? []).length > 0
    case 'contact.name':
      return Boolean(draft.contact?.name)
    case 'contact':
      return Boolean(draft.contact?.phone || draft.contact?.telegram)
    default:
      return Boolean(draft[question as keyof Draft])
  }
}

/** Whether an ad may go out without an answer. */
export const isOptional = (draft: Draft, question: Question): boolean =>
  questionsOf(draft).more.includes(question) ||
  (question === 'price' && categoryOf(draft)?.price === 'optional')

/** The questions still to be asked of everybody, in order; what is needed but was put off comes last. */
function missing(draft: Draft, photos: readonly KnownPhoto[], { skipped }: Wishes): Question[] {
  const problems = problemsOf(draft, photos)
  const { main, more } = questionsOf(draft)
  const isOpen = (question: Question) =>
    problems.has(question) || (!isAnswered(draft, question) && !skipped.includes(question))
  const open = [...main.filter(isOpen), ...more.filter((question) => problems.has(question))]
  return [
    ...open.filter((question) => !skipped.includes(question)),
    ...open.filter((question) => skipped.includes(question)),
  ]
}

/**
 * What to ask next: the first thing missing, then, if wanted, what could be added; `summary` when there is nothing.
 * Derived from the catalogue and `checkAd` alone, so whatever the form answered is not asked again.
 */
export function nextQuestion(
  draft: Draft,
  photos: readonly KnownPhoto[],
  wishes: Wishes,
): Question | 'summary' {
  const [first] = missing(draft, photos, wishes)
  return first ?? (wishes.more ? addable(draft, wishes)[0] : undefined) ?? 'summary'
}

/** What could still be told of an ad, but need not. */
export const addable = (draft: Draft, { skipped }: Pick<Wishes, 'skipped'>): Question[] =>
  questionsOf(draft).more.filter((question) => !isAnswered(draft, question) && !skipped.includes(question))

/** The question before; undefined before the first. */
export function previousQuestion(draft: Draft, shown: string, more: boolean): Question | undefined {
  const questions = questionsOf(draft)
  const asked: string[] =
    more || questions.more.includes(shown as Question)
      ? [...questions.main, ...questions.more]
      : questions.main
  const at = asked.indexOf(shown)
  return asked[(at < 0 ? asked.length : at) - 1] as Question | undefined
}
