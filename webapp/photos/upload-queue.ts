import type { PhotoView } from '#server/ads/views.ts'
import { limits } from '#shared/limits.ts'
import type { PhotoType } from '#shared/photos/files.ts'
import { faultOf, PhotoFault } from '#webapp/photos/fault.ts'
import { isUnderway, itemOf, originOf, type PhotoItem, retryable, serverState } from '#webapp/photos/item.ts'
import { lane } from '#webapp/photos/lane.ts'
import type { Shrunk } from '#webapp/photos/shrink.ts'

/** What is kept on the phone until a photo is done, so that a reload goes on with it. */
export type Kept = { original: Blob } | { shrunk: Shrunk }

/** The world outside; every rejection is a `PhotoFault`, of which `network` is tried again. */
export interface Ports {
  newKey(): string
  shrink(original: Blob): Promise<Shrunk>
  create(
    key: string,
    file: { contentType: PhotoType; contentLength: number },
  ): Promise<{ id: string; uploadUrl: string }>
  /** Rejects with `missing` when the URL is not valid any more. */
  put(url: string, file: Shrunk, onProgress: (share: number) => void, signal: AbortSignal): Promise<void>
  complete(id: string): Promise<PhotoView>
  look(ids: string[]): Promise<PhotoView[]>
  remove(id: string): Promise<unknown>
  keep(key: string, kept: Kept): Promise<unknown>
  forget(key: string): Promise<unknown>
  /** Waits, shorter when the connection comes back. */
  pause(ms: number): Promise<void>
  /** Lets the page be drawn and answer a tap before the next step. */
  breathe(): Promise<void>
}

/** A photo as it is remembered over a reload: its place in the list, and what is kept of it. */
export interface Entry {
  key: string
  id?: string | undefined
  kept?: Kept | undefined
}

const shrinkingAtOnce = 1
const uploadingAtOnce = 2
const retries = 5
const lookEveryMs = 700
const backoffMs = (attempt: number) => Math.min(30_000, 1000 * 2 ** attempt)

/**
 * The photos of one draft on their way to the server: shrunk one at a time, uploaded two at a time, tried again
 * over a bad connection, then watched until the server has looked at them. `changed` gets every new state.
 */
export function createUploadQueue(ports: Ports, changed: (items: readonly PhotoItem[]) => void) {
  let items: readonly PhotoItem[] = []
  const kept = new Map<string, Kept>()
  const aborts = new Map<string, AbortController>()
  const shrinkLane = lane(shrinkingAtOnce)
  const uploadLane = lane(uploadingAtOnce)
  let watching = false

  const show = (next: readonly PhotoItem[]) => {
    items = next
    changed(items)
  }
  const patch = (key: string, change: Partial<PhotoItem>) =>
    show(items.map((item) => (item.key === key ? { ...item, ...change } : item)))

  /** Runs a photo through all that is left to do; ends quietly when it was removed meanwhile. */
  async function run(key: string) {
    const abort = new AbortController()
    const { signal } = abort
    aborts.set(key, abort)
    try {
      const file = await shrinkLane(() => shrunk(key, signal))
      const view = await uploadLane(() => upload(key, file, signal))
      settle(view.id, view)
    } catch (error) {
      if (!signal.aborted) patch(key, { state: 'failed', fault: faultOf(error) })
    } finally {
      if (aborts.get(key) === abort) aborts.delete(key)
    }
  }

  async function shrunk(key: string, signal: AbortSignal): Promise<Shrunk> {
    const source = kept.get(key)
    if (!source) throw new PhotoFault('missing')
    if ('shrunk' in source) return source.shrunk
    patch(key, { state: 'shrinking' })
    const file = await ports.shrink(source.original)
    if (signal.aborted) throw new PhotoFault('missing')
    kept.set(key, { shrunk: file })
    patch(key, { ...pictureOf(file), state: 'waiting' })
    await ports.keep(key, { shrunk: file })
    await ports.breathe()
    return file
  }

  /** A URL that expired while the phone was offline is asked for anew under the same key. */
  async function upload(key: string, file: Shrunk, signal: AbortSignal): Promise<PhotoView> {
    const { contentType, blob } = file
    await ports.breathe()
    const there = await seen(key)
    if (there) return there
    for (let renewals = 0; ; renewals++) {
      if (signal.aborted) throw new PhotoFault('missing')
      patch(key, { state: 'uploading', progress: 0 })
      const { id, uploadUrl } = await retrying(
        () => ports.create(key, { contentType, contentLength: blob.size }),
        signal,
      )
      patch(key, { id })
      await ports.breathe()
      if (signal.aborted) throw new PhotoFault('missing')
      try {
        await retrying(
          () => ports.put(uploadUrl, file, (progress) => patch(key, { progress }), signal),
          signal,
        )
        return await retrying(() => ports.complete(id), signal)
      } catch (error) {
        if (faultOf(error) !== 'missing' || renewals === 2) throw error
      }
    }
  }

  /** A photo that had arrived before the app was closed is not sent again. */
  async function seen(key: string): Promise<PhotoView | undefined> {
    const id = items.find((item) => item.key === key)?.id
    const [view] = id ? await ports.look([id]).catch(() => []) : []
    return view && view.state !== 'awaiting' ? view : undefined
  }

  async function retrying<T>(step: () => Promise<T>, signal: AbortSignal): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await step()
      } catch (error) {
        if (signal.aborted || faultOf(error) !== 'network' || attempt === retries) throw error
        await ports.pause(backoffMs(attempt))
        if (signal.aborted) throw error
      }
    }
  }

  /** Takes the server's word on a photo, none if it has no such one; what is decided need not be kept here. */
  function settle(id: string, view: PhotoView | undefined) {
    const item = items.find((photo) => photo.id === id)
    if (!item) return
    patch(item.key, view ? serverState(view) : { state: 'failed', fault: 'missing' })
    if (view?.state !== 'uploaded') discard(item.key)
    else void watch()
  }

  function discard(key: string) {
    kept.delete(key)
    void ports.forget(key)
  }

  /** Looks at the photos being checked until there are none. */
  async function watch() {
    if (watching) return
    watching = true
    const ids = () => items.flatMap(({ state, id }) => (state === 'checking' && id ? [id] : []))
    for (let failures = 0; ids().length > 0; ) {
      await ports.pause(failures ? backoffMs(failures) : lookEveryMs)
      try {
        const asked = ids()
        const views = await ports.look(asked)
        for (const id of asked)
          settle(
            id,
            views.find((view) => view.id === id),
          )
        failures = 0
      } catch {
        failures = Math.min(failures + 1, retries)
      }
    }
    watching = false
  }

  const start = (item: PhotoItem) => {
    patch(item.key, { state: 'waiting', progress: 0 })
    void run(item.key)
  }

  return {
    /** Adds picked files while there is room; answers how many were already there and how many did not fit. */
    add(files: readonly File[]): { same: number; left: number } {
      // A file's date and size may be asked of the phone anew each time: once is enough.
      const picked = files.map((file) => ({ file, origin: originOf(file) }))
      const fresh = picked.filter(({ origin }) => !items.some((item) => item.origin === origin))
      const fitting = fresh.slice(0, limits.photos.max - items.length)
      const added = fitting.map(({ file, origin }) => ({
        file,
        item: { key: ports.newKey(), state: 'waiting', progress: 0, origin } satisfies PhotoItem,
      }))
      show([...items, ...added.map(({ item }) => item)])
      for (const { file, item } of added) {
        kept.set(item.key, { original: file })
        void ports.keep(item.key, { original: file })
        void run(item.key)
      }
      return { same: files.length - fresh.length, left: fresh.length - fitting.length }
    },

    /** Shows the photos of before a reload in their order, and goes on with those kept on this phone. */
    restore(entries: readonly Entry[]) {
      for (const { key, id, kept: source } of entries) {
        if (items.some((item) => item.key === key) || !(source || id)) continue
        const picture = source && 'shrunk' in source ? pictureOf(source.shrunk) : {}
        const state = source ? 'waiting' : 'checking'
        show([...items, { key, state, progress: source ? 0 : 1, ...(id && { id }), ...picture }])
        if (!source) continue
        kept.set(key, source)
        void run(key)
      }
      void watch()
    },

    /**
     * Takes over the draft's photos and their order: new ones are added, those that are gone leave, what is on its
     * way from this phone goes on. Photos without a view are asked for.
     */
    adopt(ids: readonly string[], views: readonly PhotoView[]) {
      const mine = items.filter((item) => !item.id || ids.includes(item.id))
      for (const item of items) if (!mine.includes(item)) drop(item.key)
      const known = ids.map((id): PhotoItem => {
        const item = mine.find((photo) => photo.id === id)
        const view = views.find((photo) => photo.id === id)
        if (!view) return item ?? { key: id, id, state: 'checking', progress: 1 }
        return item ? { ...item, ...(isUnderway(item) ? {} : serverState(view)) } : itemOf(view)
      })
      for (const [place, item] of mine.entries()) if (!item.id) known.splice(place, 0, item)
      show(known)
      void watch()
    },

    remove(key: string) {
      const item = items.find((photo) => photo.key === key)
      drop(key)
      show(items.filter((photo) => photo.key !== key))
      // What could not be removed there is swept by the server after a day.
      if (item?.id) void ports.remove(item.id).catch(() => undefined)
    },

    /** Puts a photo at another place; place 0 is the cover. */
    move(key: string, place: number) {
      const moved = items.find((item) => item.key === key)
      if (!moved) return
      const others = items.filter((item) => item !== moved)
      show([...others.slice(0, place), moved, ...others.slice(place)])
    },

    retry(key: string) {
      const item = items.find((photo) => photo.key === key)
      if (item && retryable(item)) start(item)
    },

    /** To be called when the connection is back: what gave up because of it starts again. */
    retryAll() {
      for (const item of items) if (item.fault === 'network' && retryable(item)) start(item)
    },
  }

  function drop(key: string) {
    aborts.get(key)?.abort()
    discard(key)
  }
}
export type UploadQueue = ReturnType<typeof createUploadQueue>

const pictureOf = ({ blob, width, height }: Shrunk): Partial<PhotoItem> => ({
  blob,
  ...(width && height && { width, height }),
})
