import type { InlineQueryResult } from '@grammyjs/types'
import { badRequest } from './errors.ts'
import type { CallbackResponse, InlineQueryResponse } from './protocol.ts'
import { queryId } from './world.ts'

export interface PreparedMessage {
  personId: number
  result: InlineQueryResult
  /** The kinds of chats it may be sent to. */
  targets: readonly ('user' | 'bot' | 'group' | 'channel')[]
}

/** Where a Mini App was opened, so that `answerWebAppQuery` can speak for that person there. */
export interface WebAppQuery {
  personId: number
  chatId: number
}

/** How long a press or an inline query waits for the bot; the id itself is good a while longer. */
const CLIENT_WAIT = 10_000
const ID_LIFE = 30_000
/** https://core.telegram.org/bots/webapps: an opened Mini App may answer for an hour. */
const WEB_APP_LIFE = 3_600_000
const PREPARED_LIFE = 86_400_000

/** Questions the bot has still to answer. They live as long as the sandbox; after a restart they are too old. */
export interface Queries {
  callbacks: Pending<CallbackResponse>
  inline: Pending<InlineQueryResponse>
  webApps: Keep<WebAppQuery>
  prepared: Keep<PreparedMessage>
  stop(): void
}

export function createQueries(): Queries {
  const callbacks = pending<CallbackResponse>({})
  const inline = pending<InlineQueryResponse>({ results: [], nextOffset: '' })
  const webApps = keep<WebAppQuery>(WEB_APP_LIFE)
  const prepared = keep<PreparedMessage>(PREPARED_LIFE)
  const parts = [callbacks, inline, webApps, prepared]
  return { callbacks, inline, webApps, prepared, stop: () => parts.forEach((part) => part.stop()) }
}

interface Pending<Answer> {
  /** @param send tells the bot of the question by its id */
  ask(send: (id: string) => void): Promise<Answer>
  /** @throws `query is too old …` for an unknown, old or answered id */
  answer(id: string, answer: Answer): void
  stop(): void
}

function pending<Answer>(nothing: Answer): Pending<Answer> {
  const waiting = new Map<string, (answer: Answer) => void>()
  const timers = new Set<NodeJS.Timeout>()
  const later = (ms: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, ms)
    timers.add(timer)
  }
  return {
    ask: (send) =>
      new Promise<Answer>((resolve) => {
        const id = queryId()
        waiting.set(id, resolve)
        later(CLIENT_WAIT, () => resolve(nothing))
        later(ID_LIFE, () => waiting.delete(id))
        send(id)
      }),
    answer: (id, answer) => {
      const resolve = waiting.get(id)
      if (!resolve) throw tooOld()
      waiting.delete(id)
      resolve(answer)
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer)
      for (const resolve of waiting.values()) resolve(nothing)
      waiting.clear()
    },
  }
}

interface Keep<Value> {
  add(value: Value): { id: string; expires: number }
  /** Undefined when unknown or expired. */
  look(id: string): Value | undefined
  /** The same; what was taken is gone. */
  take(id: string): Value | undefined
  stop(): void
}

function keep<Value>(life: number): Keep<Value> {
  const kept = new Map<string, { value: Value; until: number }>()
  const look = (id: string) => {
    const found = kept.get(id)
    return found && found.until > Date.now() ? found.value : undefined
  }
  return {
    add: (value) => {
      const id = queryId()
      const until = Date.now() + life
      kept.set(id, { value, until })
      return { id, expires: Math.floor(until / 1000) }
    },
    look,
    take: (id) => {
      const found = look(id)
      kept.delete(id)
      return found
    },
    stop: () => kept.clear(),
  }
}

export const tooOld = (): Error =>
  badRequest('query is too old and response timeout expired or query ID is invalid')
