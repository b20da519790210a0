import type { Sniffed } from '#webapp/photos/sniff.ts'

/** Behind the picture some phones put more (a second picture, a short film), so its end is not the file's. */
const tailBytes = 64 * 1024
/** How much of the rest is looked through at once: the page is drawn and answers between two such pieces. */
const pieceBytes = 1024 * 1024

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

/** Looks for the mark near the file's end, and only if it is not there in what lies before, back to `from`. */
async function endsWith(file: Blob, from: number, mark: readonly number[]): Promise<boolean> {
  for (let end = file.size, size = tailBytes; end > from; end -= size, size = pieceBytes) {
    // A mark may lie across the border of two pieces.
    const piece = file.slice(Math.max(from, end - size), end + mark.length - 1)
    if (holds(new Uint8Array(await piece.arrayBuffer()), mark)) return true
  }
  return false
}

/** From one place where the mark's last byte is to the one before: a film of megabytes is gone through natively. */
function holds(bytes: Uint8Array, mark: readonly number[]): boolean {
  const last = mark.length - 1
  for (let at = bytes.length - 1; at >= last; at--) {
    at = bytes.lastIndexOf(mark[last] ?? 0, at)
    if (at < last) return false
    if (mark.every((byte, index) => bytes[at - last + index] === byte)) return true
  }
  return false
}
