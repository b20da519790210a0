import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import type { Document, PhotoSize } from '@grammyjs/types'
import sharp from 'sharp'
import { badRequest } from './errors.ts'
import type { Upload } from './multipart.ts'
import type { StoredFile, World } from './world.ts'

/** https://core.telegram.org/bots/api#sendphoto and #sending-files */
const MAX_PHOTO = 10 * 1024 * 1024
const MAX_PHOTO_SIDES = 10_000
const MAX_PHOTO_RATIO = 20
const MAX_PHOTO_BY_URL = 5 * 1024 * 1024
const MAX_FILE_BY_URL = 20 * 1024 * 1024
export const MAX_DOWNLOAD = 20 * 1024 * 1024

/** The long sides Telegram makes of a photo, by the letter it calls each. */
const SIZES = [
  ['s', 90],
  ['m', 320],
  ['x', 800],
  ['y', 1280],
] as const
const SIZE_QUALITY = 85

/** What a send method's `photo` or `document` was: an upload, a file id, or an address to fetch. */
export type FileInput = Upload | string

/** The sizes of a photo to send, smallest first; stored when new, found again when the same picture comes twice. */
export async function photoFrom(world: World, input: FileInput): Promise<PhotoSize[]> {
  if (typeof input === 'string' && !input.includes('.'))
    return sizesOf(world, fileById(world, input, 'photo'))
  const upload = typeof input === 'string' ? await fetched(input, MAX_PHOTO_BY_URL, /^image\//) : input
  if (upload.data.length === 0) throw badRequest('File must be non-empty')
  if (upload.data.length > MAX_PHOTO)
    throw badRequest(
      `File of size ${upload.data.length} bytes is too big for a photo; the maximum size is ${MAX_PHOTO} bytes`,
    )
  return storePhoto(world, upload.data)
}

/** A photo that an inline result names by its address: JPEG alone (https://core.telegram.org/bots/api#inlinequeryresultphoto). */
export async function photoByUrl(world: World, url: string): Promise<PhotoSize[]> {
  const { data } = await fetched(url, MAX_PHOTO_BY_URL, /^image\/jpe?g\b/)
  if (data[0] !== 0xff || data[1] !== 0xd8) throw badRequest('WEBPAGE_MEDIA_EMPTY')
  return storePhoto(world, data)
}

export async function documentFrom(world: World, input: FileInput): Promise<Document> {
  if (typeof input === 'string' && !input.includes('.')) return documentOf(fileById(world, input, 'document'))
  const upload = typeof input === 'string' ? await fetched(input, MAX_FILE_BY_URL) : input
  if (upload.data.length === 0) throw badRequest('File must be non-empty')
  const unique = digest('document', upload.data, upload.filename)
  const known = world.files.get(`BQAC${unique}`)
  if (known) return documentOf(known)
  const extension = /^\.[a-z0-9]{1,8}$/i.exec(extname(upload.filename))?.[0] ?? ''
  const file: StoredFile = {
    file_id: `BQAC${unique}`,
    file_unique_id: `AgAD${unique.slice(0, 11)}`,
    kind: 'document',
    path: `documents/file_${numberOf(world)}${extension}`,
    size: upload.data.length,
    mime: upload.contentType,
    name: upload.filename,
  }
  await save(world, file, upload.data)
  return documentOf(file)
}

/** @throws the Bot API's errors for an id that is none, or of a file of another kind */
export function fileById(world: World, fileId: string, as?: StoredFile['kind']): StoredFile {
  const file = world.files.get(fileId)
  if (!file)
    throw badRequest("Wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
  if (as && file.kind !== as) {
    const name = (kind: string): string => (kind === 'photo' ? 'Photo' : 'Document')
    throw badRequest(`Can't use file of type ${name(file.kind)} as ${name(as)}`)
  }
  return file
}

export const pathOf = (world: World, file: StoredFile): string => join(world.filesDir, file.path)

function sizesOf(world: World, file: StoredFile): PhotoSize[] {
  return (file.sizes ?? []).map((id) => {
    const { file_id, file_unique_id, width = 0, height = 0, size } = world.files.get(id) as StoredFile
    return { file_id, file_unique_id, width, height, file_size: size }
  })
}

function documentOf({ file_id, file_unique_id, name, mime, size }: StoredFile): Document {
  return { file_id, file_unique_id, ...(name && { file_name: name }), mime_type: mime, file_size: size }
}

async function storePhoto(world: World, data: Buffer): Promise<PhotoSize[]> {
  const unique = digest('photo', data)
  const known = SIZES.map(([letter]) => world.files.get(photoId(unique, letter))).find(
    (file) => file !== undefined,
  )
  if (known) return sizesOf(world, known)

  const picture = sharp(data, { limitInputPixels: MAX_PHOTO_SIDES ** 2 })
  const { width, height, format } = await picture.metadata().catch(() => {
    throw badRequest('IMAGE_PROCESS_FAILED')
  })
  if (!format || format === 'svg') throw badRequest('IMAGE_PROCESS_FAILED')
  if (width + height > MAX_PHOTO_SIDES || Math.max(width, height) > MAX_PHOTO_RATIO * Math.min(width, height))
    throw badRequest('PHOTO_INVALID_DIMENSIONS')

  // One full decode; the smaller sizes are made of the largest. Telegram keeps JPEG only and drops what EXIF says.
  const wanted = SIZES.filter((_, i) => (SIZES[i - 1]?.[1] ?? 0) < Math.max(width, height))
  const largest = wanted.at(-1)?.[1] ?? 90
  const base = await picture
    .autoOrient()
    .flatten({ background: 'white' })
    .resize(largest, largest, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw badRequest('IMAGE_PROCESS_FAILED')
    })
  const { width: fullWidth, height: fullHeight, channels } = base.info
  const made = await Promise.all(
    wanted.map(async ([letter, side]) => {
      const { data: bytes, info } = await sharp(base.data, {
        raw: { width: fullWidth, height: fullHeight, channels },
      })
        .resize(side, side, { fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality: SIZE_QUALITY })
        .toBuffer({ resolveWithObject: true })
      return { letter, bytes, info }
    }),
  )
  const sizes = made.map(({ letter }) => photoId(unique, letter))
  for (const { letter, bytes, info } of made)
    await save(
      world,
      {
        file_id: photoId(unique, letter),
        file_unique_id: `AQAD${unique.slice(0, 10)}${letter}`,
        kind: 'photo',
        path: `photos/file_${numberOf(world)}.jpg`,
        size: bytes.length,
        mime: 'image/jpeg',
        width: info.width,
        height: info.height,
        sizes,
      },
      bytes,
    )
  return sizesOf(world, world.files.get(sizes[0] as string) as StoredFile)
}

async function fetched(url: string, limit: number, type?: RegExp): Promise<Upload> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw badRequest('Wrong HTTP URL specified')
  const failed = badRequest('Failed to get HTTP URL content')
  const response = await fetch(url, { signal: AbortSignal.timeout(20_000) }).catch(() => {
    throw failed
  })
  if (!response.ok) throw failed
  const contentType = response.headers.get('content-type') ?? 'application/octet-stream'
  if (type && !type.test(contentType)) throw badRequest('Wrong type of the web page content')
  const data = Buffer.from(await response.arrayBuffer())
  if (data.length > limit) throw failed
  return {
    field: '',
    filename: decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? ''),
    contentType,
    data,
  }
}

async function save(world: World, file: StoredFile, data: Buffer): Promise<void> {
  const path = pathOf(world, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.part`, data)
  await rename(`${path}.part`, path)
  world.files.set(file.file_id, file)
}

function numberOf(world: World): number {
  const next = (world.counters.get('files') ?? 0) + 1
  world.counters.set('files', next)
  return next
}

const photoId = (unique: string, letter: string): string => `AgAC${unique}${letter}`

function digest(kind: string, data: Buffer, name = ''): string {
  return createHash('sha256').update(`${kind}\0${name}\0`).update(data).digest('base64url')
}
