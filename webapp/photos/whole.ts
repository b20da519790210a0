import type { Sniffed } from '#webapp/photos/sniff.ts'

/** Behind the picture some phones put more (a second picture, a short film), so its end is not the file's. */
const tailBytes = 64 * 1024

/**
 * Whether a file is there to its end. Browsers show a photo that was cut short with a grey rest, as if nothing were
 * wrong. JPEG ends with a marker, PNG with a chunk, WebP says its length; others are believed.
 */
export async function isWhole(file: Blob, kind: Sniffed, head: Uint8Array): Promise<boolean> {
  if (kind === 'image/webp') return riffLength(head) <= file.size
  if (kind === 'image/png')
    return endsWith(
      file,
      0,
      [...'IEND'].map((char) => char.charCodeAt(0)),
    )
  // In the scan itself FF is followed by 00 or a restart; only what is before it (a thumbnail) ends likewise.
  if (kind === 'image/jpeg') return endsWith(file, scanStart(head), [0xff, 0xd9])
  return true
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const riffLength = (head: Uint8Array) => viewOf(head).getUint32(4, true) + 8

/** Where a JPEG's first scan begins; the end of the given bytes when they do not reach so far. */
function scanStart(head: Uint8Array): number {
  const view = viewOf(head)
  let at = 2
  while (at + 4 <= head.length && head[at] === 0xff && head[at + 1] !== 0xda) at += 2 + view.getUint16(at + 2)
  return Math.min(at, head.length)
}

/** Looks for the mark near the file's end, and only if it is not there in all that follows `from`. */
async function endsWith(file: Blob, from: number, mark: readonly number[]): Promise<boolean> {
  const near = Math.max(from, file.size - tailBytes)
  for (const start of near > from ? [near, from] : [from])
    if (holds(new Uint8Array(await file.slice(start).arrayBuffer()), mark)) return true
  return false
}

const holds = (bytes: Uint8Array, mark: readonly number[]) => {
  for (let at = bytes.length - mark.length; at >= 0; at--)
    if (mark.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}
