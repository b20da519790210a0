import sharp from 'sharp'
import phashDistance from 'sharp-phash/distance.js'
import { thumbHashToApproximateAspectRatio } from 'thumbhash'
import { describe, expect, test } from 'vitest'
import { makePicture, type Picture } from '#server/photos/image.ts'
import * as files from './files.ts'

const pictureOf = async (bytes: Uint8Array) => {
  const result = await makePicture(bytes)
  if ('problem' in result) throw new Error(`refused: ${result.problem}`)
  return result
}
const variant = (picture: Picture, width: number) =>
  Buffer.from(picture.variants.find((each) => each.width === width)?.body ?? [])
/** Mean light of a corner, 0 to 255. */
const light = async (body: Buffer, left: number, top: number) => {
  const { channels } = await sharp(
    await sharp(body).extract({ left, top, width: 20, height: 20 }).toBuffer(),
  ).stats()
  return channels[0]?.mean ?? Number.NaN
}

describe('a file that is no good photo is refused with the reason', () => {
  const text = (content: string) => async () => Buffer.from(content)
  const cut = (file: () => Promise<Buffer>) => async () => {
    const bytes = await file()
    return bytes.subarray(0, Math.floor(bytes.length * 0.6))
  }
  test.each([
    ['HTML', text('<!doctype html><script>alert(1)</script>'), 'not_image'],
    [
      'SVG',
      text('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><rect/></svg>'),
      'not_image',
    ],
    ['text renamed .jpg', text('I am a photo, honestly'), 'not_image'],
    ['PDF', text('%PDF-1.7\n1 0 obj<<>>endobj'), 'not_image'],
    ['TIFF', files.tiff, 'not_image'],
    ['0 bytes', text(''), 'not_image'],
    ['only the first bytes of a JPEG', async () => Buffer.from([0xff, 0xd8, 0xff]), 'broken'],
    ['only the first bytes of a PNG', text('\x89PNG'), 'not_image'],
    ['only the first bytes of a WebP', text('RIFF'), 'not_image'],
    ['a JPEG header before HTML', async () => Buffer.from('\xff\xd8\xff<html>', 'latin1'), 'broken'],
    ['a truncated JPEG', cut(files.jpeg), 'broken'],
    ['a truncated PNG', cut(files.png), 'broken'],
    ['a truncated WebP', cut(files.webp), 'broken'],
    ['a PNG of 100 megapixels', async () => files.grayPng(10_000, 10_000), 'too_many_pixels'],
    ['an animated WebP', files.animatedWebp, 'animated'],
    ['an animated PNG', async () => files.animatedPng(), 'animated'],
    ['an animated GIF', files.animatedGif, 'animated'],
    ['a GIF', files.gif, 'animated'],
    ['a dot', () => files.jpeg(49, 400), 'too_small'],
  ] as const)('%s', async (_, make, problem) => {
    expect(await makePicture(await make())).toEqual({ problem })
  })
})

test.each([
  ['JPEG', files.jpeg],
  ['PNG', files.png],
  ['WebP', files.webp],
  ['gray PNG', async (width: number, height: number) => files.grayPng(width, height)],
])('a %s gets three variants that are never larger than itself', async (_, make) => {
  const picture = await pictureOf(await make(1000, 500))
  expect(picture).toMatchObject({ width: 1000, height: 500 })
  const sizes = await Promise.all(picture.variants.map(({ body }) => sharp(body).metadata()))
  expect(sizes.map(({ format, width, height }) => [format, width, height])).toEqual([
    ['webp', 320, 160],
    ['webp', 800, 400],
    ['webp', 1000, 500],
  ])
})

test('a photo from a phone is turned upright and loses place and camera', async () => {
  const original = await files.phoneJpeg(640, 480)
  const before = await sharp(original).metadata()
  expect(before.orientation).toBe(6)
  expect(before.exif?.includes('TestPhone')).toBe(true)

  const picture = await pictureOf(original)
  expect(picture).toMatchObject({ width: 480, height: 640 })
  for (const { body } of picture.variants) {
    const { exif, xmp, icc, iptc, orientation } = await sharp(body).metadata()
    expect({ exif, xmp, icc, iptc, orientation }).toEqual({})
    expect(Buffer.from(body).includes('EXIF')).toBe(false)
    expect(Buffer.from(body).includes('TestPhone')).toBe(false)
  }
  // Turned clockwise, the bright left half is on top.
  const shown = variant(picture, 1600)
  expect(await light(shown, 230, 20)).toBeGreaterThan(150)
  expect(await light(shown, 230, 600)).toBeLessThan(110)
})

test('what is transparent becomes white, not black', async () => {
  const clear = { width: 200, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const
  const picture = await pictureOf(await sharp({ create: clear }).png().toBuffer())
  expect(await light(variant(picture, 320), 90, 90)).toBeGreaterThan(250)
})

test('a 16-bit PNG keeps its light', async () => {
  const picture = await pictureOf(
    await sharp(await files.jpeg())
      .toColourspace('rgb16')
      .png()
      .toBuffer(),
  )
  expect(await light(variant(picture, 320), 20, 20)).toBeGreaterThan(150)
  expect(await light(variant(picture, 320), 280, 20)).toBeLessThan(110)
})

test('the placeholder has the shape of the photo', async () => {
  const { thumbhash } = await pictureOf(await files.jpeg(900, 450))
  expect(thumbHashToApproximateAspectRatio(Buffer.from(thumbhash, 'base64'))).toBeGreaterThan(1.5)
})

test('a smaller copy has nearly the same perceptual hash, another picture has not', async () => {
  const original = await pictureOf(await files.jpeg(1200, 900))
  const copy = await pictureOf(
    await sharp(await files.jpeg(1200, 900))
      .resize(500)
      .jpeg({ quality: 50 })
      .toBuffer(),
  )
  const other = await pictureOf(
    await sharp(await files.jpeg(1200, 900))
      .rotate(90)
      .jpeg()
      .toBuffer(),
  )
  const distance = phashDistance as unknown as typeof phashDistance.default
  expect(original.phash).toMatch(/^[01]{64}$/)
  expect(distance(original.phash, copy.phash)).toBeLessThanOrEqual(8)
  expect(distance(original.phash, other.phash)).toBeGreaterThan(8)
})
