import { limits } from '#shared/limits.ts'

export interface Size {
  width: number
  height: number
}
export interface Encoded extends Size {
  blob: Blob
}
/** A canvas on or off the screen, and how it gives its picture away. */
export interface Surface {
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null
  encode(): Promise<Blob | null>
}

const jpegQuality = 0.82

/** The size at which a photo is sent: the long side at most `limits.photos.longSide`, never larger than it is. */
export function smallSize({ width, height }: Size): Size {
  const scale = Math.min(1, limits.photos.longSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Draws a decoded photo small on white (JPEG knows no transparency); undefined when the browser cannot. */
export async function drawSmall(
  source: CanvasImageSource,
  size: Size,
  surfaceOf: (size: Size) => Surface,
): Promise<Encoded | undefined> {
  const small = smallSize(size)
  const { context, encode } = surfaceOf(small)
  if (!context) return undefined
  context.fillStyle = '#fff'
  context.fillRect(0, 0, small.width, small.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, 0, 0, small.width, small.height)
  const blob = await encode()
  return blob ? { blob, ...small } : undefined
}

export function canvasOf(size: Size): Surface {
  const canvas = Object.assign(document.createElement('canvas'), size)
  return {
    context: canvas.getContext('2d'),
    encode: () => new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality)),
  }
}

export function offscreenOf({ width, height }: Size): Surface {
  const canvas = new OffscreenCanvas(width, height)
  return {
    context: canvas.getContext('2d'),
    encode: () => canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality }),
  }
}
