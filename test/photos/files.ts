import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A photo-like JPEG: a bright left half, a dark right half, and enough detail to compress like a photo. */
export const jpeg = (width = 640, height = 480) => scene(width, height).jpeg({ quality: 85 }).toBuffer()
export const png = (width = 640, height = 480) => scene(width, height).png().toBuffer()
export const webp = (width = 640, height = 480) => scene(width, height).webp().toBuffer()

/** As a phone writes it: lying on its side (orientation 6: turn clockwise to see it), place and camera inside. */
export const phoneJpeg = (width = 640, height = 480) =>
  scene(width, height)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'TestPhone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '40/1 47/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '72/1 20/1 0/1',
      },
    })
    .jpeg()
    .toBuffer()

export const animatedWebp = async () => (await twoFrames()).webp().toBuffer()
export const animatedGif = async () => (await twoFrames()).gif().toBuffer()
export const gif = () => scene(64, 64).gif().toBuffer()
export const tiff = () => scene(64, 64).tiff().toBuffer()

/** A PNG that says it is animated: an `acTL` chunk before the picture. */
export const animatedPng = () =>
  grayPng(64, 64, [chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])), chunk('fcTL', Buffer.alloc(26))])

/** A valid PNG of one bit a pixel: 100 megapixels take 12 kB. */
export function grayPng(width: number, height: number, extra: Buffer[] = []) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((1 + Math.ceil(width / 8)) * height)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  frame.set(body, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}

function scene(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3)
  const wave = (turns: number) => Math.sin(2 * Math.PI * turns)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height]
      const light =
        (u < 0.5 ? 190 : 50) + 25 * wave(1.3 * u + 2.1 * v) + 15 * wave(3 * u * v) + 5 * wave(x / 3)
      const at = (y * width + x) * 3
      pixels.fill(light, at, at + 3)
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

const twoFrames = async () => sharp([await png(64, 64), grayPng(64, 64)], { join: { animated: true } })
