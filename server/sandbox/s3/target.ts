import { S3Error } from './errors.ts'

/** What a path-style request addresses. */
export interface Target {
  /** Decoded, as it is signed. */
  path: string
  bucket: string
  /** Decoded; empty for the bucket itself. */
  key: string
  query: [name: string, value: string][]
}

/**
 * Reads `/bucket/key?query` from the raw request line. Not with `URL`, which resolves `..` and turns
 * backslashes into slashes: a key is a name and not a path, and the signature covers it as sent.
 */
export function parseTarget(raw: string): Target {
  const [rawPath = '', ...rest] = raw.split('?')
  const path = decode(rawPath)
  if (!path.startsWith('/')) throw new S3Error('InvalidURI')
  const [bucket = '', ...names] = path.slice(1).split('/')
  const key = names.join('/')
  if (Buffer.byteLength(key) > 1024) throw new S3Error('KeyTooLongError')
  if (climbsOut(key)) throw new S3Error('InvalidURI')
  const query = rest
    .join('?')
    .split('&')
    .filter(Boolean)
    .map((pair): [string, string] => {
      const [name = '', ...value] = pair.split('=')
      return [decode(name), decode(value.join('='))]
    })
  return { path, bucket, key, query }
}

/**
 * S3's rule: read from the left, a key may never have more `..` than names before them.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 */
function climbsOut(key: string): boolean {
  let depth = 0
  for (const name of key.split('/')) {
    depth += name === '..' ? -1 : 1
    if (depth < 0) return true
  }
  return false
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error('InvalidURI')
  }
}
