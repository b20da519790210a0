import type { IncomingMessage, ServerResponse } from 'node:http'
import { BotApiError } from './errors.ts'
import type { Faults } from './faults.ts'
import { drop, faultError } from './faults.ts'
import { pathOf } from './files.ts'
import type { FloodGate } from './flood.ts'
import { readBody, sendFile, sendJson } from './http.ts'
import { chatMethods } from './methods/chats.ts'
import { editMethods } from './methods/edit.ts'
import { fileMethods } from './methods/files.ts'
import { forwardMethods } from './methods/forward.ts'
import type { Call, Method } from './methods/method.ts'
import { profileMethods } from './methods/profile.ts'
import { queryMethods } from './methods/queries.ts'
import { sendMethods } from './methods/send.ts'
import { updateMethods } from './methods/updates.ts'
import type { Params } from './params.ts'
import { paramsOf } from './params.ts'
import type { Queries } from './queries.ts'
import type { Webhook } from './webhook.ts'
import type { World } from './world.ts'

/** The methods by their name in lower case, as the Bot API finds them. */
const METHODS = new Map<string, Method>(
  Object.entries({
    ...updateMethods,
    ...profileMethods,
    ...sendMethods,
    ...editMethods,
    ...forwardMethods,
    ...queryMethods,
    ...chatMethods,
    ...fileMethods,
  }).map(([name, method]) => [name.toLowerCase(), method]),
)

export interface BotApi {
  /** Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`; false for any other path. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean>
  /** Performs a method outside of HTTP, for a webhook that named one in its answer. */
  perform(method: string, params: Params, signal: AbortSignal): Promise<unknown>
}

export interface BotApiDeps {
  world: World
  queries: Queries
  faults: Faults
  flood: FloodGate
  webhook: () => Webhook
  stopping: AbortSignal
  /** One event per call: method, status, milliseconds, the error's text. */
  log: (event: Record<string, unknown>) => void
}

export function createBotApi({ world, queries, faults, flood, webhook, stopping, log }: BotApiDeps): BotApi {
  const perform: BotApi['perform'] = async (name, params, signal) => {
    const method = METHODS.get(name.toLowerCase())
    if (!method) throw new BotApiError(404, 'Not Found: method not found')
    const call: Call = { world, params, queries, flood, webhook: webhook(), signal }
    return method(call)
  }

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    name: string,
  ): Promise<void> => {
    const hangUp = new AbortController()
    response.on('close', () => hangUp.abort())
    const body = await readBody(request, url.searchParams)
    const params = paramsOf(body.values, body.files)
    const fault = faults.strike(name, chatIdOf(world, params))
    const error = fault && faultError(fault)
    if (error) throw error
    if (fault?.kind === 'drop') return drop(response)
    // A call without an answer is ended by its caller, or by the sandbox's stop.
    if (fault?.kind === 'hang') return
    const result = await perform(name, params, AbortSignal.any([hangUp.signal, stopping]))
    if (fault?.kind === 'lost') return drop(response)
    if (fault?.kind === 'mute') return
    sendJson(response, 200, { ok: true, result })
  }

  return {
    perform,
    handle: async (request, response, url) => {
      const path = /^\/(file\/)?bot([^/]*)\/(.*)$/s.exec(url.pathname)
      if (!path) {
        if (!/^\/(file\/)?bot/.test(url.pathname)) return false
        sendError(response, new BotApiError(404, 'Not Found'))
        return true
      }
      const [, isFile, given = '', rest = ''] = path
      const started = performance.now()
      try {
        checkToken(given.replace(/%3A/i, ':'), world.token)
        if (isFile) await sendStored(world, response, rest)
        else await answer(request, response, url, rest)
        log({ call: rest, status: response.statusCode, ms: Math.round(performance.now() - started) })
      } catch (thrown) {
        const error = thrown instanceof BotApiError ? thrown : new BotApiError(500, 'Internal Server Error')
        log({
          call: rest,
          status: error.code,
          error: thrown === error ? error.message : String((thrown as Error).stack),
          ms: Math.round(performance.now() - started),
        })
        sendError(response, error)
      }
      return true
    },
  }
}

function sendError(response: ServerResponse, error: BotApiError): void {
  if (response.headersSent || response.destroyed) return
  const seconds = error.parameters?.retry_after
  sendJson(response, error.code, error.toBody(), seconds ? { 'Retry-After': String(seconds) } : {})
}

/** As api.telegram.org answers: what can't be a token is no address, a wrong one is unauthorised. */
function checkToken(given: string, token: string): void {
  if (!/^\d+:[\w-]+$/.test(given)) throw new BotApiError(404, 'Not Found')
  if (given !== token) throw new BotApiError(401, 'Unauthorized')
}

async function sendStored(world: World, response: ServerResponse, path: string): Promise<void> {
  const file = [...world.files.values()].find((candidate) => candidate.path === path)
  if (!file) throw new BotApiError(404, 'Not Found')
  await sendFile(response, pathOf(world, file), { 'Content-Type': 'application/octet-stream' })
}

function chatIdOf(world: World, params: Params): number | undefined {
  const given = params.text('chat_id')
  if (!given.startsWith('@')) return given ? Number(given) : undefined
  return [...world.chats.values()].find(({ username }) => username === given.slice(1))?.id
}
