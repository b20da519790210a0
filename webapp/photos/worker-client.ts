import type { Encoded } from '#webapp/photos/draw.ts'

/** A weak phone needs seconds for a large photo; after this the worker is taken for dead. */
const patienceMs = 30_000
/** The worker's memory is given back when nothing came for a while. */
const idleMs = 10_000

let worker: Worker | undefined
let idle: ReturnType<typeof setTimeout> | undefined

function stop() {
  worker?.terminate()
  worker = undefined
}

/**
 * Has a photo shrunk off the main thread; undefined when there is no such thing here, or when it failed.
 * Call for one photo at a time.
 */
export async function drawInWorker(file: Blob): Promise<Encoded | undefined> {
  if (typeof OffscreenCanvas === 'undefined' || typeof createImageBitmap === 'undefined') return undefined
  clearTimeout(idle)
  const answer = await ask(file)
  idle = setTimeout(stop, idleMs)
  return answer
}

const ask = (file: Blob) =>
  new Promise<Encoded | undefined>((resolve) => {
    const give = (answer: Encoded | undefined, dead: boolean) => {
      clearTimeout(timer)
      if (dead) stop()
      resolve(answer)
    }
    const timer = setTimeout(() => give(undefined, true), patienceMs)
    try {
      worker ??= new Worker(new URL('./shrink-worker.ts', import.meta.url), { type: 'module' })
      worker.onmessage = ({ data }: MessageEvent<Encoded | undefined>) => give(data, false)
      worker.onerror = () => give(undefined, true)
      worker.postMessage(file)
    } catch {
      give(undefined, true)
    }
  })
