import { and, eq, not } from 'drizzle-orm'
import { users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { banned } from '#server/users/standing.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { failureOf, isUnreachable } from './failure.ts'

/** Job `admins.alert`: tells every admin of something they must mend; done when one of them could be told. */
export async function alertAdmins({ db, telegram, config, log }: Deps, { text }: JobData['admins.alert']) {
  const { adminIds, channelLocale } = config.telegram
  const made = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), not(banned())))
  const ids = new Set([...adminIds, ...made.map(({ id }) => id)])
  const alert = botTexts(channelLocale)('bot.alert', { text })
  log.warn({ text }, 'admins alerted')
  const told = await Promise.allSettled([...ids].map((id) => telegram.sendMessage(id, alert)))
  if (told.some(({ status }) => status === 'fulfilled')) return
  for (const result of told)
    if (result.status === 'rejected' && !isUnreachable(failureOf(result.reason))) throw result.reason
}
