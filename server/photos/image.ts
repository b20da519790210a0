import sharp from 'sharp'
import phashModule from 'sharp-phash'
import { rgbaToThumbHash } from 'thumbhash'
import type { PhotoProblem } from '#shared/errors.ts'
import { limits } from '#shared/limits.ts'
import { type PhotoWidth, photoWidths } from '#shared/photos/files.ts'

/** CommonJS: what Node imports is the function itself, while its types speak of a `default`. */
const perceptualHash = phashModule as unknown as typeof phashModule.default

/** Pixels of the short side below which nobody recognises anything. */
const minSide = 50

/** What is shown of a photo: WebP without metadata, turned upright, long sides of `photoWidths` or less. */
export interface Picture {
  /** Pixels of the largest variant. */
  width: number
  height: number
  variants: { width: PhotoWidth; body: Uint8Array }[]
  /** Base64 of the ThumbHash bytes. */
  thumbhash: string
  /** 64 bits as a string of 0 and 1; a distance of 8 or less is the same picture. */
  phash: string
}

/**
 * Makes everything shown of a photo from the bytes that were uploaded, trusting none of them: the type is
 * told by the bytes, the size is read before a pixel is decoded, and a damaged file is refused, not mended.
 * @returns why the photo is refused, or the picture
 */
export async function makePicture(bytes: Uint8Array): Promise<{ problem: PhotoProblem } | Picture> {
  const problem = await inspect(bytes)
  if (problem) return { problem }
  // One thread a photo: the server shares its cores with the people who browse.
  sharp.concurrency(1)
  const decoded = await decode(bytes).catch(() => undefined)
  return decoded ? render(decoded) : { problem: 'broken' }
}

async function inspect(bytes: Uint8Array): Promise<PhotoProblem | undefined> {
  const type = typeOf(bytes)
  if (type === 'gif') return 'animated'
  if (!type) return 'not_image'
  if (type === 'png' && isAnimatedPng(bytes)) return 'animated'
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (!header || header.format !== type) return 'broken'
  if ((header.pages ?? 1) > 1) return 'animated'
  if (header.width * header.height > limits.photos.pixels) return 'too_many_pixels'
  if (Math.min(header.width, header.height) < minSide) return 'too_small'
  return undefined
}

const [small, , largest] = photoWidths

/** The upright pixels of the largest variant; whatever is transparent becomes white. */
const decode = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: limits.photos.pixels, failOn: 'error' })
    .autoOrient()
    .resize(inside(largest))
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })

/** Everything smaller comes from the pixels of the largest variant, so that a photo is decoded once. */
async function render({ data, info }: Awaited<ReturnType<typeof decode>>): Promise<Picture> {
  const { width, height, channels } = info
  const shrunk = (side: number) => sharp(data, { raw: { width, height, channels } }).resize(inside(side))

  const variants: Picture['variants'] = []
  for (const side of photoWidths)
    variants.push({ width: side, body: await shrunk(side).webp({ quality: 80 }).toBuffer() })
  const tiny = await shrunk(100).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const thumbhash = rgbaToThumbHash(tiny.info.width, tiny.info.height, tiny.data)
  const phash = await perceptualHash(await shrunk(small).png({ compressionLevel: 1 }).toBuffer())
  return { width, height, variants, thumbhash: Buffer.from(thumbhash).toString('base64'), phash }
}

const inside = (side: number) =>
  ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const

const startsWith = (bytes: Uint8Array, text: string, at = 0) =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text

/** The format as its first bytes tell it; everything but these never reaches a decoder. */
function typeOf(bytes: Uint8Array) {
  if (startsWith(bytes, '\xff\xd8\xff')) return 'jpeg'
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'png'
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'webp'
  if (startsWith(bytes, 'GIF8')) return 'gif'
  return undefined
}

/** Whether an `acTL` chunk stands before the picture's data (APNG specification); the decoder knows no APNG. */
function isAnimatedPng(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (startsWith(bytes, 'acTL', at + 4)) return true
    if (startsWith(bytes, 'IDAT', at + 4)) return false
  }
  return false
}
