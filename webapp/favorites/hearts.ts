import { createSignal } from 'solid-js'

/** What hearts need of the world. */
export interface HeartPorts {
  /** Everything that is saved, the newest first. */
  load: () => Promise<readonly number[]>
  save: (id: number) => Promise<unknown>
  letGo: (id: number) => Promise<unknown>
  /** As the phone remembers them from the last time. */
  kept: () => readonly number[] | undefined
  keep: (ids: readonly number[]) => void
  /** A heart that was drawn at once had to be taken back. */
  onRefused: (error: unknown) => void
}

/**
 * Which ads are saved. A tap counts at once; the server hears of it behind, one request an ad at a time, until it
 * stands there as it was last tapped. What the server refuses is taken back and said.
 */
export function createHearts(ports: HeartPorts) {
  /** What the server is known to have, the newest first. */
  let standing = ports.kept() ?? []
  const wanted = new Map<number, boolean>()
  const sending = new Map<number, Promise<void>>()
  /** Grows with everything that is settled: a list asked for before is no longer true. */
  let round = 0
  const [ids, setIds] = createSignal(standing)

  function show() {
    const added = [...wanted].filter(([id, want]) => want && !standing.includes(id)).map(([id]) => id)
    setIds([...added.reverse(), ...standing.filter((id) => wanted.get(id) !== false)])
  }
  function settled(ids: readonly number[]) {
    round++
    standing = ids
    ports.keep(standing)
  }

  async function settle(id: number) {
    try {
      for (let want = wanted.get(id); want !== standing.includes(id); want = wanted.get(id)) {
        await (want ? ports.save(id) : ports.letGo(id))
        const others = standing.filter((each) => each !== id)
        settled(want ? [id, ...others] : others)
      }
    } catch (error) {
      ports.onRefused(error)
    }
    wanted.delete(id)
    sending.delete(id)
    show()
  }

  return {
    /** Saved ads, the newest first. */
    ids,
    has: (id: number) => ids().includes(id),
    /** Saves an ad or lets it go; answers which. */
    toggle(id: number): boolean {
      const want = !ids().includes(id)
      // The last one wanted is the newest.
      wanted.delete(id)
      wanted.set(id, want)
      show()
      if (!sending.has(id)) sending.set(id, settle(id))
      return want
    },
    /** Asks the server what is saved, perhaps by another device. */
    async load() {
      let asked: number
      let answer: readonly number[]
      do {
        asked = round
        answer = await ports.load()
      } while (asked !== round)
      settled(answer)
      show()
    },
    /** The server has heard of every tap so far. */
    heard: async () => void (await Promise.all(sending.values())),
  }
}
