import type { KnownPhoto } from '#shared/ads/check-draft.ts'
import type { PlacesLeft } from '#shared/ads/places.ts'
import type { Draft } from '#shared/ads/schema.ts'
import type { PhotoProblem, Problem } from '#shared/errors.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import type { Params } from '#shared/i18n/translate.ts'
import { nextQuestion, type Question } from './engine.ts'
import type { DialogKey } from './texts.ts'

/** What is told above a question: why an answer could not be taken. */
export interface Notice {
  key: DialogKey
  params?: Params
}

/** Where a person stands; together with the draft it gives the bot's message, whatever happened in between. */
export interface Position {
  shown: Question | 'summary' | 'details' | 'cancelled'
  /** Grows with every other view: a button of an earlier one is stale. */
  step: number
  page: number
  /** The top category or the region that was opened. */
  group?: string
  /** Places that a typed one may mean. */
  choices?: readonly string[]
  notice?: Notice
  skipped: readonly Question[]
  more: boolean
  /** Why a question is shown that is answered already. */
  from?: 'back' | 'edit'
  /** The album whose photos are coming in. */
  album?: string
  /** The last message of the person's that counted: one that comes again after a crash does not. */
  heard: number
  /** The message that holds the keyboard for sharing the phone. */
  keyboard?: number
  /** What the last ad and the profile said of place and contact: it yields to what a text says. */
  suggested?: Partial<Draft>
  /** Idempotency key of sending this draft. */
  key: string
  /** What was cancelled and can be taken back. */
  undo?: { draft: Draft; adId: number | null }
  /** What the bot's message shows: a digest of text and buttons. */
  face?: string
}

export interface Dialog {
  draft: Draft
  position: Position
}

/** What is known beside the draft. */
export interface Facts {
  photos: readonly (KnownPhoto & { problem: PhotoProblem | null })[]
  /** How many more ads the person may have. */
  places: PlacesLeft
  /** The person's language. */
  locale: Locale
  /** E.164, vouched for by Telegram. */
  phone: string | null
}

export const beginning = (key: string): Position => ({
  shown: 'photoIds',
  step: 1,
  page: 0,
  skipped: [],
  more: false,
  heard: 0,
  key,
})

/** The same position at another view, nothing of the old one left. */
export function turnTo(position: Position, shown: Position['shown'], rest: Partial<Position> = {}): Position {
  const { page: _, group: __, choices: ___, notice: ____, from: _____, ...kept } = position
  return { ...kept, page: 0, shown, ...rest }
}

export const tell = ({ draft, position }: Dialog, notice: Notice): Dialog => ({
  draft,
  position: { ...position, notice },
})
export const tellProblem = (dialog: Dialog, { code, ...params }: Problem) =>
  tell(dialog, { key: `problem.${code}`, params })

/** On to whatever is to be asked next. */
export const goOn = ({ draft, position }: Dialog, { photos }: Facts, notice?: Notice): Dialog => ({
  draft,
  position: turnTo(position, nextQuestion(draft, photos, position), notice && { notice }),
})
