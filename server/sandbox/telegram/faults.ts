import type { ServerResponse } from 'node:http'
import { BotApiError, tooManyRequests } from './errors.ts'
import type { Fault } from './protocol.ts'

/** Failures a test asked for, in the order they were asked; each strikes as often as it says. */
export interface Faults {
  add(fault: Fault): void
  list(): Fault[]
  clear(): void
  /** The next fault that fits the call, spent once. */
  strike(method: string, chatId: number | undefined): Fault | undefined
}

export function createFaults(): Faults {
  let faults: Fault[] = []
  return {
    add: (fault) => void faults.push({ ...fault }),
    list: () => faults,
    clear: () => {
      faults = []
    },
    strike: (method, chatId) => {
      const found = faults.find(
        (fault) =>
          (fault.method === '*' || fault.method.toLowerCase() === method.toLowerCase()) &&
          (fault.chatId === undefined || fault.chatId === chatId),
      )
      if (found && --found.times <= 0) faults = faults.filter((fault) => fault !== found)
      return found
    },
  }
}

/** The error of a fault that answers; undefined for those that are silent. */
export function faultError({ kind, retryAfter = 1, description }: Fault): BotApiError | undefined {
  if (kind === '429') return tooManyRequests(retryAfter)
  const texts: Record<string, string> = {
    400: 'Bad Request: the sandbox was asked to refuse this call',
    403: 'Forbidden: bot was blocked by the user',
    500: 'Internal Server Error',
    502: 'Bad Gateway',
  }
  const text = texts[kind]
  return text === undefined ? undefined : new BotApiError(Number(kind), description ?? text)
}

/** Breaks the connection without an answer, as a network does. */
export function drop(response: ServerResponse): void {
  response.socket?.destroy()
}
