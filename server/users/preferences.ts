import { failureOf } from '#server/bot/failure.ts'
import { setChatMenu } from '#server/bot/menu.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { findUser, localeOfUser, setPreferences } from '#server/users/queries.ts'
import type { Preferences } from '#shared/users/schema.ts'

/** Keeps what a person wishes; a new language is spoken by the bot's menu in their chat too. */
export const changePreferences = (deps: Deps, userId: number, wishes: Preferences) =>
  deps.db.transaction(async (tx) => {
    const user = await setPreferences(tx, userId, wishes)
    if (wishes.locale) await deps.jobs.enqueue(tx, 'bot.menu', { userId })
    return user
  })

/** Job `bot.menu`: the menu and the commands of a person's chat in their language; none where there is no chat. */
export async function renewMenu(deps: Deps, { userId }: JobData['bot.menu']) {
  const user = await findUser(deps.db, userId)
  if (!user) return
  try {
    await setChatMenu(deps, userId, localeOfUser(user))
  } catch (error) {
    if (failureOf(error).kind !== 'refused') throw error
  }
}
