import { badRequest } from '../errors.ts'
import { checkResult, sendResult } from '../inline.ts'
import { checked } from '../keyboards.ts'
import type { Params } from '../params.ts'
import type { CallbackResponse, InlineQueryButton } from '../protocol.ts'
import { tooOld } from '../queries.ts'
import { chatFor } from '../world.ts'
import type { Method } from './method.ts'

/** https://core.telegram.org/bots/api#answercallbackquery, `#answerinlinequery` */
const MAX_ANSWER_TEXT = 200
const MAX_RESULTS = 50
const MAX_OFFSET = 64
const MAX_START_PARAMETER = 64

const answerCallbackQuery: Method = ({ params, queries }) => {
  const text = params.text('text')
  if (text.length > MAX_ANSWER_TEXT) throw badRequest('MESSAGE_TOO_LONG')
  const answer: CallbackResponse = {
    ...(text && { text }),
    ...(params.bool('show_alert') && { show_alert: true }),
    ...(params.text('url') && { url: params.text('url') }),
  }
  queries.callbacks.answer(params.text('callback_query_id'), answer)
  return true
}

const answerInlineQuery: Method = ({ world, params, queries }) => {
  const results = params.json('results', 'inline query results') ?? []
  if (!Array.isArray(results)) throw badRequest('Expected an Array of inline query results')
  if (results.length > MAX_RESULTS) throw badRequest('Too many inline query results specified')
  const checked = results.map((result) => checkResult(world, result, true))
  if (new Set(checked.map(({ id }) => id)).size < checked.length) throw badRequest('RESULT_ID_DUPLICATE')
  const button = buttonOf(params.json('button', 'inline query results button'))
  if (Buffer.byteLength(params.text('next_offset')) > MAX_OFFSET) throw badRequest('NEXT_OFFSET_INVALID')
  queries.inline.answer(params.text('inline_query_id'), {
    results: checked,
    nextOffset: params.text('next_offset'),
    ...(button !== undefined && { button }),
  })
  return true
}

/** The button above results, checked as TDLib does (`InlineQueriesManager::answer_inline_query`). */
function buttonOf(value: unknown): InlineQueryButton | undefined {
  if (value === undefined) return undefined
  const wrong = (why: string): Error => badRequest(`Can't parse inline query results button: ${why}`)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong('InlineQueryResultsButton must be an Object')
  const { text, start_parameter: start, web_app: app } = value as Record<string, unknown>
  if (typeof text !== 'string') throw wrong('Can\'t find field "text"')
  if (start !== undefined) {
    if (start === '') throw badRequest("Can't use empty start_parameter")
    if (typeof start !== 'string') throw wrong('Field "start_parameter" must be of type String')
    if (start.length > MAX_START_PARAMETER) throw badRequest('Too long start_parameter specified')
    if (!/^[\w-]+$/.test(start)) throw badRequest('Unallowed characters in start_parameter are used')
    return { text, start_parameter: start }
  }
  const url = (app as { url?: unknown } | undefined)?.url
  if (typeof url !== 'string') throw wrong('InlineQueryResultsButton must have exactly one optional field')
  return { text, web_app: { url: checked(url, 'Inline query results button', 'https') } }
}

const answerWebAppQuery: Method = async ({ world, params, queries }) => {
  const result = checkResult(world, resultParam(params))
  const query = queries.webApps.take(params.text('web_app_query_id'))
  const person = query && world.people.get(query.personId)
  const chat = query && world.chats.get(query.chatId)
  if (!person || !chat) throw tooOld()
  const { inlineMessageId } = await sendResult(world, person, chat, result)
  return inlineMessageId ? { inline_message_id: inlineMessageId } : {}
}

const savePreparedInlineMessage: Method = ({ world, params, queries }) => {
  const personId = params.int('user_id')
  if (personId <= 0) throw badRequest('Invalid user_id specified')
  const result = checkResult(world, resultParam(params))
  chatFor(world, String(personId), 'read')
  const allowed = targets.filter((target) => params.bool(`allow_${target}_chats`))
  if (allowed.length === 0) throw badRequest('At least one chat type must be allowed')
  const { id, expires } = queries.prepared.add({ personId, result, targets: allowed })
  return { id, expiration_date: expires }
}

/** Where a prepared message may be allowed to go. */
const targets = ['user', 'bot', 'group', 'channel'] as const

function resultParam(params: Params): unknown {
  if (!params.text('result')) throw badRequest("Result isn't specified")
  return params.json('result', 'JSON encoded web view query results')
}

export const queryMethods = {
  answerCallbackQuery,
  answerInlineQuery,
  answerWebAppQuery,
  savePreparedInlineMessage,
}
