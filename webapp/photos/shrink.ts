import { limits } from '#shared/limits.ts'
import { type PhotoType, photoTypes } from '#shared/photos/files.ts'
import { canvasOf, drawSmall, type Encoded } from '#webapp/photos/draw.ts'
import { PhotoFault } from '#webapp/photos/fault.ts'
import { headerSize, isAnimated, sniff } from '#webapp/photos/sniff.ts'
import { isWhole } from '#webapp/photos/whole.ts'
import { drawInWorker } from '#webapp/photos/worker-client.ts'

/** A photo fit to be sent. Width and height are absent where this browser could not open it. */
export interface Shrunk {
  blob: Blob
  contentType: PhotoType
  width?: number
  height?: number
}

/** A start-of-frame lies behind the EXIF with its thumbnail, which is at most 64 KB, and perhaps a colour profile. */
const headBytes = 256 * 1024

/** Opens a photo and draws it small; undefined when this browser cannot. */
type Draw = (file: Blob) => Promise<Encoded | undefined>

/**
 * Turns upright, shrinks and re-encodes a photo as JPEG, which also drops EXIF and GPS. One that the browser cannot
 * open goes as it is if it is of a type the board takes: the server looks at it and strips it. HEIC is taken where
 * the browser opens it (Safari), in the worker or outside of it.
 * @throws {PhotoFault} what is wrong with the file
 */
export async function shrink(file: Blob, draws: readonly Draw[] = [drawInWorker, drawHere]): Promise<Shrunk> {
  if (file.size === 0) throw new PhotoFault('empty')
  if (file.size > limits.photos.originalBytes) throw new PhotoFault('too_large')
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer().catch(unreadable))
  const kind = sniff(head)
  if (kind === 'unknown') throw new PhotoFault('not_image')
  if (isAnimated(head)) throw new PhotoFault('animated')
  const size = headerSize(head)
  if (size && size.width * size.height > limits.photos.pixels) throw new PhotoFault('too_many_pixels')
  if (!(await isWhole(file, kind, head).catch(unreadable))) throw new PhotoFault('broken')
  for (const draw of draws) {
    const encoded = await draw(file)
    if (encoded) return { ...encoded, contentType: 'image/jpeg' }
  }
  if (kind === 'heif') throw new PhotoFault('heic')
  const contentType = photoTypes.find((type) => type === kind)
  if (!contentType) throw new PhotoFault('broken')
  if (file.size > limits.photos.bytes) throw new PhotoFault('too_large')
  return { blob: file, contentType }
}

/** Where the browser has no canvas off the screen: an ordinary picture and canvas, which also turn it upright. */
async function drawHere(file: Blob): Promise<Encoded | undefined> {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return await drawSmall(image, { width: image.naturalWidth, height: image.naturalHeight }, canvasOf)
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** A file that cannot be read any more (removed from the phone, no permission) counts as missing. */
function unreadable(): never {
  throw new PhotoFault('missing')
}
