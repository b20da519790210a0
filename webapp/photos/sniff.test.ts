import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { animatedGif, animatedPng, animatedWebp, png, webp } from '../../test/photos/files.ts'
import { headerSize, isAnimated, sniff } from './sniff.ts'

const picture = () => sharp({ create: { width: 64, height: 48, channels: 3, background: '#c33' } })
const bytes = (text: string) => new TextEncoder().encode(text)

describe('sniff', () => {
  it('knows pictures by their first bytes', async () => {
    expect(sniff(await picture().jpeg().toBuffer())).toBe('image/jpeg')
    expect(sniff(await picture().png().toBuffer())).toBe('image/png')
    expect(sniff(await picture().webp().toBuffer())).toBe('image/webp')
    expect(sniff(await picture().gif().toBuffer())).toBe('gif')
    expect(sniff(await picture().avif().toBuffer())).toBe('heif')
  })

  it('is not deceived by a name: text, HTML, SVG and nothing at all are unknown', () => {
    for (const text of ['', 'salom', '<html></html>', '<svg xmlns="http://www.w3.org/2000/svg"/>'])
      expect(sniff(bytes(text))).toBe('unknown')
  })
})

describe('headerSize', () => {
  it('reads the pixels of JPEG (plain, progressive, with EXIF before) and PNG', async () => {
    const size = { width: 64, height: 48 }
    expect(headerSize(await picture().png().toBuffer())).toEqual(size)
    expect(headerSize(await picture().jpeg().toBuffer())).toEqual(size)
    expect(headerSize(await picture().jpeg({ progressive: true }).toBuffer())).toEqual(size)
    const exif = { IFD0: { Artist: 'x'.repeat(5000) } }
    expect(headerSize(await picture().withExif(exif).jpeg().toBuffer())).toEqual(size)
  })

  it('says nothing of a file cut short or of another kind', async () => {
    expect(headerSize((await picture().jpeg().toBuffer()).subarray(0, 30))).toBeUndefined()
    expect(headerSize(await picture().webp().toBuffer())).toBeUndefined()
    expect(headerSize(bytes('salom'))).toBeUndefined()
  })
})

describe('isAnimated', () => {
  it('tells moving pictures from still ones', async () => {
    for (const moving of [await animatedGif(), await animatedWebp(), animatedPng()])
      expect(isAnimated(moving)).toBe(true)
    for (const still of [await webp(), await png(), await picture().jpeg().toBuffer()])
      expect(isAnimated(still)).toBe(false)
  })
})
