import { sameDay } from './rows.ts'

/** `Today`, `Yesterday`, `20 May`, and the year when it is another one. */
export function dayLabel(unixSeconds: number, now = new Date()): string {
  const today = now.getTime() / 1000
  if (sameDay(unixSeconds, today)) return 'Today'
  if (sameDay(unixSeconds, today - 86_400)) return 'Yesterday'
  const date = new Date(unixSeconds * 1000)
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', ...year })
}
