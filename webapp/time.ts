import type { Translate } from '#shared/i18n/translate.ts'

type TimeKey = 'time.just_now' | 'time.minutes' | 'time.today' | 'time.yesterday' | 'time.days'

const dayMs = 86_400_000
const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
const two = (part: number) => String(part).padStart(2, '0')

/** `12.03.2026` in the phone's time zone. */
export function formatDate(iso: string): string {
  const date = new Date(iso)
  return `${two(date.getDate())}.${two(date.getMonth() + 1)}.${date.getFullYear()}`
}

/** "bugun", "kecha", "3 kun oldin", after a month the date. */
export function formatDay(iso: string, now: Date, t: Translate<TimeKey>): string {
  // Rounded, because a day of a change to summer time has not 24 hours.
  const days = Math.round((midnight(now) - midnight(new Date(iso))) / dayMs)
  if (days <= 0) return t('time.today')
  if (days === 1) return t('time.yesterday')
  return days <= 30 ? t('time.days', { count: days }) : formatDate(iso)
}

/** "hozirgina" and "5 daqiqa oldin" within the hour, then by days. */
export function formatAge(iso: string, now: Date, t: Translate<TimeKey>): string {
  const minutes = Math.floor((now.getTime() - new Date(iso).getTime()) / 60_000)
  if (minutes < 1) return t('time.just_now')
  return minutes < 60 ? t('time.minutes', { count: minutes }) : formatDay(iso, now, t)
}
