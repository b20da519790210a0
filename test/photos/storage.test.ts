import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createStorage,
  ObjectNotFoundError,
  ObjectTooLargeError,
  type Storage,
} from '#server/photos/storage.ts'
import { startS3 } from '#server/sandbox/s3/server.ts'

type StorageConfig = Parameters<typeof createStorage>[0]
type Start = () => Promise<{ config: StorageConfig; stop(): Promise<void> }>

async function embedded(): ReturnType<Start> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vodiy-bozor-s3-'))
  const config = { region: 'us-east-1', bucket: 'photos', accessKeyId: 'key', secretAccessKey: 'secret/+=' }
  const { endpoint, stop } = await startS3({ ...config, port: 0, dataDir })
  return {
    config: { ...config, endpoint, publicUrl: `${endpoint}/photos` },
    async stop() {
      await stop()
      await rm(dataDir, { recursive: true })
    },
  }
}

/** A real S3, when the environment names one as it would for the board; the bucket's `public/` is readable. */
function real(): Start[] {
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_PUBLIC_URL } =
    process.env
  if (!S3_ENDPOINT) return []
  const config = {
    endpoint: S3_ENDPOINT,
    region: S3_REGION ?? 'us-east-1',
    bucket: S3_BUCKET ?? '',
    accessKeyId: S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: S3_SECRET_ACCESS_KEY ?? '',
    publicUrl: S3_PUBLIC_URL ?? '',
  }
  return [async () => ({ config, stop: async () => {} })]
}

describe.each([embedded, ...real()])('storage on %o', (start) => {
  let server: Awaited<ReturnType<Start>>
  let storage: Storage
  const folder = randomUUID()
  const jpeg = { contentType: 'image/jpeg', contentLength: 5, expiresInSeconds: 60 }

  beforeAll(async () => {
    server = await start()
    storage = createStorage(server.config)
  })
  afterAll(async () => {
    for (const prefix of [`${folder}/`, `public/${folder}/`])
      for await (const { key } of storage.list(prefix)) await storage.delete(key)
    await server.stop()
  })

  const upload = (url: string, body: string, contentType = 'image/jpeg') =>
    fetch(url, { method: 'PUT', body, headers: { 'Content-Type': contentType } })
  const keysBelow = async (prefix: string) => {
    const keys: string[] = []
    for await (const { key } of storage.list(prefix)) keys.push(key)
    return keys
  }

  test('a browser uploads to a presigned URL, and what it sent is there', async () => {
    const key = `${folder}/upload.jpg`
    const response = await upload(await storage.presignPut({ key, ...jpeg }), 'photo')
    expect(response.status).toBe(200)
    expect(await storage.head(key)).toEqual({ contentLength: 5, contentType: 'image/jpeg' })
    expect(Buffer.from(await storage.get(key)).toString()).toBe('photo')
  })

  test.each([
    ['more bytes', 'photos', 'image/jpeg'],
    ['fewer bytes', 'phot', 'image/jpeg'],
    ['another type', 'photo', 'image/png'],
    ['a type with a parameter added', 'photo', 'image/jpeg; charset=utf-8'],
  ])('an upload of %s than was signed is refused and leaves nothing', async (_, body, contentType) => {
    const key = `${folder}/refused.jpg`
    const response = await upload(await storage.presignPut({ key, ...jpeg }), body, contentType)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('<Code>SignatureDoesNotMatch</Code>')
    expect(await storage.head(key)).toBeUndefined()
  })

  test('a presigned URL serves no other key, no other method and no other time', async () => {
    const url = await storage.presignPut({ key: `${folder}/mine.jpg`, ...jpeg, expiresInSeconds: 1 })
    expect((await upload(url.replace('mine.jpg', 'other.jpg'), 'photo')).status).toBe(403)
    expect((await fetch(url)).status).toBe(403)
    expect((await upload(url.replace('X-Amz-Expires=1&', 'X-Amz-Expires=9&'), 'photo')).status).toBe(403)
    await new Promise((resolve) => setTimeout(resolve, 2100))
    const late = await upload(url, 'photo')
    expect(late.status).toBe(403)
    expect(await late.text()).toMatch(/<Code>AccessDenied<\/Code><Message>Request has expired<\/Message>/)
    expect(await storage.head(`${folder}/mine.jpg`)).toBeUndefined()
  })

  test('an object is put, replaced, read and deleted, twice if need be', async () => {
    const key = `${folder}/object`
    const large = new Uint8Array(3_000_000).map((_, i) => i % 251)
    await storage.put(key, new Uint8Array(), { contentType: 'image/png' })
    expect(await storage.head(key)).toEqual({ contentLength: 0, contentType: 'image/png' })
    expect(await storage.get(key)).toEqual(new Uint8Array())
    await storage.put(key, large, { contentType: 'image/webp' })
    expect(Buffer.compare(await storage.get(key), large)).toBe(0)
    await storage.delete(key)
    await storage.delete(key)
    expect(await storage.head(key)).toBeUndefined()
    await expect(storage.get(key)).rejects.toThrow(ObjectNotFoundError)
  })

  test('an object over the caller’s limit is not read', async () => {
    const key = `${folder}/large`
    await storage.put(key, new Uint8Array(2_000_000), { contentType: 'image/webp' })
    await expect(storage.get(key, { maxBytes: 1_999_999 })).rejects.toThrow(ObjectTooLargeError)
    expect(await storage.get(key, { maxBytes: 2_000_000 })).toHaveLength(2_000_000)
  })

  test('names that a path, a URL or XML could misread are just names', async () => {
    const names = [
      'a',
      'a/b',
      'a/b/',
      'A',
      'a b+c%20d',
      'a&<c>"\'',
      'ў/қ',
      '…/..a',
      '*()!',
      `${'long'.repeat(100)}`,
    ]
    for (const name of names)
      await storage.put(`${folder}/names/${name}`, Buffer.from(name), { contentType: 'text/plain' })
    for (const name of names)
      expect(Buffer.from(await storage.get(`${folder}/names/${name}`)).toString()).toBe(name)
    const listed = await keysBelow(`${folder}/names/`)
    expect(listed).toEqual(
      names
        .map((name) => `${folder}/names/${name}`)
        .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    )
  })

  test('a listing holds the keys below its prefix and their times', async () => {
    const before = Date.now() - 60_000
    for (const name of ['1', '2', '3']) await storage.put(`${folder}/list/${name}`, Buffer.from(name), jpeg)
    await storage.put(`${folder}/listed`, Buffer.from('no'), jpeg)
    expect(await keysBelow(`${folder}/list/`)).toEqual(
      ['1', '2', '3'].map((name) => `${folder}/list/${name}`),
    )
    for await (const { lastModified } of storage.list(`${folder}/list/`))
      expect(lastModified.getTime()).toBeGreaterThan(before)
    expect(await keysBelow(`${folder}/nothing/`)).toEqual([])
  })

  test('everybody reads what is public, with its type and cache rule, and nothing else', async () => {
    const key = `public/${folder}/a b.webp`
    const cacheControl = 'public, max-age=31536000, immutable'
    await storage.put(key, Buffer.from('picture'), { contentType: 'image/webp', cacheControl })
    await storage.put(`${folder}/private`, Buffer.from('secret'), { contentType: 'text/plain' })
    const open = await fetch(storage.publicUrl(key))
    expect(await open.text()).toBe('picture')
    expect(open.headers.get('content-type')).toBe('image/webp')
    expect(open.headers.get('cache-control')).toBe(cacheControl)
    expect((await fetch(storage.publicUrl(`${folder}/private`))).status).toBe(403)
  })
})
