import type { IncomingMessage, ServerResponse } from 'node:http'
import type { InlineQueryResult } from '@grammyjs/types'
import { chatInstance, launchFor } from './client-launch.ts'
import { clientPerson, clientState } from './client-state.ts'
import { BotApiError, badRequest } from './errors.ts'
import type { Faults } from './faults.ts'
import { fileById, pathOf } from './files.ts'
import type { FloodGate } from './flood.ts'
import type { Body } from './http.ts'
import { readBody, sendFile, sendJson } from './http.ts'
import { checkResult, inlineIdOf, sendResult } from './inline.ts'
import { signContact } from './launch.ts'
import { changeBotStatus, setBlocked } from './members.ts'
import { chatSeenBy, deleteAs, editAs, grantWriteAccess, personFor, sendAs, shareContact } from './people.ts'
import type {
  CallbackRequest,
  ChatChange,
  DeleteMessagesRequest,
  EditMessageRequest,
  Fault,
  FloodState,
  InlineQueryRequest,
  InlineResultRequest,
  LaunchRequest,
  PersonChange,
  PreparedRequest,
  PreparedResponse,
  SandboxEvent,
  SendMessageRequest,
  ShareRequest,
} from './protocol.ts'
import { channelRights } from './protocol.ts'
import type { Queries } from './queries.ts'
import type { World } from './world.ts'
import { userOf } from './world.ts'

export interface ClientDeps {
  world: World
  queries: Queries
  faults: Faults
  flood: FloodGate
  webappUrl: () => string
}

type Handler = (
  deps: ClientDeps,
  body: unknown,
  request: { body: Body; id: string; query: URLSearchParams },
) => unknown

const MAX_INLINE_QUERY = 256

/** The routes of the page and of tests; what they take and answer is in protocol.ts. */
const ROUTES: Record<string, Handler> = {
  'GET state': ({ world }, _, { query }) => {
    const person = query.get('person')
    return clientState(world, person === null ? undefined : personFor(world, Number(person)).id)
  },
  'POST messages': ({ world }, body, { body: { uploads } }) =>
    sendAs(world, body as SendMessageRequest, uploads),
  'PATCH messages': ({ world }, body) => editAs(world, body as EditMessageRequest),
  'DELETE messages': ({ world }, body) => deleteAs(world, body as DeleteMessagesRequest),
  'PATCH people/': ({ world }, body, { id }) => changePerson(world, Number(id), body as PersonChange),
  'PATCH chats/': ({ world }, body, { id }) => changeChat(world, Number(id), body as ChatChange),
  'POST callback': ({ world, queries }, body) => pressButton(world, queries, body as CallbackRequest),
  'POST launch': ({ world, queries, webappUrl }, body) => ({
    url: launchFor(world, queries, body as LaunchRequest, webappUrl()),
  }),
  'POST contact': async ({ world }, body) => {
    const person = personFor(world, (body as { from: number }).from)
    await shareContact(world, person.id)
    return { response: signContact({ token: world.token, user: userOf(person), phone: person.phone }) }
  },
  'POST write-access': ({ world }, body) => grantWriteAccess(world, (body as { from: number }).from),
  'POST inline-query': ({ world, queries }, body) => askInline(world, queries, body as InlineQueryRequest),
  'POST inline-result': ({ world }, body) => sendInline(world, body as InlineResultRequest),
  'POST prepared': ({ world, queries }, body) => lookAtPrepared(world, queries, body as PreparedRequest),
  'POST share': ({ world, queries }, body) => sharePrepared(world, queries, body as ShareRequest),
  'GET faults': ({ faults }) => faults.list(),
  'POST faults': ({ faults }, body) => faults.add(body as Fault),
  'DELETE faults': ({ faults }) => faults.clear(),
  'GET flood': ({ flood }) => ({ enabled: flood.enabled }),
  'POST flood': ({ flood }, body) => {
    flood.enabled = (body as FloodState).enabled
  },
}

/** Answers everything under `/client`; only pages of the sandbox's own origin, and programs, may ask. */
export async function handleClient(
  deps: ClientDeps,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    requireSameOrigin(request)
    const path = url.pathname.slice('/client/'.length)
    const key = `${request.method} ${path}`
    if (key === 'GET events') return streamEvents(deps.world, response, url.searchParams.get('person'))
    if (key.startsWith('GET files/'))
      return await sendClientFile(deps.world, response, path.slice('files/'.length))
    const [, collection = '', id = ''] = /^(\w+ \w+\/)(-?\d+)$/.exec(key) ?? []
    const handler = ROUTES[key] ?? ROUTES[collection]
    if (!handler) throw new BotApiError(404, 'Not Found')
    const body = await readBody(request, new URLSearchParams())
    const result = await handler(deps, jsonOf(body), { body, id, query: url.searchParams })
    sendJson(response, 200, result ?? {})
  } catch (error) {
    const known = error instanceof BotApiError ? error : new BotApiError(500, String((error as Error).stack))
    if (!response.headersSent) sendJson(response, known.code, known.toBody())
  }
}

function requireSameOrigin({ headers }: IncomingMessage): void {
  const site = headers['sec-fetch-site']
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none'
  const origin = headers.origin
  const otherHost = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== headers.host)
  if (foreign || otherHost) throw new BotApiError(403, 'Forbidden: only the page of the sandbox may ask this')
}

/** What came as multipart is text in itself; all but the message's text is JSON there. */
function jsonOf({ json, values }: Body): Record<string, unknown> {
  if (json) return json
  try {
    return Object.fromEntries(
      [...values].map(([name, value]) => [name, name === 'text' ? value : JSON.parse(value)]),
    )
  } catch {
    throw badRequest('a field of the form is no JSON')
  }
}

function streamEvents(world: World, response: ServerResponse, person: string | null): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    Connection: 'keep-alive',
  })
  response.write(': the sandbox\n\n')
  const viewer = person === null ? undefined : personFor(world, Number(person))
  const unsubscribe = world.subscribe((event: SandboxEvent) => {
    const chat = 'chatId' in event ? world.chats.get(event.chatId) : undefined
    const hidden =
      viewer && chat && chat.type !== 'channel' && ![chat.personId, ...chat.memberIds].includes(viewer.id)
    if (!hidden) response.write(`data: ${JSON.stringify(event)}\n\n`)
  })
  response.on('close', unsubscribe)
}

async function sendClientFile(world: World, response: ServerResponse, fileId: string): Promise<void> {
  const file = fileById(world, decodeURIComponent(fileId))
  await sendFile(response, pathOf(world, file), {
    // Nothing a person uploads may run as a page of the sandbox.
    'Content-Type': file.kind === 'photo' ? file.mime : 'application/octet-stream',
    ...(file.kind === 'document' && {
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name ?? 'file')}`,
    }),
    'Cache-Control': 'private, max-age=31536000, immutable',
  })
}

function changePerson(world: World, id: number, { language_code, botBlocked }: PersonChange): unknown {
  const person = personFor(world, id)
  if (language_code !== undefined) world.people.set(id, { ...person, language_code })
  if (botBlocked !== undefined) setBlocked(world, personFor(world, id), botBlocked)
  world.emit({ type: 'state' })
  return clientPerson(personFor(world, id))
}

function changeChat(world: World, id: number, { botIsAdmin, botIsMember, botRights }: ChatChange): void {
  const chat = world.chats.get(id)
  if (!chat || chat.type === 'private') throw badRequest('the sandbox has no such group or channel')
  const owner = chat.ownerId === undefined ? world.bot : userOf(personFor(world, chat.ownerId))
  // A channel has no plain bot members: a bot that is no administrator there is out.
  const member = chat.type === 'channel' ? 'left' : 'member'
  if (botRights) {
    if (chat.type !== 'channel') throw badRequest('only in channels rights are given one by one')
    const lacks = channelRights.filter((right) => !botRights.includes(right))
    changeBotStatus(world, chat, 'administrator', owner, lacks)
  } else if (botIsAdmin === true) changeBotStatus(world, chat, 'administrator', owner)
  else if (botIsMember === false) changeBotStatus(world, chat, 'kicked', owner)
  else if (botIsAdmin === false || botIsMember === true) changeBotStatus(world, chat, member, owner)
}

function pressButton(world: World, queries: Queries, request: CallbackRequest): Promise<unknown> {
  const person = personFor(world, request.from)
  const chat = chatSeenBy(world, person, request.chatId)
  const stored = world.messages(chat.id).get(request.messageId)
  if (!stored) throw badRequest('message not found')
  const { message } = stored
  return queries.callbacks.ask((id) =>
    world.updates.add(
      {
        callback_query: {
          id,
          from: userOf(person),
          ...(message.via_bot ? { inline_message_id: inlineIdOf(message) } : { message }),
          chat_instance: chatInstance(world, chat.id),
          data: request.data,
        },
      },
      person.id,
    ),
  )
}

function askInline(
  world: World,
  queries: Queries,
  { from, query, offset = '', chatId }: InlineQueryRequest,
): unknown {
  const person = personFor(world, from)
  const chat = chatSeenBy(world, person, chatId ?? from)
  return queries.inline.ask((id) =>
    world.updates.add(
      {
        inline_query: {
          id,
          from: userOf(person),
          query: query.slice(0, MAX_INLINE_QUERY),
          offset,
          chat_type: chat.type === 'private' ? 'sender' : chat.type,
        },
      },
      person.id,
    ),
  )
}

async function sendInline(
  world: World,
  { from, chatId, query, result }: InlineResultRequest,
): Promise<unknown> {
  const person = personFor(world, from)
  const chosen: InlineQueryResult = checkResult(world, result)
  const sent = await sendResult(world, person, chatSeenBy(world, person, chatId), chosen)
  const { inlineMessageId } = sent
  world.updates.add(
    {
      chosen_inline_result: {
        result_id: chosen.id,
        from: userOf(person),
        query,
        ...(inlineMessageId && { inline_message_id: inlineMessageId }),
      },
    },
    person.id,
  )
  return sent.message
}

/** What a client shows before it asks where to: the message, and the kinds of chats it may go to. */
function lookAtPrepared(
  world: World,
  queries: Queries,
  { from, preparedId }: PreparedRequest,
): PreparedResponse {
  const prepared = queries.prepared.look(preparedId)
  if (prepared?.personId !== personFor(world, from).id) throw expired()
  const targets = new Set<string>(prepared.targets)
  // Here people write to nobody but the bot.
  const chatTypes = (['private', 'group', 'channel'] as const).filter((type) =>
    targets.has(type === 'private' ? 'bot' : type),
  )
  return { result: prepared.result, chatTypes }
}

async function sharePrepared(
  world: World,
  queries: Queries,
  { from, preparedId, chatIds }: ShareRequest,
): Promise<unknown> {
  const { chatTypes } = lookAtPrepared(world, queries, { from, preparedId })
  const person = personFor(world, from)
  const chats = chatIds.map((id) => chatSeenBy(world, person, id))
  const kinds = chats.map(({ type }) => (type === 'supergroup' ? 'group' : type))
  if (kinds.some((kind) => !chatTypes.includes(kind))) throw badRequest('PEER_TYPES_INVALID')
  const prepared = queries.prepared.take(preparedId)
  if (!prepared) throw expired()
  const sent = await Promise.all(chats.map((chat) => sendResult(world, person, chat, prepared.result)))
  return sent.map(({ message }) => message)
}

const expired = (): Error => badRequest('the prepared message has expired')
