import type { ApiError } from '@grammyjs/types'

type Parameters = NonNullable<ApiError['parameters']>

/** A refusal as the Bot API answers it: the HTTP status, and the same number and text in the body. */
export class BotApiError extends Error {
  readonly code: number
  readonly parameters: Parameters | undefined

  constructor(code: number, description: string, parameters?: Parameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }

  toBody(): ApiError {
    return {
      ok: false,
      error_code: this.code,
      description: this.message,
      ...(this.parameters && { parameters: this.parameters }),
    }
  }
}

/** The Bot API lowers the first letter of what it passes on, except of codes such as `BUTTON_DATA_INVALID`. */
function passedOn(message: string): string {
  return /^.[A-Z_]/.test(message) ? message : message.charAt(0).toLowerCase() + message.slice(1)
}

export const badRequest = (message: string): BotApiError =>
  new BotApiError(400, `Bad Request: ${passedOn(message)}`)

export const forbidden = (message: string): BotApiError => new BotApiError(403, `Forbidden: ${message}`)

export const conflict = (message: string): BotApiError => new BotApiError(409, `Conflict: ${message}`)

/** @param seconds whole seconds until the same call may be made again */
export const tooManyRequests = (seconds: number): BotApiError =>
  new BotApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
