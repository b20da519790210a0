import type { PhotoView } from '#server/ads/views.ts'
import type { FaultCode } from '#webapp/photos/fault.ts'
import { canRetry } from '#webapp/photos/fault.ts'

/** One photo of the draft, from the moment it was picked. */
export interface PhotoItem {
  /** Made on this phone; also the Idempotency-Key under which the server knows it. */
  readonly key: string
  /** The server's id, once it has promised a place. */
  readonly id?: string
  /** `waiting` its turn, `shrinking`, `uploading`, `checking` by the server, `ready`, or `failed` with `fault`. */
  readonly state: 'waiting' | 'shrinking' | 'uploading' | 'checking' | 'ready' | 'failed'
  /** Share of the bytes sent, 0 to 1. */
  readonly progress: number
  readonly fault?: FaultCode
  /** The small picture while it is on this phone. */
  readonly blob?: Blob
  /** The server's word on it, the last one heard. */
  readonly view?: PhotoView
  /** Pixels, once known. */
  readonly width?: number
  readonly height?: number
  /** Tells the same file when it is picked again. */
  readonly origin?: string
}

/** A photo that the server already has. */
export const itemOf = (view: PhotoView, key: string = view.id): PhotoItem => ({
  key,
  progress: view.state === 'awaiting' ? 0 : 1,
  ...serverState(view),
})

/** What an item becomes by the server's word; a photo the server still awaits, with no bytes here, was lost. */
export function serverState(view: PhotoView): Pick<PhotoItem, 'id' | 'state' | 'view'> & Partial<PhotoItem> {
  const known = {
    id: view.id,
    view,
    ...(view.width && view.height && { width: view.width, height: view.height }),
  }
  if (view.state === 'refused') return { ...known, state: 'failed', fault: view.problem ?? 'broken' }
  if (view.state === 'awaiting') return { ...known, state: 'failed', fault: 'missing' }
  return { ...known, state: view.state === 'ready' ? 'ready' : 'checking', progress: 1 }
}

export const isUnderway = ({ state }: PhotoItem) =>
  state === 'waiting' || state === 'shrinking' || state === 'uploading'
export const retryable = ({ state, fault }: PhotoItem) => state === 'failed' && !!fault && canRetry(fault)

/** Name, size and date: the same file picked twice. */
export const originOf = (file: File) => `${file.name}/${file.size}/${file.lastModified}`
