import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { authenticate, type Credentials } from './authenticate.ts'
import { allowOrigin, preflight } from './cors.ts'
import { S3Error } from './errors.ts'
import { createObjectStore, type ObjectStore } from './objects.ts'
import { deleteObject, type Exchange, getObject, listObjects, putObject } from './operations.ts'
import { parseTarget } from './target.ts'
import { xmlDocument } from './xml.ts'

interface Options extends Credentials {
  /** 0 takes a free one. */
  port: number
  dataDir: string
  bucket: string
  /** Keys that anybody may read, as a bucket policy would allow; `public/` when absent. */
  publicPrefixes?: string[]
  /** Hears of faults of the server's own, never of refused requests. */
  log?: (line: string) => void
}

/**
 * Starts a small path-style S3 with one bucket on 127.0.0.1: presigned and header-signed PUT, GET, HEAD,
 * DELETE and ListObjectsV2, with S3's own checks and error answers. Whatever else a request asks for is
 * refused with NotImplemented rather than ignored.
 * @throws {Error} when the port is taken
 */
export async function startS3(options: Options): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const store = await createObjectStore(options.dataDir)
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    void answer(request, response, store, options)
  }
  // A quarter of an hour for one upload over a poor connection.
  const server = createServer({ requestTimeout: 15 * 60_000 }, handle)
  // Node would invite the body of a request that is then refused.
  server.on('checkContinue', handle)
  server.on('clientError', refuseUnreadable)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve)
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${options.port} is taken: set S3_PORT to another one for the embedded S3.`)
  })
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  store: ObjectStore,
  options: Options,
): Promise<void> {
  const requestId = randomBytes(8).toString('hex').toUpperCase()
  response.setHeader('x-amz-request-id', requestId).setHeader('Server', 'VodiyBozorS3')
  allowOrigin(request, response)
  try {
    await route(request, response, store, options)
  } catch (error) {
    const gone = request.destroyed || response.destroyed
    if (!(error instanceof S3Error) && !gone)
      options.log?.(
        `S3 ${request.method} ${request.url} failed: ${error instanceof Error ? error.stack : error}`,
      )
    refuse(request, response, error instanceof S3Error ? error : new S3Error('InternalError'), requestId)
  }
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  store: ObjectStore,
  options: Options,
): Promise<void> {
  if (request.method === 'OPTIONS') return preflight(request, response)
  const target = parseTarget(request.url ?? '')
  const payloadHash = authenticate(request, target, options)
  if (payloadHash === undefined && !isPublic(request, target.bucket, target.key, options))
    throw new S3Error('AccessDenied')
  if (target.bucket === '') throw new S3Error('NotImplemented')
  if (target.bucket !== options.bucket)
    throw new S3Error('NoSuchBucket', undefined, { BucketName: target.bucket })
  const unknown = target.query.find(([name]) => !isKnown(name, target.key === ''))
  if (unknown) throw new S3Error('NotImplemented', undefined, { Parameter: unknown[0] })
  const exchange: Exchange = { request, response, target, store }
  if (target.key === '') {
    if (request.method === 'GET') return listObjects(exchange)
    if (request.method === 'HEAD') return void response.end()
  } else {
    if (request.method === 'GET' || request.method === 'HEAD') return getObject(exchange)
    if (request.method === 'PUT') return putObject(exchange, payloadHash ?? '')
    if (request.method === 'DELETE') return deleteObject(exchange)
  }
  throw new S3Error('MethodNotAllowed', undefined, { Method: request.method ?? '' })
}

function isPublic({ method }: IncomingMessage, bucket: string, key: string, options: Options): boolean {
  const { publicPrefixes = ['public/'] } = options
  const reads = method === 'GET' || method === 'HEAD'
  return reads && bucket === options.bucket && publicPrefixes.some((prefix) => key.startsWith(prefix))
}

const listParameters =
  /^(list-type|prefix|continuation-token|start-after|max-keys|encoding-type|delimiter|fetch-owner)$/

/** Sub-resources (`?acl`, `?uploads` …) must not be taken for the object itself. */
const isKnown = (name: string, onBucket: boolean) =>
  name === 'x-id' || /^x-amz-/i.test(name) || (onBucket && listParameters.test(name))

function refuse(request: IncomingMessage, response: ServerResponse, error: S3Error, requestId: string): void {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const body = errorDocument(error, { Resource: request.url?.split('?')[0] ?? '', RequestId: requestId })
  if (error.code === 'InvalidRange')
    response.setHeader('Content-Range', `bytes */${error.details.ActualObjectSize}`)
  response.writeHead(error.status, {
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}

const errorDocument = (error: S3Error, about: { Resource?: string; RequestId: string }) =>
  xmlDocument('Error', { Code: error.code, Message: error.message, ...error.details, ...about })

/** What is not HTTP, and a body that ended before its Content-Length, reach no handler. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  const code = error.code === 'HPE_INVALID_EOF_STATE' ? 'IncompleteBody' : 'BadRequest'
  const refusal = new S3Error(
    code,
    code === 'BadRequest' ? 'An error occurred when parsing the HTTP request.' : undefined,
  )
  const body = errorDocument(refusal, { RequestId: randomBytes(8).toString('hex').toUpperCase() })
  if (!socket.writable) return
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: application/xml\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
