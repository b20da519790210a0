import { type SQL, sql } from 'drizzle-orm'

const dayMs = 86_400_000
/** Tashkent is five hours ahead of UTC all year. */
const ahead = 5 * 3_600_000

/** The number of a day in Tashkent, counted from 1970. */
export const dayNumber = (now: number): number => Math.floor((now + ahead) / dayMs)

/** `2026-03-12`, the day in Tashkent. */
export const tashkentDay = (now: Date): string => new Date(now.getTime() + ahead).toISOString().slice(0, 10)

/** So many days after a day, or before it. */
export const shiftDay = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** When a day begins in Tashkent. */
export const midnight = (day: string): Date => new Date(Date.parse(day) - ahead)

/** The day in Tashkent of a moment in a row. */
export const dayOfColumn = (at: SQL): SQL => sql`(${at} at time zone 'Asia/Tashkent')::date`
