import { createStore } from 'solid-js/store'
import { person } from '../view.ts'

/** What is being written, per person and chat: it waits there while another chat is looked at. */
export interface Draft {
  text: string
  replyTo?: number | undefined
  /** The own message whose text is being changed. */
  editing?: number | undefined
  photos: File[]
  documents: File[]
  /** Waits for the START button after a `?start=…` link. */
  startParam?: string | undefined
}

const empty: Draft = { text: '', photos: [], documents: [] }
const [drafts, setDrafts] = createStore<Record<string, Draft>>({})

const keyOf = (chatId: number) => `${person()?.id}:${chatId}`
export const draftOf = (chatId: number): Draft => drafts[keyOf(chatId)] ?? empty
export const changeDraft = (chatId: number, change: Partial<Draft>) =>
  setDrafts(keyOf(chatId), (draft = empty) => ({ ...draft, ...change }))
export const clearDraft = (chatId: number) =>
  changeDraft(chatId, { ...empty, replyTo: undefined, editing: undefined, startParam: undefined })

/** Replaces the text and puts the cursor behind it. */
export function insertIntoComposer(chatId: number, text: string) {
  changeDraft(chatId, { text })
  queueMicrotask(() => document.querySelector<HTMLTextAreaElement>('[data-testid=composer]')?.focus())
}
