import { drawSmall, type Encoded, offscreenOf } from '#webapp/photos/draw.ts'

/** Answers one file with its small JPEG, or undefined when it could not be opened here. */
self.onmessage = async ({ data }: MessageEvent<Blob>) => {
  self.postMessage(await open(data).catch(() => undefined))
}

async function open(file: Blob): Promise<Encoded | undefined> {
  const bitmap = await upright(file)
  try {
    return await drawSmall(bitmap, bitmap, offscreenOf)
  } finally {
    bitmap.close()
  }
}

/** Browsers that do not know the option by this name turn the picture upright without it. */
const upright = (file: Blob) =>
  createImageBitmap(file, { imageOrientation: 'from-image' }).catch((error: unknown) => {
    if (error instanceof TypeError) return createImageBitmap(file)
    throw error
  })
