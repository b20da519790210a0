import type { IncomingMessage, ServerResponse } from 'node:http'
import { S3Error } from './errors.ts'

const methods = ['GET', 'HEAD', 'PUT']

/** The bucket's one CORS rule: any page may read and, with a signed URL, upload; it sees the ETag. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.origin === undefined) return
  response
    .setHeader('Access-Control-Allow-Origin', '*')
    .setHeader('Access-Control-Expose-Headers', 'ETag')
    .setHeader('Vary', 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method')
}

/** Answers OPTIONS; browsers ask it before a PUT, without a signature. */
export function preflight(request: IncomingMessage, response: ServerResponse): void {
  const { origin, 'access-control-request-method': method } = request.headers
  if (origin === undefined || method === undefined) throw new S3Error('BadRequest')
  if (!methods.includes(method)) throw new S3Error('AccessForbidden', undefined, { Method: method })
  const headers = request.headers['access-control-request-headers']
  if (headers !== undefined) response.setHeader('Access-Control-Allow-Headers', headers)
  response
    .setHeader('Access-Control-Allow-Methods', methods.join(', '))
    .setHeader('Access-Control-Max-Age', 3000)
    .end()
}
