import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { crc32 } from 'node:zlib'
import { S3Error } from './errors.ts'
import type { Upload } from './objects.ts'
import type { Target } from './target.ts'

/** S3's limit for one PUT, 5 GiB. */
const maxSize = 5 * 1024 ** 3

/** The length a PUT declares; S3 does not take a body of unknown length. */
export function declaredLength(request: IncomingMessage): number {
  const length = request.headers['content-length']
  if (length === undefined) throw new S3Error('MissingContentLength')
  if (Number(length) > maxSize)
    throw new S3Error('EntityTooLarge', undefined, { ProposedSize: length, MaxSizeAllowed: String(maxSize) })
  return Number(length)
}

/**
 * Copies the body into the upload and holds it against every hash the client gave.
 * @returns the body's MD5 in hex, which is S3's ETag
 */
export async function receive(
  request: IncomingMessage,
  target: Target,
  payloadHash: string,
  upload: Upload,
): Promise<string> {
  const expected = expectations(request, target, payloadHash)
  const md5 = createHash('md5')
  for await (const chunk of request as AsyncIterable<Buffer>) {
    md5.update(chunk)
    for (const { digest } of expected) digest.update(chunk)
    await upload.write(chunk)
  }
  for (const { digest, value, encoding, code } of expected)
    if (digest.digest(encoding) !== value) throw new S3Error(code)
  return md5.digest('hex')
}

interface Digest {
  update(chunk: Buffer): unknown
  digest(encoding: 'hex' | 'base64'): string
}

interface Expectation {
  digest: Digest
  value: string
  encoding: 'hex' | 'base64'
  code: 'XAmzContentSHA256Mismatch' | 'BadDigest'
}

function expectations(request: IncomingMessage, target: Target, payloadHash: string): Expectation[] {
  // The STREAMING-… values announce bodies cut into signed chunks.
  if (payloadHash.startsWith('STREAMING-')) throw new S3Error('NotImplemented')
  const list = checksums(request, target).map(
    ([name, value]): Expectation => ({
      digest: digestFor(name),
      value,
      encoding: 'base64',
      code: 'BadDigest',
    }),
  )
  if (payloadHash !== 'UNSIGNED-PAYLOAD')
    list.push({
      digest: createHash('sha256'),
      value: payloadHash,
      encoding: 'hex',
      code: 'XAmzContentSHA256Mismatch',
    })
  return list
}

/** Given as headers or, by a presigner that was not told better, fixed in the URL. */
function checksums(request: IncomingMessage, target: Target): [name: string, value: string][] {
  const given: [string, string][] = [
    ...Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...target.query,
  ]
  return given
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .filter(([name]) => name === 'content-md5' || /^x-amz-checksum-(?!mode|algorithm|type)/.test(name))
}

function digestFor(name: string): Digest {
  if (name === 'content-md5') return createHash('md5')
  if (name === 'x-amz-checksum-sha1') return createHash('sha1')
  if (name === 'x-amz-checksum-sha256') return createHash('sha256')
  if (name === 'x-amz-checksum-crc32') return crc32Digest()
  throw new S3Error('NotImplemented')
}

function crc32Digest(): Digest {
  const bytes = Buffer.alloc(4)
  return {
    update: (chunk) => bytes.writeUInt32BE(crc32(chunk, bytes.readUInt32BE())),
    digest: (encoding) => bytes.toString(encoding),
  }
}
