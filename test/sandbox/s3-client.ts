import { createHash } from 'node:crypto'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { encode, sign } from '#server/sandbox/s3/signature.ts'

export const credentials = {
  bucket: 'photos',
  region: 'us-east-1',
  accessKeyId: 'KEY',
  secretAccessKey: 'secret',
}

export interface Call {
  method?: string
  /** As it goes over the wire, `/bucket/key?query`. */
  path: string
  headers?: Record<string, string>
  body?: string
}

export interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: string
  /** The error's Code, when there is one. */
  code: string | undefined
}

/** Sends a request exactly as given: `fetch` would tidy the path, the headers and the length. */
export function send(endpoint: string, { method = 'GET', path, headers = {}, body }: Call): Promise<Answer> {
  const { hostname, port } = new URL(endpoint)
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      text(response).then((answer) => {
        const code = /<Code>(\w+)<\/Code>/.exec(answer)?.[1]
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer, code })
      }, reject)
    })
    outgoing.on('error', reject)
    if (body !== undefined && headers['transfer-encoding'] === undefined)
      outgoing.setHeader('content-length', Buffer.byteLength(body))
    outgoing.end(body)
  })
}

/** Writes raw bytes, ends the sending side and returns all that comes back. */
export async function sendRaw(endpoint: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(endpoint)
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
  socket.end(bytes)
  return text(socket)
}

export const dateTime = (date = new Date()) => date.toISOString().replace(/[-:]|\.\d+/g, '')

export interface SignOptions {
  date?: Date
  region?: string
  accessKeyId?: string
  secretAccessKey?: string
  service?: string
}

const credential = (date: string, { region, accessKeyId, service = 's3' }: SignOptions) =>
  `${accessKeyId ?? credentials.accessKeyId}/${date.slice(0, 8)}/${region ?? credentials.region}/${service}/aws4_request`

function parse(path: string) {
  const url = new URL(path, 'http://any')
  return { path: decodeURIComponent(path.split('?')[0] ?? ''), query: [...url.searchParams] }
}

/** The call with an Authorization header that signs its headers and its body. */
export function signed(endpoint: string, call: Call, options: SignOptions = {}): Call {
  const date = dateTime(options.date)
  const payloadHash =
    call.headers?.['x-amz-content-sha256'] ??
    createHash('sha256')
      .update(call.body ?? '')
      .digest('hex')
  const { host } = new URL(endpoint)
  const headers = { host, 'x-amz-date': date, 'x-amz-content-sha256': payloadHash, ...call.headers }
  const entries = Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1))
  const { signature } = sign(
    { ...parse(call.path), method: call.method ?? 'GET', headers: entries, payloadHash },
    { dateTime: date, region: options.region ?? credentials.region },
    options.secretAccessKey ?? credentials.secretAccessKey,
  )
  const names = entries.map(([name]) => name).join(';')
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential(date, options)}, SignedHeaders=${names}, Signature=${signature}`
  return { ...call, headers: { ...headers, authorization } }
}

/** The call with its signature in the query; `extra` parameters are signed with it. */
export function presigned(
  endpoint: string,
  call: Call,
  {
    expires = '60',
    extra = {},
    ...options
  }: SignOptions & { expires?: string; extra?: Record<string, string> } = {},
): Call {
  const date = dateTime(options.date)
  const headers = { host: new URL(endpoint).host, ...call.headers }
  const entries = Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1))
  const parameters = Object.entries({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': credential(date, options),
    'X-Amz-Date': date,
    'X-Amz-Expires': expires,
    'X-Amz-SignedHeaders': entries.map(([name]) => name).join(';'),
    ...extra,
  })
  const { signature } = sign(
    {
      path: parse(call.path).path,
      query: parameters,
      method: call.method ?? 'GET',
      headers: entries,
      payloadHash: 'UNSIGNED-PAYLOAD',
    },
    { dateTime: date, region: options.region ?? credentials.region },
    options.secretAccessKey ?? credentials.secretAccessKey,
  )
  const query = [...parameters, ['X-Amz-Signature', signature]].map(
    ([name = '', value = '']) => `${encode(name)}=${encode(value)}`,
  )
  return { ...call, path: `${call.path}?${query.join('&')}`, headers }
}
