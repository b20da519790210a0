import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ApiResponse, Message, Update } from '@grammyjs/types'
import type { SandboxEvent, SandboxState, SendMessageRequest } from '#server/sandbox/telegram/protocol.ts'
import type { Sandbox, TelegramOptions } from '#server/sandbox/telegram/server.ts'
import { startTelegram } from '#server/sandbox/telegram/server.ts'

export const TOKEN = '7000000001:AAtest-token_of_the_sandbox'
export const WEBAPP_URL = 'http://127.0.0.1:3000/'

export interface TestSandbox extends Sandbox {
  dataDir: string
  /** A Bot API call with a JSON body; the whole answer. */
  call<T = unknown>(method: string, body?: object): Promise<ApiResponse<T>>
  /** The result of a call that must succeed. */
  ok<T = unknown>(method: string, body?: object): Promise<T>
  /** A call of the page's side. */
  client<T = unknown>(method: string, path: string, body?: object): Promise<T>
  /** A person writes; in their own chat with the bot unless said otherwise. */
  say(from: number, text: string, more?: Partial<SendMessageRequest>): Promise<Message>
  /** Takes and confirms all updates. */
  updates(): Promise<Update[]>
  state(person?: number): Promise<SandboxState>
  messages(chatId: number): Promise<Message[]>
}

export async function startSandbox(options: Partial<TelegramOptions> = {}): Promise<TestSandbox> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'telegram-')))
  const sandbox = await startTelegram({
    port: 0,
    token: TOKEN,
    webappUrl: () => WEBAPP_URL,
    ...options,
    dataDir,
  })
  return { ...sandbox, dataDir, ...talkTo(sandbox.url) }
}

/** Stops a sandbox and removes what it kept. */
export async function discard(sandbox: TestSandbox): Promise<void> {
  await sandbox.stop()
  await rm(sandbox.dataDir, { recursive: true, force: true })
}

export function talkTo(url: string): Omit<TestSandbox, keyof Sandbox | 'dataDir'> {
  const call = async <T>(method: string, body: object = {}): Promise<ApiResponse<T>> => {
    const response = await fetch(`${url}/bot${TOKEN}/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as ApiResponse<T>
  }
  const ok = async <T>(method: string, body?: object): Promise<T> => {
    const answer = await call<T>(method, body)
    if (!answer.ok) throw new Error(`${method}: ${answer.description}`)
    return answer.result
  }
  const client = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}/client/${path}`, {
      method,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as T & { description?: string }
    if (!response.ok) throw new Error(answer.description)
    return answer
  }
  const state = (person?: number): Promise<SandboxState> =>
    client('GET', person === undefined ? 'state' : `state?person=${person}`)
  return {
    call,
    ok,
    client,
    state,
    say: async (from, text, more = {}) => {
      const [message] = await client<Message[]>('POST', 'messages', { from, chatId: from, text, ...more })
      return message as Message
    },
    updates: async () => {
      const updates = await ok<Update[]>('getUpdates')
      if (updates.length) await ok('getUpdates', { offset: (updates.at(-1)?.update_id ?? 0) + 1 })
      return updates
    },
    messages: async (chatId) => (await state()).chats.find(({ id }) => id === chatId)?.messages ?? [],
  }
}

/** Follows the page's events; `next` resolves with the first that fits. */
export async function followEvents(url: string, person?: number) {
  const stop = new AbortController()
  const response = await fetch(`${url}/client/events${person === undefined ? '' : `?person=${person}`}`, {
    signal: stop.signal,
  })
  const seen: SandboxEvent[] = []
  const waiting = new Set<() => void>()
  const read = async (): Promise<void> => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body as ReadableStream<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks)
        if (block.startsWith('data: ')) seen.push(JSON.parse(block.slice(6)) as SandboxEvent)
      for (const wake of waiting) wake()
    }
  }
  read().catch(() => {})
  return {
    seen,
    stop: () => stop.abort(),
    next: async (fits: (event: SandboxEvent) => boolean): Promise<SandboxEvent> => {
      for (;;) {
        const found = seen.find(fits)
        if (found) return found
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            waiting.delete(wake)
            resolve()
          }
          waiting.add(wake)
        })
      }
    },
  }
}

/** A call by multipart with files, as bots upload them. */
export async function upload<T = Message>(
  sandbox: TestSandbox,
  method: string,
  fields: Record<string, unknown>,
  files: Record<string, Buffer>,
): Promise<ApiResponse<T>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  for (const [name, data] of Object.entries(files))
    form.set(name, new Blob([new Uint8Array(data)]), `${name}.jpg`)
  const response = await fetch(`${sandbox.url}/bot${TOKEN}/${method}`, { method: 'POST', body: form })
  return (await response.json()) as ApiResponse<T>
}

/** The result of an answer that must not be a refusal. */
export function result<T>(answer: ApiResponse<T>): T {
  if (!answer.ok) throw new Error(answer.description)
  return answer.result
}

/** A call the Bot API must refuse: what is wrong with it, the method, the description's text, the arguments. */
export type Refusal = [name: string, method: string, description: string, params: () => object]

export const refused = (description: string) =>
  description.startsWith('Forbidden')
    ? { ok: false, error_code: 403, description }
    : { ok: false, error_code: 400, description: `Bad Request: ${description}` }
