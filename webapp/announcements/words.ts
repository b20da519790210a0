import type { Announcement } from '#webapp/announcements/queries.ts'
import { t } from '#webapp/staff/i18n.ts'

/** How many had their turn, of how many; whoever could not be written to from the start counts as done. */
export function turnsOf({ progress }: Pick<Announcement, 'progress'>) {
  const all = Object.values(progress).reduce((sum, count) => sum + count, 0)
  const done = all - progress.waiting - progress.sending
  return { all, done, share: all === 0 ? 0 : done / all }
}

/** How many would get it; nothing while that is not known. */
export const reachText = (reach: { reachable: number; unreachable: number } | undefined) =>
  reach && t('announcements.reach', { count: reach.reachable, unreachable: reach.unreachable })
