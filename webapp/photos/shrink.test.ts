import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { limits } from '#shared/limits.ts'
import type { Encoded } from './draw.ts'
import { shrink } from './shrink.ts'

const photo = async () =>
  new Blob([
    new Uint8Array(
      await sharp({ create: { width: 64, height: 48, channels: 3, background: '#888' } })
        .jpeg()
        .toBuffer(),
    ),
  ])
/** The head of an iPhone's photo; no browser but Safari could open the rest. */
const heic = new Blob(['\0\0\0\x18ftypheic\0\0\0\0mif1heic', new Uint8Array(1000)])
const small: Encoded = { blob: new Blob(['small']), width: 4, height: 3 }
const cannot = async () => undefined
const can = async () => small

describe('an iPhone’s HEIC', () => {
  it('goes as JPEG where the browser opens it, be it only outside of the worker', async () => {
    const jpeg = { ...small, contentType: 'image/jpeg' }
    expect(await shrink(heic, [can, cannot])).toEqual(jpeg)
    expect(await shrink(heic, [cannot, can])).toEqual(jpeg)
  })

  it('is refused by its name where it does not', async () => {
    await expect(shrink(heic, [cannot, cannot])).rejects.toMatchObject({ code: 'heic' })
  })
})

describe('a photo that this browser cannot open', () => {
  it('goes as it is, without a size, when the server takes its type', async () => {
    const file = await photo()
    expect(await shrink(file, [cannot, cannot])).toEqual({ blob: file, contentType: 'image/jpeg' })
  })

  it.each<[string, Blob, string]>([
    ['a file of no bytes', new Blob([]), 'empty'],
    ['a text', new Blob(['Cobalt sotiladi, yaxshi holatda']), 'not_image'],
    ['a BMP', new Blob(['BM', new Uint8Array(100)]), 'broken'],
    ['one too heavy', new Blob([new Uint8Array(limits.photos.originalBytes + 1)]), 'too_large'],
  ])('%s is refused by its name', async (_, file, code) => {
    await expect(shrink(file, [cannot])).rejects.toMatchObject({ code })
  })

  it('one that the phone does not give any more is missing', async () => {
    const gone = await photo()
    const rejects = () => Promise.reject(new DOMException('gone', 'NotFoundError'))
    gone.slice = () => Object.assign(new Blob(), { arrayBuffer: rejects })
    await expect(shrink(gone, [can])).rejects.toMatchObject({ code: 'missing' })
  })
})
