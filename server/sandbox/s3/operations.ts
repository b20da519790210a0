import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { isNotModified, requestedRange } from './conditions.ts'
import { S3Error } from './errors.ts'
import type { ObjectStore } from './objects.ts'
import { declaredLength, receive } from './payload.ts'
import { encode } from './signature.ts'
import type { Target } from './target.ts'
import { xmlDocument } from './xml.ts'

export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  target: Target
  store: ObjectStore
}

const keptHeaders =
  /^(content-type|cache-control|content-disposition|content-encoding|content-language|expires|x-amz-meta-.*)$/

export async function putObject(exchange: Exchange, payloadHash: string): Promise<void> {
  const { request, response, target, store } = exchange
  for (const name of ['x-amz-copy-source', 'if-match', 'if-none-match'])
    if (request.headers[name] !== undefined) throw new S3Error('NotImplemented', undefined, { Header: name })
  declaredLength(request)
  if (request.headers.expect !== undefined) response.writeContinue()
  const upload = await store.begin()
  try {
    const etag = `"${await receive(request, target, payloadHash, upload)}"`
    const headers = Object.entries(request.headers).filter(([name]) => keptHeaders.test(name))
    await upload.commit(target.key, {
      etag,
      headers: {
        'content-type': 'binary/octet-stream',
        ...(Object.fromEntries(headers) as Record<string, string>),
      },
    })
    response.setHeader('ETag', etag).end()
  } catch (error) {
    await upload.abort()
    throw error
  }
}

/** GET and HEAD. */
export async function getObject({ request, response, target, store }: Exchange): Promise<void> {
  const object = await store.open(target.key)
  if (!object) throw new S3Error('NoSuchKey', undefined, { Key: target.key })
  const { file, size, etag, lastModified, headers } = object
  try {
    const unchanged = isNotModified(request, object)
    const range = unchanged ? undefined : requestedRange(request, object)
    response.setHeader('ETag', etag).setHeader('Last-Modified', lastModified.toUTCString())
    if (headers['cache-control']) response.setHeader('Cache-Control', headers['cache-control'])
    if (unchanged) {
      response.writeHead(304).end()
      return
    }
    const { start, end } = range ?? { start: 0, end: size - 1 }
    if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`)
    response.writeHead(range ? 206 : 200, {
      ...headers,
      'accept-ranges': 'bytes',
      'content-length': end - start + 1,
    })
    if (request.method === 'HEAD' || size === 0) response.end()
    else await pipeline(file.createReadStream({ start, end, autoClose: false }), response)
  } finally {
    await file.close()
  }
}

export async function deleteObject({ response, target, store }: Exchange): Promise<void> {
  await store.delete(target.key)
  response.writeHead(204).end()
}

/** ListObjectsV2; the continuation token is the last key, in base64 so that nobody builds on that. */
export async function listObjects({ response, target, store }: Exchange): Promise<void> {
  const parameter = (name: string) => target.query.find(([each]) => each === name)?.[1]
  if (parameter('list-type') !== '2' || parameter('delimiter')) throw new S3Error('NotImplemented')
  const prefix = parameter('prefix') ?? ''
  const token = parameter('continuation-token')
  const after =
    token === undefined ? (parameter('start-after') ?? '') : Buffer.from(token, 'base64url').toString()
  const maxKeys = parameter('max-keys') ?? '1000'
  if (!/^\d{1,9}$/.test(maxKeys))
    throw new S3Error('InvalidArgument', undefined, { ArgumentName: 'max-keys' })
  const limit = Math.min(Number(maxKeys), 1000)
  const found = await store.list(prefix, after, limit + 1)
  const page = found.slice(0, limit)
  const truncated = limit > 0 && found.length > limit
  const encoding = parameter('encoding-type')
  const written = (key: string) => (encoding === 'url' ? encode(key).replaceAll('%2F', '/') : key)
  response.setHeader('Content-Type', 'application/xml').end(
    xmlDocument('ListBucketResult', {
      Name: target.bucket,
      Prefix: written(prefix),
      KeyCount: page.length,
      MaxKeys: limit,
      EncodingType: encoding,
      IsTruncated: truncated,
      ContinuationToken: token,
      NextContinuationToken: truncated
        ? Buffer.from(page.at(-1)?.key ?? '').toString('base64url')
        : undefined,
      Contents: page.map(({ key, etag, size, lastModified }) => ({
        Key: written(key),
        LastModified: lastModified.toISOString(),
        ETag: etag,
        Size: size,
        StorageClass: 'STANDARD',
      })),
    }),
  )
}
