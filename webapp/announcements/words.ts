import type { Resource } from 'solid-js'
import type { Announcement, Reach } from '#webapp/announcements/queries.ts'
import { messageOf } from '#webapp/api.ts'
import { t } from '#webapp/staff/i18n.ts'
import { knownOf } from '#webapp/ui/known.ts'

/** How many had their turn, of how many; whoever could not be written to from the start counts as done. */
export function turnsOf({ progress }: Pick<Announcement, 'progress'>) {
  const all = Object.values(progress).reduce((sum, count) => sum + count, 0)
  const done = all - progress.waiting - progress.sending
  return { all, done, share: all === 0 ? 0 : done / all }
}

/** How many would get it, or why that is not known; nothing while it is being counted. */
export function reachText(reach: Resource<Reach>): string | undefined {
  if (reach.error) return messageOf(reach.error)
  const known = knownOf(reach)
  return known && t('announcements.reach', { count: known.reachable, unreachable: known.unreachable })
}
