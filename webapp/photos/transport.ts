import { clear, createStore, del, get, set } from 'idb-keyval'
import { ApiError, api, call, newKey } from '#webapp/api.ts'
import { breathe } from '#webapp/photos/breathe.ts'
import { type FaultCode, PhotoFault } from '#webapp/photos/fault.ts'
import { lane } from '#webapp/photos/lane.ts'
import { type Shrunk, shrink } from '#webapp/photos/shrink.ts'
import type { Kept, Ports } from '#webapp/photos/upload-queue.ts'

const faults: Partial<Record<ApiError['code'], FaultCode>> = {
  network: 'network',
  'server.unexpected': 'network',
  'request.too_many': 'network',
  'photos.not_found': 'missing',
  'photos.not_uploaded': 'missing',
  'photos.too_many': 'too_many',
  'photos.too_large': 'too_large',
  'photos.type': 'not_image',
}

/** Waits for the API; what it refuses becomes a fault of the photo. */
const asking = <T>(request: Promise<T>): Promise<T> =>
  request.catch((error: unknown) => {
    throw new PhotoFault((error instanceof ApiError && faults[error.code]) || 'unsent')
  })

/** Without a byte sent for so long the connection is taken for dead. */
const stalledMs = 30_000

/** Puts the bytes to storage. `fetch` cannot tell how many are sent, XMLHttpRequest can. */
function put(
  url: string,
  { blob, contentType }: Shrunk,
  onProgress: (share: number) => void,
  signal: AbortSignal,
) {
  return new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest()
    const end = (fault?: FaultCode) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      if (fault) reject(new PhotoFault(fault))
      else resolve()
    }
    const abort = () => request.abort()
    const watch = () => setTimeout(abort, stalledMs)
    let timer = watch()
    request.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(timer)
      timer = watch()
      onProgress(total ? loaded / total : 0)
    }
    request.onload = () => end(faultOfStatus(request.status))
    request.onerror = request.onabort = () => end('network')
    signal.addEventListener('abort', abort)
    request.open('PUT', url)
    request.setRequestHeader('Content-Type', contentType)
    request.send(blob)
  })
}

/** Storage answers 403 to a URL that has expired, 5xx when it should be asked again. */
function faultOfStatus(status: number): FaultCode | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status === 403) return 'missing'
  return status >= 500 ? 'network' : 'unsent'
}

const store = createStore('vodiy-photos', 'kept')

/** A phone whose browser keeps nothing (private mode, no space) uploads all the same. */
const keeping = <T>(request: () => Promise<T>): Promise<T | undefined> =>
  Promise.resolve()
    .then(request)
    .catch(() => undefined)

/** Ten photos written at once would hold up the page and the reading of the first one. */
const writing = lane(1)

/** Removes every picture that is kept on this phone. */
export const forgetAll = () => writing(() => keeping(() => clear(store)))

export const readKept = (key: string) => keeping(() => get<Kept>(key, store))

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    window.addEventListener('online', done)
  })

/** The real world for the upload queue: the API, storage, the worker and IndexedDB. */
export const ports: Ports = {
  newKey,
  shrink: (original) => shrink(original),
  create: (key, json) => asking(call(api.photos.$post({ header: { 'idempotency-key': key }, json }))),
  put,
  complete: (id) => asking(call(api.photos[':id'].complete.$post({ param: { id } }))),
  look: async (ids) =>
    ids.length === 0 ? [] : (await asking(call(api.photos.$get({ query: { ids: ids.join(',') } })))).items,
  remove: (id) => asking(call(api.photos[':id'].$delete({ param: { id } }))),
  keep: (key, kept) => writing(() => keeping(() => set(key, kept, store))),
  forget: (key) => writing(() => keeping(() => del(key, store))),
  pause,
  breathe,
}
