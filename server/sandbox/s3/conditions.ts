import type { IncomingMessage } from 'node:http'
import { S3Error } from './errors.ts'
import type { StoredObject } from './objects.ts'

/**
 * Conditional reads, in the order of RFC 9110 §13.2.2.
 * @returns whether the client's copy is still good (304)
 * @throws {S3Error} PreconditionFailed
 */
export function isNotModified({ headers }: IncomingMessage, { etag, lastModified }: StoredObject): boolean {
  // HTTP dates have whole seconds.
  const modified = Math.floor(lastModified.getTime() / 1000) * 1000
  const since = (name: 'if-unmodified-since' | 'if-modified-since') => Date.parse(headers[name] ?? '')
  if (headers['if-match'] !== undefined) {
    if (!includesTag(headers['if-match'], etag))
      throw new S3Error('PreconditionFailed', undefined, { Condition: 'If-Match' })
  } else if (modified > since('if-unmodified-since'))
    throw new S3Error('PreconditionFailed', undefined, { Condition: 'If-Unmodified-Since' })
  if (headers['if-none-match'] !== undefined) return includesTag(headers['if-none-match'], etag)
  return modified <= since('if-modified-since')
}

const includesTag = (list: string, etag: string) =>
  list.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)

/** First and last byte, both included. */
export interface Range {
  start: number
  end: number
}

/**
 * The one range S3 serves. What is not understood is ignored, as RFC 9110 §14.2 asks.
 * @throws {S3Error} InvalidRange when it begins past the end
 */
export function requestedRange(
  { headers }: IncomingMessage,
  { size, etag }: StoredObject,
): Range | undefined {
  const { range } = headers
  if (range === undefined || (headers['if-range'] ?? etag) !== etag) return undefined
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? []
  if (!first && !last) return undefined
  const start = first ? Number(first) : Math.max(0, size - Number(last))
  const end = first && last ? Math.min(Number(last), size - 1) : size - 1
  if (start >= size)
    throw new S3Error('InvalidRange', undefined, { RangeRequested: range, ActualObjectSize: String(size) })
  if (first && last && Number(last) < Number(first)) return undefined
  return { start, end }
}
