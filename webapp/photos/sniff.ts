/** What the first bytes of a file say it is; `heif` is any of HEIC, HEIF and AVIF. */
export type Sniffed = 'image/jpeg' | 'image/png' | 'image/webp' | 'gif' | 'bmp' | 'heif' | 'unknown'

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...Array.from(bytes.subarray(from, to)))

/** Never believes a name or a declared type: a text renamed to .jpg is `unknown`. Wants the first 12 bytes. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (ascii(bytes, 0, 3) === 'GIF') return 'gif'
  if (ascii(bytes, 0, 2) === 'BM') return 'bmp'
  if (
    ascii(bytes, 4, 8) === 'ftyp' &&
    /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1|avif)/.test(ascii(bytes, 8, 12))
  )
    return 'heif'
  return 'unknown'
}

/**
 * Pixels by the header of a JPEG or PNG, so that a picture too large for the phone is refused before it is
 * decoded. Undefined when the given bytes do not tell.
 */
export function headerSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = sniff(bytes)
  if (kind === 'image/png' && bytes.length >= 24)
    return { width: view.getUint32(16), height: view.getUint32(20) }
  if (kind !== 'image/jpeg') return undefined
  // Segments follow each other: 0xff, marker, length. A start-of-frame (C0–CF but DHT, JPG, DAC) holds the size.
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
  }
  return undefined
}

/**
 * Whether a picture moves, by the first bytes: any GIF is taken to (the server does so too), a WebP has a flag for it,
 * a PNG a chunk before its pixels. Shrinking would leave the first frame, which is seldom what was meant.
 */
export function isAnimated(bytes: Uint8Array): boolean {
  const kind = sniff(bytes)
  if (kind === 'image/webp') return ascii(bytes, 12, 16) === 'VP8X' && ((bytes[20] ?? 0) & 2) > 0
  if (kind !== 'image/png') return kind === 'gif'
  const text = new TextDecoder('latin1').decode(bytes)
  return text.slice(0, text.indexOf('IDAT')).includes('acTL')
}
