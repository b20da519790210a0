import { createSignal } from 'solid-js'
import { checkDraft, type Known } from '#shared/ads/check-draft.ts'
import type { Draft } from '#shared/ads/schema.ts'
import type { AttributeValue } from '#shared/catalog/types.ts'
import type { CategoryView } from '#shared/catalog/view.ts'
import type { Problem } from '#shared/errors.ts'
import { groupDigits } from '#shared/money/money.ts'
import { api, call } from '#webapp/api.ts'
import { answersFor, isAsked, withAnswer } from '#webapp/catalog/answers.ts'
import { catalog, subCategory } from '#webapp/catalog/catalog.ts'
import { createAutosave, type KeptDraft, type SaveState } from '#webapp/drafts/autosave.ts'
import { emptyDraft, sameDraft } from '#webapp/drafts/merge.ts'
import { userKey } from '#webapp/drafts/person.ts'
import { firstWrong, keyOf, knownPhotos, problemsOf, type StepId, stepsFor } from '#webapp/drafts/steps.ts'
import { type TextKey, t } from '#webapp/i18n.ts'
import { openPhotos, photos, queue } from '#webapp/photos/photos.ts'
import { readStored, store } from '#webapp/stored.ts'

/** The form's state; it lives outside its screens, so that nothing is lost from step to step. */
const [draft, setDraft] = createSignal<Draft>(emptyDraft)
const [saving, setSaving] = createSignal<SaveState>('idle')
const [mending, setMending] = createSignal<number | null>(null)
const [textFirst, setTextFirst] = createSignal(false)
const [problems, setProblems] = createSignal<Readonly<Record<string, string>>>({})

export {
  draft,
  /** The rejected ad that the draft mends. */
  mending,
  /** Field path → what is wrong with it, in the person's words. */
  problems,
  saving,
  setProblems,
  setTextFirst,
  /** Whether the person chose to begin with the text. */
  textFirst,
}

type Answer = Awaited<ReturnType<typeof getDraft>>
const getDraft = () => call(api.draft.$get())
const [suggested, setSuggested] = createSignal<Answer['suggested']>({})

const [places, setPlaces] = createSignal<Answer['places']>()

export {
  /** How many more ads there may be; undefined until the server has said so. */
  places,
  /** What the last ad said of place and contact. */
  suggested,
}

const accept = (answer: Answer) => {
  setSuggested(answer.suggested)
  setPlaces(answer.places)
  return answer
}

export const autosave = createAutosave(
  {
    get: async () => accept(await getDraft()),
    put: (json, revision, leaving) =>
      call(api.draft.$put({ json: { draft: json, revision } }, { init: { keepalive: leaving } })),
    read: () => readStored<KeptDraft>(userKey('draft')),
    write: (kept) => store(userKey('draft'), kept),
    later: (ms, task) => {
      const timer = setTimeout(task, ms)
      return () => clearTimeout(timer)
    },
  },
  {
    draft: (next, views) => {
      setDraft(next)
      setMending(autosave.adId())
      queue.adopt(next.photoIds, views)
    },
    state: setSaving,
  },
)

let opening: Promise<void> | undefined

/** Shows what is kept on this phone: the form works with it, online or not. */
export const openForm = (): Promise<void> => (opening ??= start())

/** Brings in what the server has; with `from`, the rejected ad of that id, and rejects when it cannot be mended. */
export async function loadForm(from?: number): Promise<void> {
  if (from === undefined || autosave.adId() === from) return autosave.load().catch(() => undefined)
  await autosave.replace(accept(await call(api.draft.from[':id'].$post({ param: { id: String(from) } }))))
}

/** Whether anything was answered yet. */
export const isBegun = (): boolean => !sameDraft(draft(), emptyDraft)

/** Throws the draft and its photos away. */
export async function startOver(): Promise<void> {
  await autosave.flush()
  await call(api.draft.$delete())
  for (const { key } of photos()) queue.remove(key)
  setTextFirst(false)
  await autosave.replace({ draft: null, revision: 0, adId: null, photos: [] })
}

async function start() {
  setDraft(autosave.draft())
  setMending(autosave.adId())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void autosave.flush(true)
  })
  window.addEventListener('pagehide', () => void autosave.flush(true))
  window.addEventListener('online', () => void autosave.flush())
  await openPhotos(userKey('photos'), draft().photoIds, takePhotoIds)
}

function takePhotoIds(photoIds: string[]) {
  if (photoIds.join() !== draft().photoIds.join()) change({ photoIds })
}

/** Answers one or more questions: kept at once, sent soon; what was wrong with the `mended` fields is forgotten. */
export function change(
  answers: Partial<Draft>,
  mended = (path: string) => (path.split('.')[0] ?? '') in answers,
): void {
  setDraft((before) => ({ ...before, ...answers }))
  autosave.change(draft())
  setProblems((before) => Object.fromEntries(Object.entries(before).filter(([path]) => !mended(path))))
}

/** Answers one of the category's questions; undefined takes the answer back, and those that hung on it. */
export const answer = (key: string, value: AttributeValue | undefined): void =>
  change(
    { attributes: withAnswer(category(), draft().attributes, key, value) },
    (path) => path === `attributes.${key}`,
  )

/** The chosen category, once the catalogue is there. */
export const category = (): CategoryView | undefined => subCategory(draft().categoryId ?? '')

/** What the category asks beyond what must be answered. */
export const furtherQuestions = () =>
  (category()?.attributes ?? []).filter(
    (attribute) => !attribute.required && isAsked(attribute, draft().attributes),
  )

/** Chooses a category; answers to questions that the new one asks too stay. */
export function chooseCategory(next: CategoryView): void {
  change({ categoryId: next.id, attributes: answersFor(next, draft().attributes) })
}

const known: Known = {
  category: subCategory,
  regionOf: (districtId) =>
    catalog()?.regions.find(({ districts }) => districts.some(({ id }) => id === districtId))?.id,
}

/** Everything wrong with the draft as it is now, by field path. */
export function findProblems(): Readonly<Record<string, string>> {
  const photoIds = photos().map(({ id, key }) => id ?? key)
  const result = checkDraft({ ...draft(), photoIds }, knownPhotos(photos()), known)
  if (!('problems' in result)) return {}
  return Object.fromEntries(
    Object.entries(result.problems).map(([path, problem]) => [path, textOf(path, problem)]),
  )
}

const ownTexts: Readonly<Record<string, TextKey>> = {
  'title.required': 'draft.problem_title',
  'contact.name.required': 'draft.problem_name',
}
const textOf = (path: string, { code, min, max }: Problem) =>
  t(ownTexts[`${path}.${code}`] ?? `problem.${code}`, {
    ...(min !== undefined && { min: readable(min) }),
    ...(max !== undefined && { max: readable(max) }),
  })

/** As in a year, four digits stand together. */
const readable = (number: number) => (number >= 10_000 ? groupDigits(number) : number)

/** The screens of the form for the draft as it is now. */
export const steps = (): readonly StepId[] =>
  stepsFor(category(), { answers: draft().attributes, textFirst: textFirst() })

/** The screen after this one; a question that is answered already, by the text or before, is not asked again. */
export function stepAfter(step: StepId): StepId {
  const problems = findProblems()
  const later = steps().slice(steps().indexOf(step) + 1)
  return later.find((next) => keyOf(next) === undefined || next in problems) ?? 'preview'
}

/** Judges one screen's answers and shows what is wrong; true when the form may go on. */
export function passes(step: StepId): boolean {
  const found = problemsOf(step, findProblems(), category())
  setProblems(found)
  return Object.keys(found).length === 0
}

/** The screen to open: of a draft that was begun the first with something to answer, else the preview. */
export const resumeStep = (): StepId =>
  draft().categoryId || photos().length > 0 ? (firstWrong(findProblems(), category()) ?? 'preview') : 'photos'

/** Drops answers that the category does not ask for, left by another one: nobody could mend them. */
export function tidy(): void {
  const chosen = category()
  const asked = chosen?.attributes.map(({ key }) => key)
  if (chosen && Object.keys(draft().attributes).some((key) => !asked?.includes(key))) chooseCategory(chosen)
}
