import { createHash, createHmac } from 'node:crypto'

/** The parts of a request that Signature Version 4 covers, decoded. */
export interface SignedParts {
  method: string
  /** Decoded, with its leading slash. */
  path: string
  /** Decoded, without X-Amz-Signature. */
  query: readonly (readonly [name: string, value: string])[]
  /** The headers named by SignedHeaders, in that order. */
  headers: readonly (readonly [name: string, value: string])[]
  /** Hex SHA-256 of the body, or `UNSIGNED-PAYLOAD`. */
  payloadHash: string
}

export interface Scope {
  /** `20130524T000000Z`. */
  dateTime: string
  region: string
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/**
 * Signature Version 4 for S3, which unlike other services encodes the path once only.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 * @returns the hex signature, and what it was made of, for error answers
 */
export function sign(parts: SignedParts, scope: Scope, secretAccessKey: string) {
  const canonicalRequest = [
    parts.method,
    encode(parts.path).replaceAll('%2F', '/'),
    parts.query
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    ...parts.headers.map(([name, value]) => `${name}:${value.trim().replace(/ +/g, ' ')}`),
    '',
    parts.headers.map(([name]) => name).join(';'),
    parts.payloadHash,
  ].join('\n')
  const date = scope.dateTime.slice(0, 8)
  const stringToSign = [
    'AWS4-HMAC-SHA256',
    scope.dateTime,
    `${date}/${scope.region}/s3/aws4_request`,
    sha256(canonicalRequest),
  ].join('\n')
  const key = [date, scope.region, 's3', 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${secretAccessKey}`,
  )
  return { signature: hmac(key, stringToSign).toString('hex'), canonicalRequest, stringToSign }
}

/** RFC 3986: everything but unreserved characters; `encodeURIComponent` leaves five more. */
export const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
