import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { sniff } from './sniff.ts'
import { isWhole } from './whole.ts'

/** Noise, so that the file is large; with a thumbnail-like JPEG inside its EXIF. */
async function photo(format: 'jpeg' | 'png' | 'webp') {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
  const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: '#888', noise } })
  const thumbnail = (await picture.clone().resize(32).jpeg().toBuffer()).toString('latin1')
  return picture
    .withExif({ IFD0: { Artist: thumbnail } })
    [format]()
    .toBuffer()
}
const judge = (bytes: Uint8Array) =>
  isWhole(new Blob([new Uint8Array(bytes)]), sniff(bytes), new Uint8Array(bytes.subarray(0, 256 * 1024)))

describe.each(['jpeg', 'png', 'webp'] as const)('a %s', (format) => {
  it('is whole as it is, and with something behind it', async () => {
    const bytes = await photo(format)
    expect(await judge(bytes)).toBe(true)
    expect(await judge(Buffer.concat([bytes, Buffer.alloc(200_000)]))).toBe(true)
  })

  it('is whole with a film of megabytes behind it, wherever its end comes to lie', async () => {
    const bytes = await photo(format)
    for (const more of [-1, 0, 1, 2, 3, 4])
      expect(await judge(Buffer.concat([bytes, Buffer.alloc(64 * 1024 + 2 * 1024 * 1024 + more)]))).toBe(true)
  })

  it('cut short anywhere is not', async () => {
    const bytes = await photo(format)
    for (const share of [0.5, 0.9, 0.99])
      expect(await judge(bytes.subarray(0, Math.floor(bytes.length * share)))).toBe(false)
  })
})
