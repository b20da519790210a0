import { createSignal } from 'solid-js'
import { photoPath } from '#shared/photos/files.ts'
import { publicUrl } from '#webapp/boot.ts'
import type { PhotoItem } from '#webapp/photos/item.ts'
import { ports, readKept } from '#webapp/photos/transport.ts'
import { createUploadQueue, type Entry } from '#webapp/photos/upload-queue.ts'
import { readStored, store } from '#webapp/stored.ts'

const [photos, setPhotos] = createSignal<readonly PhotoItem[]>([])

/** The draft's photos in order; they live outside every screen, so that uploads go on from step to step. */
export { photos }

let orderKey: string | undefined
let storedOrder = ''
let changed: (ids: string[]) => void = () => {}

/** Shows the photos, remembers their order for a reload, and tells the draft their ids. */
export const queue = createUploadQueue(ports, (items) => {
  setPhotos(items)
  releasePictures(items)
  if (!orderKey) return
  const order = items.map(({ key, id }) => ({ key, id }))
  // Progress comes many times a second and changes neither.
  if (JSON.stringify(order) === storedOrder) return
  storedOrder = JSON.stringify(order)
  store(orderKey, order)
  changed(items.flatMap(({ id }) => id ?? []))
})

/**
 * Brings back the photos of before a reload, then those of the draft; from then on `onIds` gets the server's ids
 * in order whenever they change. `key` is where their order is kept on this phone.
 */
export async function openPhotos(key: string, draftIds: readonly string[], onIds: (ids: string[]) => void) {
  const entries: Entry[] = []
  for (const entry of readStored<Entry[]>(key) ?? [])
    entries.push({ ...entry, kept: await readKept(entry.key) })
  queue.restore(entries)
  queue.adopt(draftIds, [])
  orderKey = key
  changed = onIds
  window.addEventListener('online', () => queue.retryAll())
}

const pictures = new Map<Blob, string>()

/** What to show of a photo: the small picture on this phone, else the server's; undefined while there is none. */
export function pictureOf({ blob, view }: PhotoItem, width: 320 | 800): string | undefined {
  if (!blob) return serverPictureOf(view, width)
  const known = pictures.get(blob) ?? URL.createObjectURL(blob)
  pictures.set(blob, known)
  return known
}

/** The server's own picture, for where the one on this phone does not show. */
export const serverPictureOf = (view: PhotoItem['view'], width: 320 | 800): string | undefined =>
  view?.state === 'ready' && publicUrl() ? `${publicUrl()}/${photoPath(view.id, width)}` : undefined

function releasePictures(items: readonly PhotoItem[]) {
  for (const [blob, url] of pictures) {
    if (items.some((item) => item.blob === blob)) continue
    URL.revokeObjectURL(url)
    pictures.delete(blob)
  }
}
