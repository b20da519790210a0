import type { Deps } from '#server/deps.ts'
import { dayNumber } from '#server/stats/days.ts'
import { countOne, type Event } from '#server/stats/queries.ts'

/** What is remembered at most: some 30 MB; when it is full it is forgotten, and somebody is counted twice. */
const memory = 200_000

/**
 * Counts what people do to ads, each person once an ad and day. Who was counted today is remembered by this process
 * alone: it costs no query, and a restart or a second server counts somebody once more at the worst. The caller does
 * not wait for the row.
 */
export function createCounter({ db, log }: Pick<Deps, 'db' | 'log'>, clock = Date.now) {
  const counted = new Set<string>()
  let day = dayNumber(clock())

  return (event: Event, adId: number, viewerId: number): void => {
    const today = dayNumber(clock())
    if (today !== day || counted.size >= memory) counted.clear()
    day = today
    const once = `${event} ${adId} ${viewerId}`
    if (counted.has(once)) return
    counted.add(once)
    countOne(db, adId, event).catch((err: unknown) => {
      counted.delete(once)
      log.warn({ err, adId, event }, 'not counted')
    })
  }
}
export type Counter = ReturnType<typeof createCounter>
