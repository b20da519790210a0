import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { S3Error, type S3ErrorCode } from './errors.ts'
import { type SignedParts, sign } from './signature.ts'
import type { Target } from './target.ts'

export interface Credentials {
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** What a request claims about its signature, from the header or from the query. */
interface Claim {
  credential: string
  dateTime: string
  signedHeaders: string[]
  signature: string
  payloadHash: string
  query: SignedParts['query']
  /** What S3 calls a claim of this kind that makes no sense. */
  malformed: S3ErrorCode
}

const maxSkew = 15 * 60_000
const week = 7 * 24 * 3600

/**
 * Verifies the signature in the Authorization header or the query.
 * @returns the hash the body must have, `UNSIGNED-PAYLOAD`, or undefined for an anonymous request
 */
export function authenticate(
  request: IncomingMessage,
  target: Target,
  credentials: Credentials,
  now = new Date(),
): string | undefined {
  const inQuery = target.query.some(([name]) => name === 'X-Amz-Algorithm' || name === 'X-Amz-Signature')
  const { authorization } = request.headers
  if (inQuery && authorization !== undefined)
    throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed')
  if (!inQuery && authorization === undefined) return undefined
  const claim = inQuery
    ? claimOfQuery(request, target, now)
    : claimOfHeader(request, target, authorization as string, now)
  checkScope(claim, credentials)
  checkSignedHeaders(request, claim)
  checkSignature(request, target, claim, credentials)
  return claim.payloadHash
}

function claimOfQuery(request: IncomingMessage, target: Target, now: Date): Claim {
  const malformed = 'AuthorizationQueryParametersError'
  const parameter = (name: string) => {
    const values = target.query.filter(([each]) => each === name)
    const value = values[0]?.[1]
    if (values.length !== 1 || !value)
      throw new S3Error(malformed, `Query-string authentication version 4 requires ${name}, once.`)
    return value
  }
  if (parameter('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256')
    throw new S3Error(malformed, 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"')
  const dateTime = parameter('X-Amz-Date')
  checkExpiry(dateTime, parameter('X-Amz-Expires'), now)
  return {
    credential: parameter('X-Amz-Credential'),
    dateTime,
    signedHeaders: parameter('X-Amz-SignedHeaders').split(';'),
    signature: parameter('X-Amz-Signature'),
    payloadHash:
      header(request, 'x-amz-content-sha256') ??
      target.query.find(([name]) => name === 'X-Amz-Content-Sha256')?.[1] ??
      'UNSIGNED-PAYLOAD',
    query: target.query.filter(([name]) => name !== 'X-Amz-Signature'),
    malformed,
  }
}

function checkExpiry(dateTime: string, expires: string, now: Date): void {
  const start = parseDateTime(dateTime)
  const seconds = Number(expires)
  const malformed = 'AuthorizationQueryParametersError'
  if (start === undefined) throw new S3Error(malformed, 'X-Amz-Date must be in the ISO8601 Long Format')
  if (!/^\d+$/.test(expires)) throw new S3Error(malformed, 'X-Amz-Expires should be a number')
  if (seconds > week)
    throw new S3Error(malformed, `X-Amz-Expires must be less than a week (in seconds); that is, ${week}`)
  if (start > now.getTime() + maxSkew) throw new S3Error('AccessDenied', 'Request is not valid yet')
  const end = new Date(start + seconds * 1000)
  if (now > end)
    throw new S3Error('AccessDenied', 'Request has expired', {
      'X-Amz-Expires': expires,
      Expires: end.toISOString(),
      ServerTime: now.toISOString(),
    })
}

function claimOfHeader(request: IncomingMessage, target: Target, authorization: string, now: Date): Claim {
  const malformed = 'AuthorizationHeaderMalformed'
  const [, credential, signedHeaders, signature] =
    /^AWS4-HMAC-SHA256 +Credential=([^, ]+), *SignedHeaders=([^, ]+), *Signature=([^, ]+)$/.exec(
      authorization,
    ) ?? []
  if (!credential || !signedHeaders || !signature) throw new S3Error(malformed)
  const dateTime = header(request, 'x-amz-date') ?? ''
  const sent = parseDateTime(dateTime)
  if (sent === undefined)
    throw new S3Error('AccessDenied', 'AWS authentication requires a valid Date or x-amz-date header')
  if (Math.abs(sent - now.getTime()) > maxSkew)
    throw new S3Error('RequestTimeTooSkewed', undefined, {
      RequestTime: dateTime,
      ServerTime: now.toISOString(),
      MaxAllowedSkewMilliseconds: String(maxSkew),
    })
  const payloadHash = header(request, 'x-amz-content-sha256')
  if (payloadHash === undefined)
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256')
  return {
    credential,
    dateTime,
    signedHeaders: signedHeaders.split(';'),
    signature,
    payloadHash,
    query: target.query,
    malformed,
  }
}

function checkScope({ credential, dateTime, malformed }: Claim, credentials: Credentials): void {
  const [accessKeyId, date, region, service, version, ...rest] = credential.split('/')
  if (service !== 's3' || version !== 'aws4_request' || rest.length > 0 || date !== dateTime.slice(0, 8))
    throw new S3Error(
      malformed,
      'The credential must be <key>/<the request’s date>/<region>/s3/aws4_request.',
    )
  if (region !== credentials.region)
    throw new S3Error(malformed, `The region '${region}' is wrong; expecting '${credentials.region}'`, {
      Region: credentials.region,
    })
  if (accessKeyId !== credentials.accessKeyId)
    throw new S3Error('InvalidAccessKeyId', undefined, { AWSAccessKeyId: accessKeyId ?? '' })
}

/** The host and everything that steers S3 must be signed, or it could be added to somebody's signature. */
function checkSignedHeaders(request: IncomingMessage, { signedHeaders }: Claim): void {
  const mustBeSigned = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))]
  const missing = mustBeSigned.filter((name) => !signedHeaders.includes(name))
  if (missing.length > 0)
    throw new S3Error('AccessDenied', 'There were headers present in the request which were not signed', {
      HeadersNotSigned: missing.join(', '),
    })
}

/** A signed header that is absent counts as empty, so leaving out a signed Content-Type fails here too. */
function checkSignature(
  request: IncomingMessage,
  target: Target,
  claim: Claim,
  credentials: Credentials,
): void {
  const parts: SignedParts = {
    method: request.method ?? '',
    path: target.path,
    query: claim.query,
    headers: claim.signedHeaders.map((name) => [name, header(request, name) ?? '']),
    payloadHash: claim.payloadHash,
  }
  const expected = sign(
    parts,
    { dateTime: claim.dateTime, region: credentials.region },
    credentials.secretAccessKey,
  )
  const given = Buffer.from(claim.signature)
  const right = Buffer.from(expected.signature)
  if (given.length !== right.length || !timingSafeEqual(given, right))
    throw new S3Error('SignatureDoesNotMatch', undefined, {
      AWSAccessKeyId: credentials.accessKeyId,
      StringToSign: expected.stringToSign,
      SignatureProvided: claim.signature,
      CanonicalRequest: expected.canonicalRequest,
    })
}

/** All values of a header as they are signed. */
const header = (request: IncomingMessage, name: string) => request.headersDistinct[name]?.join(',')

/** Milliseconds of `20130524T000000Z`. */
function parseDateTime(text: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second] = match
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(time) ? undefined : time
}
