import { GrammyError, HttpError } from 'grammy'

/** What became of a call to Telegram that did not succeed. */
export type Failure =
  /** Not done; Telegram wants no calls for this chat for so many seconds. */
  | { kind: 'limited'; seconds: number }
  /** Not done, and would not be if asked again as things stand. */
  | { kind: 'refused'; code: number; reason: string }
  /** Not done: the request never left. */
  | { kind: 'unsent'; reason: string }
  /** Done or not: the answer was lost, or Telegram stumbled over it. */
  | { kind: 'uncertain'; reason: string }

/** No connection was made, so nothing was sent. */
const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** Tells what an error of a Bot API call means. Throws it again when it is no such error. */
export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) {
    const { error_code: code, description: reason, parameters } = error
    if (code === 429) return { kind: 'limited', seconds: parameters.retry_after ?? 1 }
    return code >= 500 ? { kind: 'uncertain', reason } : { kind: 'refused', code, reason }
  }
  if (error instanceof HttpError) {
    const { code, message } = error.error as { code?: string; message: string }
    return { kind: code && unconnected.has(code) ? 'unsent' : 'uncertain', reason: code ?? message }
  }
  throw error
}

/** Telegram's words for a message that somebody deleted. */
export const isMissing = (failure: Failure) =>
  failure.kind === 'refused' && /message to \w+ not found|MESSAGE_ID_INVALID/i.test(failure.reason)

/** Nothing was to be changed. */
export const isUnchanged = (failure: Failure) =>
  failure.kind === 'refused' && /message is not modified/i.test(failure.reason)

/** A message that is older than 48 hours, or that the bot has no right to delete. */
export const isUndeletable = (failure: Failure) =>
  failure.kind === 'refused' && /message can't be deleted/i.test(failure.reason)

/** A private chat that takes no messages: blocked, never started, or an account that is gone. */
export const isUnreachable = (failure: Failure) =>
  failure.kind === 'refused' && (failure.code === 403 || /chat not found/i.test(failure.reason))
