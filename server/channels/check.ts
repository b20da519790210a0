import { eq, ne, or } from 'drizzle-orm'
import type { ChatFullInfo, ChatMember } from 'grammy/types'
import { type Failure, failureOf } from '#server/bot/failure.ts'
import { channels } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { noteStanding, type Standing, standingBehind, standingOf } from './standing.ts'

/** What Telegram says of a chat and of the bot in it. */
export interface Looked extends Standing {
  chat: Pick<ChatFullInfo, 'id' | 'type' | 'title' | 'username'>
}

/** Asks Telegram for a chat by id or `@name`, and for what the bot may do there. */
export async function lookAt({ telegram, me }: Deps, chat: number | string): Promise<Looked | Failure> {
  try {
    const { id, type, title, username } = await telegram.getChat(chat)
    const named = { id, type, ...(title && { title }), ...(username && { username }) }
    const member: ChatMember = await telegram.getChatMember(id, me.id)
    return { chat: named as Looked['chat'], ...standingOf(member) }
  } catch (error) {
    return failureOf(error)
  }
}

/** Asks anew how a channel is called and what the bot may do there. */
export async function checkChannel(deps: Deps, channelId: number): Promise<void> {
  const looked = await lookAt(deps, channelId)
  await deps.db.transaction(async (tx) => {
    if ('chat' in looked) {
      const { title, username = null } = looked.chat
      await tx
        .update(channels)
        .set({ ...(title && { title }), username })
        .where(eq(channels.id, channelId))
      await noteStanding(deps, tx, channelId, looked)
      return
    }
    const standing = standingBehind(looked)
    // Without an answer nothing is known that was not known before.
    if (standing && looked.kind === 'refused')
      await noteStanding(deps, tx, channelId, { standing, error: looked.reason })
  })
}

/** Job `channels.check`: finds out what no update told, of channels that take ads and of those the bot lost. */
export async function checkChannels(deps: Deps) {
  const rows = await deps.db
    .select({ id: channels.id })
    .from(channels)
    .where(or(channels.enabled, ne(channels.standing, 'fine')))
  for (const { id } of rows) await checkChannel(deps, id)
}
