import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'

/** Where photos are kept: any S3. Keys are plain, without a leading slash; lengths are bytes. */
export interface Storage {
  /**
   * A URL to which a browser sends one PUT with exactly this `Content-Type` header and this many bytes;
   * storage refuses anything else (403), also after the URL has expired.
   */
  presignPut(o: {
    key: string
    contentType: string
    contentLength: number
    expiresInSeconds: number
  }): Promise<string>
  /** undefined when there is no such object. */
  head(key: string): Promise<{ contentLength: number; contentType: string | undefined } | undefined>
  /**
   * @throws {ObjectNotFoundError}
   * @throws {ObjectTooLargeError} before reading more than `maxBytes`
   */
  get(key: string, o?: { maxBytes?: number }): Promise<Uint8Array>
  put(key: string, body: Uint8Array, o: { contentType: string; cacheControl?: string }): Promise<void>
  /** Nothing happens when there is no such object. */
  delete(key: string): Promise<void>
  /** All objects whose keys start with `prefix`, fetched page by page. */
  list(prefix: string): AsyncIterable<{ key: string; lastModified: Date }>
  /** Where everybody can read an object below `public/`. */
  publicUrl(key: string): string
}

export class ObjectNotFoundError extends Error {}
export class ObjectTooLargeError extends Error {}

/** @param config.publicUrl what comes before a key in public URLs, without a trailing slash */
export function createStorage(config: {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  publicUrl: string
}): Storage {
  const Bucket = config.bucket
  const client = new S3Client({
    endpoint: config.endpoint,
    region: config.region,
    credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
    forcePathStyle: true,
    // By default the presigner would fix the checksum of an empty body in every URL.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true },
  })
  return {
    presignPut: ({ key, contentType, contentLength, expiresInSeconds }) =>
      getSignedUrl(
        client,
        new PutObjectCommand({ Bucket, Key: key, ContentType: contentType, ContentLength: contentLength }),
        {
          expiresIn: expiresInSeconds,
          // Unsigned, they would only be a suggestion.
          signableHeaders: new Set(['content-type', 'content-length', 'host']),
        },
      ),
    async head(key) {
      try {
        const { ContentLength = 0, ContentType } = await client.send(
          new HeadObjectCommand({ Bucket, Key: key }),
        )
        return { contentLength: ContentLength, contentType: ContentType }
      } catch (error) {
        if (error instanceof NotFound) return undefined
        throw error
      }
    },
    async get(key, { maxBytes = Number.POSITIVE_INFINITY } = {}) {
      const abort = new AbortController()
      const { Body, ContentLength = Number.POSITIVE_INFINITY } = await client
        .send(new GetObjectCommand({ Bucket, Key: key }), { abortSignal: abort.signal })
        .catch((error) => {
          throw error instanceof NoSuchKey ? new ObjectNotFoundError(key, { cause: error }) : error
        })
      if (ContentLength > maxBytes) {
        abort.abort()
        throw new ObjectTooLargeError(`${key} has ${ContentLength} bytes, more than ${maxBytes}`)
      }
      if (!Body) throw new ObjectNotFoundError(key)
      return Body.transformToByteArray()
    },
    async put(key, body, { contentType, cacheControl }) {
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key: key,
          Body: body,
          ContentType: contentType,
          CacheControl: cacheControl,
        }),
      )
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: key }))
    },
    async *list(prefix) {
      // Encoded, because XML cannot hold every character that a key can.
      const pages = paginateListObjectsV2({ client }, { Bucket, Prefix: prefix, EncodingType: 'url' })
      for await (const { Contents = [] } of pages)
        for (const { Key, LastModified } of Contents)
          if (Key !== undefined && LastModified) yield { key: decodeKey(Key), lastModified: LastModified }
    },
    publicUrl: (key) => `${config.publicUrl}/${key.split('/').map(encodeURIComponent).join('/')}`,
  }
}

const decodeKey = (key: string) => decodeURIComponent(key.replaceAll('+', ' '))
