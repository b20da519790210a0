import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { BotApiError, badRequest } from './errors.ts'
import type { Upload } from './multipart.ts'
import { readMultipart, TooLargeError } from './multipart.ts'
import { valuesOf } from './params.ts'

export interface Body {
  values: Map<string, string>
  files: Map<string, Upload>
  uploads: Upload[]
  /** The whole body when it was JSON. */
  json?: Record<string, unknown>
}

const MAX_PLAIN_BODY = 4 * 1024 * 1024

/** A request's arguments from its query and its body, JSON, form or multipart, as the Bot API takes them. */
export async function readBody(request: IncomingMessage, query: URLSearchParams): Promise<Body> {
  const body: Body = { values: new Map(query), files: new Map(), uploads: [] }
  const type = request.headers['content-type'] ?? ''
  try {
    if (/^multipart\/form-data/i.test(type)) {
      const form = await readMultipart(request, type)
      for (const [name, value] of form.fields) body.values.set(name, value)
      return { ...body, files: form.files, uploads: form.uploads }
    }
    const text = await readText(request, MAX_PLAIN_BODY)
    if (/^application\/json/i.test(type) && text) {
      const parsed: unknown = JSON.parse(text)
      if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('no object')
      body.json = parsed as Record<string, unknown>
      for (const [name, value] of valuesOf(body.json)) body.values.set(name, value)
    } else if (/^application\/x-www-form-urlencoded/i.test(type))
      for (const [name, value] of new URLSearchParams(text)) body.values.set(name, value)
    return body
  } catch (error) {
    if (error instanceof TooLargeError) throw new BotApiError(413, 'Request Entity Too Large')
    throw badRequest("can't parse the request body")
  }
}

async function readText(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > limit) throw new TooLargeError()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length).toString()
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body)
  response
    .writeHead(status, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(text),
      ...headers,
    })
    .end(text)
}

/** Sends a file whole; 404 when there is none, with `absent` as its text or the Bot API's body. */
export async function sendFile(
  response: ServerResponse,
  path: string,
  headers: Record<string, string>,
  absent?: string,
): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile()) {
    response.writeHead(200, { 'Content-Length': found.size, 'X-Content-Type-Options': 'nosniff', ...headers })
    createReadStream(path)
      .on('error', () => response.destroy())
      .pipe(response)
  } else if (absent === undefined) sendJson(response, 404, new BotApiError(404, 'Not Found').toBody())
  else response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end(absent)
}
