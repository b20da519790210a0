/** Numbers that look random and are the same in every run (mulberry32). */
export function createRandom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    /** A whole number from 0 to below `below`. */
    below: (below: number) => Math.floor(next() * below),
    chance: (share: number) => next() < share,
    one: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T,
  }
}
export type Random = ReturnType<typeof createRandom>

/** Places of a list drawn by Zipf's law: the n-th about n times rarer than the first; `flat` softens the first ones. */
export function createZipf(random: Random, size: number, flat = 2.7) {
  const sums = new Float64Array(size)
  let sum = 0
  for (let rank = 0; rank < size; rank++) {
    sum += 1 / (rank + flat)
    sums[rank] = sum
  }
  return () => {
    const wanted = random.next() * sum
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}
