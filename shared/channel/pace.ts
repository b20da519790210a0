/** How fast and when a channel takes new posts. */
export interface Pace {
  /** Minutes from one new post to the next; 0: none. */
  gap: number
  /** Minutes of the day in Tashkent; a night may lie between. Null: new posts come at any hour. */
  quietFrom: number | null
  quietTo: number | null
}

const minute = 60_000
const day = 24 * 60 * minute
/** Tashkent is five hours ahead of UTC all year. */
const zone = 5 * 60 * minute

/**
 * Milliseconds until the channel takes its next new post; 0 when it may come now.
 * @param last when the post before was sent, in milliseconds since 1970 as `now`
 */
export function waitOf({ gap, quietFrom, quietTo }: Pace, last: number | undefined, now: number): number {
  const due = Math.max(now, last === undefined ? 0 : last + gap * minute)
  if (quietFrom === null || quietTo === null) return due - now
  // The day begins where the quiet hours do: they last from 0 to their length, over midnight or not.
  const length = ((quietTo - quietFrom) * minute + day) % day
  const passed = (due + zone - quietFrom * minute + day) % day
  return due - now + (passed < length ? length - passed : 0)
}
