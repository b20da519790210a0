import sharp, { type OverlayOptions } from 'sharp'
import type { Storage } from '#server/photos/storage.ts'
import { collageLayout, type Size, type Tile } from '#shared/channel/layout.ts'
import { shorten } from '#shared/channel/plain.ts'
import { photoPath } from '#shared/photos/files.ts'
import { drawable, letterBox, letterLines } from './lettering.ts'

/** A photo that is ready to be shown. */
export interface ReadyPhoto extends Size {
  id: string
}
export interface PictureOptions {
  /** In the ad's order; the first four are shown. */
  photos: readonly ReadyPhoto[]
  title: string
  /** As it is written; may be empty. */
  price: string
  /** Written across the picture: the ad is not for sale any more. */
  stamp?: string
}

const quick = { compressionLevel: 1 }
/** Pixels of a picture that shows words instead of photos. */
export const cardSize: Size = { width: 1280, height: 960 }
const margin = 100
/** Bytes of one stored photo; the largest variant has a tenth of it. */
const maxBytes = 10 * 1024 * 1024

/** The picture of an ad's post as JPEG: its photo, a collage of the first four, or its words; stamped if need be. */
export async function postPicture(storage: Storage, options: PictureOptions): Promise<Buffer> {
  const { photos, title, price, stamp } = options
  const plain = photos.length
    ? await collage(storage, photos)
    : await words(shorten(drawable(title), 90), price)
  return stamp
    ? jpeg(plain.size, [...plain.layers, ...(await stampOf(stamp, plain.size))])
    : jpeg(plain.size, plain.layers)
}

/** A photo of an album as JPEG, as it was taken. */
export async function albumPicture(storage: Storage, { id }: ReadyPhoto): Promise<Buffer> {
  const body = await storage.get(photoPath(id, 1600), { maxBytes })
  return sharp(body).flatten({ background: '#fff' }).jpeg({ quality: 85 }).toBuffer()
}

/** What stands in the place of a post that may not be deleted any more. */
export async function blankPicture(text: string): Promise<Buffer> {
  const { size, layers } = await words(text, '')
  return jpeg(size, layers)
}

interface Drawing {
  size: Size
  layers: OverlayOptions[]
}

const jpeg = ({ width, height }: Size, layers: OverlayOptions[]) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite(layers)
    .jpeg({ quality: 85 })
    .toBuffer()

async function collage(storage: Storage, photos: readonly ReadyPhoto[]): Promise<Drawing> {
  const { width, height, tiles } = collageLayout(photos)
  const layers = await Promise.all(
    tiles.map(async (tile, index) => ({
      ...(await filled(storage, photos[index] as ReadyPhoto, tile)),
      left: tile.x,
      top: tile.y,
    })),
  )
  return { size: { width, height }, layers }
}

async function filled(
  storage: Storage,
  { id }: ReadyPhoto,
  { width, height }: Tile,
): Promise<OverlayOptions> {
  const body = await storage.get(photoPath(id, Math.max(width, height) > 800 ? 1600 : 800), { maxBytes })
  const { data, info } = await sharp(body)
    .resize(width, height, { fit: 'cover' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { input: data, raw: { width: info.width, height: info.height, channels: info.channels } }
}

async function words(title: string, price: string): Promise<Drawing> {
  const { width, height } = cardSize
  const inner = width - 2 * margin
  const heading = title && (await letterLines(title, { width: inner, points: 84 }))
  const sum = price && (await letterBox(price, { width: inner, height: 64 }))
  const gap = heading && sum ? 70 : 0
  let top = Math.round((height - (heading ? heading.height : 0) - gap - (sum ? sum.height : 0)) / 2)
  const layers: OverlayOptions[] = [{ input: shape(cardSize, gradient) }]
  for (const lettering of [heading, sum])
    if (lettering) {
      layers.push({ input: lettering.data, left: margin, top: Math.max(0, top) })
      top += lettering.height + gap
    }
  return { size: cardSize, layers }
}

/** A veil over the whole and a slanted badge in its middle. */
async function stampOf(text: string, size: Size): Promise<OverlayOptions[]> {
  const width = Math.round(Math.min(size.width * 0.76, size.height * 1.2))
  const letters = await letterBox(text, { width: Math.round(width * 0.8), height: Math.round(width * 0.2) })
  const pad = Math.round(width * 0.08)
  const badge = { width: letters.width + 2 * pad, height: letters.height + 2 * pad }
  const flat = await sharp(shape(badge, frame))
    .composite([{ input: letters.data }])
    .png(quick)
    .toBuffer()
  const slanted = await sharp(flat).rotate(-12, { background: '#0000' }).png(quick).toBuffer()
  return [{ input: shape(size, veil) }, { input: slanted, gravity: 'centre' }]
}

const shape = ({ width, height }: Size, body: (size: Size) => string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body({ width, height })}</svg>`,
  )

const veil = () => '<rect width="100%" height="100%" fill="#0b1620" fill-opacity="0.45"/>'

const frame = ({ width, height }: Size) => {
  const line = Math.round(height * 0.06)
  const radius = Math.round(height * 0.22)
  return `<rect x="${line}" y="${line}" width="${width - 2 * line}" height="${height - 2 * line}" rx="${radius}"
    fill="#0b1620" fill-opacity="0.72" stroke="#fff" stroke-width="${line}"/>`
}

const gradient = () =>
  `<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#1f8f6a"/>
  <stop offset="1" stop-color="#0f4f6e"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>`
