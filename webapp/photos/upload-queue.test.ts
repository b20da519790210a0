import { describe, expect, it } from 'vitest'
import type { PhotoView } from '#server/ads/views.ts'
import { type FaultCode, PhotoFault } from './fault.ts'
import type { PhotoItem } from './item.ts'
import { createUploadQueue, type Kept, type Ports } from './upload-queue.ts'

/** Lets everything that can go on without the outside go on. */
const settled = async () => {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve()
}
const file = (name: string) => new File([name], name, { lastModified: 1 })
const view = (id: string, state: PhotoView['state'] = 'ready'): PhotoView => ({
  id,
  state,
  problem: state === 'refused' ? 'animated' : null,
  width: 4,
  height: 3,
  thumbhash: null,
})

/** A server and phone that do what the test says; every call is noted in order. */
function world(answers: Partial<Ports> = {}) {
  const calls: string[] = []
  const kept = new Map<string, Kept>()
  const pauses: (() => void)[] = []
  let shown: readonly PhotoItem[] = []
  let keys = 0
  const ports: Ports = {
    newKey: () => `key${++keys}`,
    shrink: async (blob) => ({ blob, contentType: 'image/jpeg', width: 4, height: 3 }),
    create: async (key) => ({ id: `id-${key}`, uploadUrl: `url-${key}` }),
    put: async () => {},
    complete: async (id) => view(id, 'uploaded'),
    look: async (ids) => ids.map((id) => view(id)),
    remove: async () => {},
    keep: async (key, what) => void kept.set(key, what),
    forget: async (key) => void kept.delete(key),
    pause: () => new Promise((resolve) => pauses.push(resolve)),
    breathe: async () => {},
    ...answers,
  }
  for (const name of ['create', 'put', 'complete', 'remove'] as const) {
    const real = ports[name] as (...args: unknown[]) => Promise<unknown>
    Object.assign(ports, {
      [name]: (...args: unknown[]) => {
        calls.push(`${name} ${args[0]}`)
        return real(...args)
      },
    })
  }
  const queue = createUploadQueue(ports, (items) => {
    shown = items
  })
  return {
    queue,
    calls,
    kept,
    states: () => shown.map(({ state }) => state),
    faults: () => shown.map(({ fault }) => fault),
    items: () => shown,
    /** Lets the time of all pauses pass. */
    async wait() {
      for (const resume of pauses.splice(0)) resume()
      await settled()
    },
  }
}

/** Rejects with the given codes one after another, then does the real thing. */
function failing<A extends unknown[], R>(codes: FaultCode[], real: (...args: A) => Promise<R>) {
  return async (...args: A): Promise<R> => {
    const code = codes.shift()
    if (code) throw new PhotoFault(code)
    return real(...args)
  }
}

describe('a photo on its way', () => {
  it('is kept, created, put, completed, watched until ready, then no longer kept', async () => {
    const { queue, calls, kept, states, wait, items } = world()
    queue.add([file('a')])
    expect(states()).toEqual(['shrinking'])
    await settled()
    expect(calls).toEqual(['create key1', 'put url-key1', 'complete id-key1'])
    expect(states()).toEqual(['checking'])
    expect(kept.get('key1')).toHaveProperty('shrunk')
    await wait()
    expect(items()[0]).toMatchObject({ id: 'id-key1', state: 'ready', width: 4, height: 3 })
    expect(kept.size).toBe(0)
  })

  it('shows how much is sent', async () => {
    let report: (share: number) => void = () => {}
    const { queue, items } = world({
      put: (_url, _file, onProgress) => {
        report = onProgress
        return new Promise(() => {})
      },
    })
    queue.add([file('a')])
    await settled()
    report(0.4)
    expect(items()[0]).toMatchObject({ state: 'uploading', progress: 0.4 })
  })

  it('one that the server refuses says why and leaves the others untouched', async () => {
    const { queue, states, faults, wait } = world({
      look: async (ids) => ids.map((id) => view(id, id === 'id-key1' ? 'refused' : 'ready')),
    })
    queue.add([file('a'), file('b')])
    await settled()
    await wait()
    expect(states()).toEqual(['failed', 'ready'])
    expect(faults()).toEqual(['animated', undefined])
  })

  it('one that cannot be shrunk fails by itself and cannot be tried again', async () => {
    const shrink: Ports['shrink'] = async (blob) => {
      if (blob instanceof File && blob.name === 'text') throw new PhotoFault('not_image')
      return { blob, contentType: 'image/jpeg' }
    }
    const { queue, calls, states, faults } = world({ shrink })
    queue.add([file('text'), file('photo')])
    await settled()
    expect(states()).toEqual(['failed', 'checking'])
    expect(faults()).toEqual(['not_image', undefined])
    queue.retry('key1')
    await settled()
    expect(calls).not.toContain('create key1')
  })
})

describe('many photos', () => {
  it('are shrunk one at a time and uploaded two at a time', async () => {
    let shrinking = 0
    let uploading = 0
    const most = { shrinking: 0, uploading: 0 }
    const { queue, states, wait } = world({
      shrink: async (blob) => {
        most.shrinking = Math.max(most.shrinking, ++shrinking)
        await settled()
        shrinking--
        return { blob, contentType: 'image/jpeg' }
      },
      put: async () => {
        most.uploading = Math.max(most.uploading, ++uploading)
        await settled()
        await settled()
        uploading--
      },
    })
    queue.add(['a', 'b', 'c', 'd', 'e'].map(file))
    for (let turn = 0; turn < 20; turn++) await settled()
    await wait()
    expect(states()).toEqual(Array(5).fill('ready'))
    expect(most).toEqual({ shrinking: 1, uploading: 2 })
  })

  it('ten fit; the same file twice counts once', async () => {
    const { queue, items } = world()
    const names = [...'abcdefghijkl']
    expect(queue.add(names.slice(0, 8).map(file))).toEqual({ same: 0, left: 0 })
    expect(queue.add([file('a'), ...names.slice(8).map(file)])).toEqual({ same: 1, left: 2 })
    expect(items()).toHaveLength(10)
  })

  it('may be picked one by one, with pickers between that give nothing', async () => {
    const { queue, states, wait } = world()
    for (const name of ['a', 'b', 'c']) {
      expect(queue.add([file(name)])).toEqual({ same: 0, left: 0 })
      expect(queue.add([])).toEqual({ same: 0, left: 0 })
      await settled()
    }
    await wait()
    expect(states()).toEqual(['ready', 'ready', 'ready'])
  })

  it('picked together are shown at once, in their order', () => {
    const { queue, items } = world({ shrink: () => new Promise(() => {}) })
    queue.add([file('a'), file('b'), file('c')])
    expect(items().map(({ origin }) => origin?.[0])).toEqual(['a', 'b', 'c'])
    expect(items().map(({ state }) => state)).toEqual(['shrinking', 'waiting', 'waiting'])
  })

  it('keep the order they are put in', async () => {
    const { queue, items } = world()
    queue.add(['a', 'b', 'c'].map(file))
    queue.move('key3', 0)
    expect(items().map(({ key }) => key)).toEqual(['key3', 'key1', 'key2'])
    queue.move('key3', 2)
    expect(items().map(({ key }) => key)).toEqual(['key1', 'key2', 'key3'])
  })
})

describe('a bad connection', () => {
  it('is waited out: the upload is tried again and arrives', async () => {
    const { queue, calls, states, wait } = world({ put: failing(['network', 'network'], async () => {}) })
    queue.add([file('a')])
    await settled()
    expect(states()).toEqual(['uploading'])
    await wait()
    await wait()
    expect(calls.filter((call) => call.startsWith('put'))).toHaveLength(3)
    expect(states()).toEqual(['checking'])
  })

  it('that lasts fails the photo, which starts again when the connection is back', async () => {
    const codes: FaultCode[] = Array(6).fill('network')
    const create = failing(codes, async (key: string) => ({ id: `id-${key}`, uploadUrl: 'url' }))
    const { queue, states, faults, wait } = world({ create })
    queue.add([file('a')])
    await settled()
    for (let turn = 0; turn < 6; turn++) await wait()
    expect([states(), faults()]).toEqual([['failed'], ['network']])
    queue.retryAll()
    await settled()
    expect(states()).toEqual(['checking'])
  })

  it('let the URL expire: a new one is asked for under the same key', async () => {
    const { queue, calls, states } = world({ put: failing(['missing'], async () => {}) })
    queue.add([file('a')])
    await settled()
    expect(calls).toEqual(['create key1', 'put url-key1', 'create key1', 'put url-key1', 'complete id-key1'])
    expect(states()).toEqual(['checking'])
  })

  it('a storage that refuses for good is not asked for ever', async () => {
    const { queue, calls, states } = world({ put: failing(Array(9).fill('missing'), async () => {}) })
    queue.add([file('a')])
    await settled()
    expect(calls.filter((call) => call.startsWith('put'))).toHaveLength(3)
    expect(states()).toEqual(['failed'])
  })
})

describe('removing', () => {
  it('stops what is under way, forgets it here and removes it there', async () => {
    let aborted = false
    const put: Ports['put'] = (_url, _file, _progress, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          aborted = true
          reject(new PhotoFault('network'))
        })
      })
    const { queue, calls, kept, items } = world({ put })
    queue.add([file('a')])
    await settled()
    queue.remove('key1')
    await settled()
    expect(aborted).toBe(true)
    expect(items()).toEqual([])
    expect(kept.size).toBe(0)
    expect(calls).toEqual(['create key1', 'put url-key1', 'remove id-key1'])
  })

  it('while it waits its turn: it is never shrunk nor sent', async () => {
    const { queue, calls, items } = world()
    queue.add([file('a'), file('b')])
    queue.remove('key2')
    await settled()
    expect(items().map(({ key }) => key)).toEqual(['key1'])
    expect(calls.filter((call) => call.includes('key2'))).toEqual([])
  })
})

describe('after a reload', () => {
  const shrunkFile = { shrunk: { blob: file('a'), contentType: 'image/jpeg' as const, width: 4, height: 3 } }

  it('a kept photo goes on from where it was, without shrinking again', async () => {
    const shrink: Ports['shrink'] = () => Promise.reject(new PhotoFault('broken'))
    const { queue, calls, states } = world({ shrink })
    queue.restore([{ key: 'old', kept: shrunkFile }])
    await settled()
    expect(calls).toEqual(['create old', 'put url-old', 'complete id-old'])
    expect(states()).toEqual(['checking'])
  })

  it('a kept photo that had arrived is not sent again', async () => {
    const { queue, calls, states, kept } = world()
    kept.set('old', shrunkFile)
    queue.restore([{ key: 'old', id: 'id-old', kept: shrunkFile }])
    await settled()
    expect(calls).toEqual([])
    expect(states()).toEqual(['ready'])
    expect(kept.size).toBe(0)
  })

  it('photos that are done keep their place among those still waiting', async () => {
    const { queue, items, wait } = world({ create: () => new Promise(() => {}) })
    queue.restore([
      { key: 'p1', id: 'p1' },
      { key: 'old', kept: shrunkFile },
      { key: 'lost' },
      { key: 'p2', id: 'p2' },
    ])
    queue.adopt(['p1', 'p2'], [])
    await settled()
    await wait()
    expect(items().map(({ key, state }) => [key, state])).toEqual([
      ['p1', 'ready'],
      ['old', 'uploading'],
      ['p2', 'ready'],
    ])
  })

  it('a photo that the server swept says that it is missing', async () => {
    const { queue, faults, wait } = world({ look: async () => [] })
    queue.restore([{ key: 'p1', id: 'p1' }])
    await wait()
    expect(faults()).toEqual(['missing'])
  })

  it("the server's photos are taken over in its order, those on their way stay where they are", async () => {
    const { queue, items } = world({ create: () => new Promise(() => {}) })
    queue.add([file('a')])
    await settled()
    queue.adopt(['p2', 'p1'], [view('p1'), view('p2', 'refused')])
    expect(items().map(({ key, state, fault }) => [key, state, fault])).toEqual([
      ['key1', 'uploading', undefined],
      ['p2', 'failed', 'animated'],
      ['p1', 'ready', undefined],
    ])
  })

  it('a photo removed on another device leaves', async () => {
    const { queue, items } = world()
    queue.adopt(['p1', 'p2'], [view('p1'), view('p2')])
    queue.adopt(['p2'], [view('p2')])
    expect(items().map(({ key }) => key)).toEqual(['p2'])
  })
})
