import { placesIn } from '#shared/ads/places.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { guessDraft } from '#shared/answers/guess.ts'
import { topCategoryById } from '#shared/catalog/index.ts'
import { limits } from '#shared/limits.ts'
import { regionById } from '#shared/regions/regions.ts'
import {
  type Answered,
  answerChosen,
  answerTyped,
  mergeGuess,
  putContact,
  tidy,
  withoutAnswer,
  withoutSuggested,
  withPhotos,
} from './answers.ts'
import {
  isOptional,
  nextQuestion,
  previousQuestion,
  problemsOf,
  type Question,
  questionsOf,
} from './engine.ts'
import { type Dialog, type Facts, goOn, type Notice, tell, tellProblem, turnTo } from './position.ts'

/** What a person does in the chat, read from the update. */
export type Move =
  /** `/new`, or a look at the questions again. */
  | { kind: 'open' }
  /** Whatever an ad can begin with: texts and photos in any order. */
  | { kind: 'material'; text?: string; photoIds?: readonly string[]; album?: string; notice?: Notice }
  | { kind: 'typed'; text: string }
  | { kind: 'phone'; phone: string }
  | { kind: 'foreign_contact' }
  /** A sticker, a voice message and the like. */
  | { kind: 'other' }
  /** A button's action, such as `v:transport.cars`. */
  | { kind: 'press'; action: string }

/** Where the move leads; undefined when a button is of no question that is shown. Pure: nothing else counts. */
export function makeMove(dialog: Dialog, move: Move, facts: Facts): Dialog | undefined {
  const { draft, position } = { ...dialog, draft: tidy(dialog.draft) }
  const now = { draft, position }
  if (move.kind === 'press') return press(now, move.action, facts)
  if (position.shown === 'cancelled') return undefined
  switch (move.kind) {
    case 'open':
      return goOn(now, facts)
    case 'material':
      return addMaterial(now, move, facts)
    case 'typed':
      return type(now, move.text, facts)
    case 'phone':
      return goOn({ ...putContact(draft, { phone: move.phone }), position }, facts)
    case 'foreign_contact':
      return tell(now, { key: 'dialog.not_yours' })
    case 'other':
      return tell(now, { key: 'dialog.unreadable' })
  }
}

/** What is shown when nobody moved but the form may have: a question that is answered there is not asked any more. */
export function settle(dialog: Dialog, { photos }: Facts): Dialog {
  const { draft, position } = dialog
  if (position.shown === 'cancelled') return dialog
  const next = nextQuestion(draft, photos, position)
  const { main, more } = questionsOf(draft)
  if (position.from && [...main, ...more].some((question) => question === position.shown)) return dialog
  if (position.shown === 'details' && next === 'summary') return dialog
  return position.shown === next ? dialog : { draft, position: turnTo(position, next) }
}

const isQuestion = (shown: string): shown is Question =>
  shown !== 'summary' && shown !== 'details' && shown !== 'cancelled'

function addMaterial(dialog: Dialog, move: Extract<Move, { kind: 'material' }>, facts: Facts): Dialog {
  const { position } = dialog
  const told = move.text === undefined ? dialog.draft : tellOf(dialog, move.text)
  const draft = move.photoIds ? withPhotos(told, move.photoIds) : told
  // What is told of one photo of an album stays until the album is over.
  const notice =
    move.notice ?? (move.album !== undefined && position.album === move.album ? position.notice : undefined)
  const { album: _, ...kept } = position
  const moved = { draft, position: move.album === undefined ? kept : { ...kept, album: move.album } }
  const stays = position.from && position.shown !== 'photoIds'
  if (!stays) return goOn(moved, facts, notice)
  return notice ? tell(moved, notice) : moved
}

/** The draft with what a text says of it, which goes before what was only suggested. */
function tellOf({ draft, position }: Dialog, text: string): Draft {
  const guess = guessDraft(text)
  return mergeGuess(withoutSuggested(draft, position.suggested ?? {}, guess), guess)
}

/** Longer than an answer to most questions: somebody pastes a whole ad. */
const looksLikeAnAd = (text: string) => text.length > 60 || /\n\s*\S/.test(text)

function type(dialog: Dialog, text: string, facts: Facts): Dialog {
  const { draft, position } = dialog
  const { shown } = position
  if (!isQuestion(shown) || shown === 'photoIds' || shown === 'categoryId') {
    const asked = shown === 'categoryId' ? withoutAnswer(draft, shown) : draft
    const told = tellOf({ draft: asked, position }, text)
    const isAnswer = shown === 'categoryId' ? told.categoryId !== undefined : saysMore(draft, told)
    const answered = { draft: told, position }
    if (isAnswer) return goOn(shown === 'photoIds' ? putOff(answered, shown) : answered, facts)
    if (shown === 'categoryId') return tellProblem(dialog, { code: 'category' })
    return tell(dialog, { key: shown === 'photoIds' ? 'dialog.send_photo' : 'dialog.use_buttons' })
  }
  const answered = take(dialog, shown, answerTyped(draft, shown, text), facts)
  if (!answered.position.notice || !looksLikeAnAd(text)) return answered
  const told = tellOf(dialog, text)
  return saysMore(draft, told) ? goOn({ draft: told, position }, facts) : answered
}

const saysMore = (before: Draft, after: Draft) => JSON.stringify(before) !== JSON.stringify(after)

const putOff = ({ draft, position }: Dialog, question: Question): Dialog => ({
  draft,
  position: { ...position, skipped: [...new Set([...position.skipped, question])] },
})

/** An answer goes into the draft only if it is right; otherwise the question stays, with what is wrong. */
function take(dialog: Dialog, question: Question, answered: Answered, facts: Facts): Dialog {
  if ('problem' in answered) return tellProblem(dialog, answered.problem)
  if ('choices' in answered)
    return {
      ...dialog,
      position: turnTo(dialog.position, question, {
        choices: answered.choices,
        ...(dialog.position.from && { from: dialog.position.from }),
      }),
    }
  const problem = problemsOf(answered.draft, facts.photos).get(question)
  if (problem) return tellProblem(dialog, problem)
  return goOn({ ...dialog, draft: answered.draft }, facts)
}

function press(dialog: Dialog, action: string, facts: Facts): Dialog | undefined {
  const { draft, position } = dialog
  const { shown } = position
  const [verb = '', value = ''] = splitOnce(action)
  if (shown === 'cancelled') return undefined
  switch (verb) {
    case 'v':
      return choose(dialog, value, facts)
    case 'g':
      if (!topCategoryById(value) && !regionById(value)) return undefined
      return { draft, position: { ...position, page: 0, group: value } }
    case 'p':
      return { draft, position: { ...position, page: Number(value) || 0 } }
    case 'back':
      return goBack(dialog, facts)
    case 'cancel':
      return { draft, position: turnTo(position, 'cancelled') }
    case 'skip':
      return skip(dialog, facts)
    case 'keep':
      return goOn(dialog, facts)
    case 'more':
      return goOn({ draft, position: { ...position, more: true, skipped: [] } }, facts)
    case 'enough':
      return goOn({ draft, position: { ...position, more: false } }, facts)
    case 'edit':
      return edit(dialog, value)
    case 'clean':
      return goOn({ draft: withUsable(draft, facts), position }, facts)
    case 'clear':
      return goOn({ draft: { ...draft, photoIds: [] }, position }, facts)
    default:
      return undefined
  }
}

function splitOnce(action: string) {
  const at = action.indexOf(':')
  return at < 0 ? [action] : [action.slice(0, at), action.slice(at + 1)]
}

function choose(dialog: Dialog, value: string, facts: Facts): Dialog | undefined {
  const { draft, position } = dialog
  const { shown } = position
  if (!isQuestion(shown)) return undefined
  // Told before anything is typed in vain.
  if (shown === 'categoryId' && placesIn(facts.places, value) === 0)
    return tell(dialog, { key: 'draft.places_none_here' })
  const answered = answerChosen(draft, shown, value, facts)
  return answered && take(dialog, shown, answered, facts)
}

function goBack(dialog: Dialog, facts: Facts): Dialog {
  const { draft, position } = dialog
  const { shown, group, choices, from, more } = position
  if (group !== undefined || choices) return { draft, position: turnTo(position, shown, from && { from }) }
  if (from === 'edit' || shown === 'details') return goOn(dialog, facts)
  const previous = previousQuestion(draft, shown, more)
  return previous ? { draft, position: turnTo(position, previous, { from: 'back' }) } : dialog
}

/** Puts a question off; an answer that need not be there is taken out. */
function skip(dialog: Dialog, facts: Facts): Dialog | undefined {
  const { draft, position } = dialog
  const { shown } = position
  if (!isQuestion(shown) || !(isOptional(draft, shown) || shown === 'photoIds')) return undefined
  const left = shown === 'photoIds' ? draft : withoutAnswer(draft, shown)
  return goOn(putOff({ draft: left, position }, shown), facts)
}

function edit({ draft, position }: Dialog, part: string): Dialog | undefined {
  if (part === 'details') return { draft, position: turnTo(position, 'details') }
  const { main, more } = questionsOf(draft)
  const question = [...main, ...more].find((known) => known === part)
  return question && { draft, position: turnTo(position, question, { from: 'edit' }) }
}

/** Only photos that an ad may go out with. */
function withUsable(draft: Draft, { photos }: Facts): Draft {
  const usable = (draft.photoIds ?? []).filter((id) =>
    photos.some((photo) => photo.id === id && (photo.state === 'uploaded' || photo.state === 'ready')),
  )
  return { ...draft, photoIds: [...new Set(usable)].slice(0, limits.photos.max) }
}
