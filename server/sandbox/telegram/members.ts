import type { ChatMember, User } from '@grammyjs/types'
import type { ChannelRight } from './protocol.ts'
import type { StoredChat, StoredPerson, World } from './world.ts'
import { chatOf, hasRight, now, userOf } from './world.ts'

/**
 * The rights the sandbox's bot has where it is an administrator: those an owner gives to a bot that runs a board, but for
 * what a channel's owner took from it.
 */
export function administrator(user: User, chat: StoredChat): ChatMember {
  return {
    status: 'administrator',
    user,
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: chat.type !== 'channel' || hasRight(chat, 'can_delete_messages'),
    can_manage_video_chats: false,
    can_restrict_members: true,
    can_promote_members: false,
    can_change_info: true,
    can_invite_users: true,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_send_welcome_messages: false,
    ...(chat.type === 'channel'
      ? {
          can_post_messages: hasRight(chat, 'can_post_messages'),
          can_edit_messages: hasRight(chat, 'can_edit_messages'),
        }
      : { can_pin_messages: true, can_manage_topics: false }),
  }
}

/** The bot as a member of a group or channel. */
export function botMember(world: World, chat: StoredChat): ChatMember {
  const { bot: status } = chat
  if (status === 'administrator') return administrator(world.bot, chat)
  return status === 'kicked' ? { status, user: world.bot, until_date: 0 } : { status, user: world.bot }
}

/**
 * Adds, promotes, demotes or removes the bot, or gives and takes rights, and tells it by `my_chat_member`.
 * @param by who did it
 * @param lacks rights that a channel's administrator is not given
 */
export function changeBotStatus(
  world: World,
  chat: StoredChat,
  status: StoredChat['bot'],
  by: User,
  lacks: ChannelRight[] = [],
): void {
  const { lacks: _, ...rest } = chat
  const changed: StoredChat = { ...rest, bot: status, ...(lacks.length && { lacks }) }
  const [before, after] = [botMember(world, chat), botMember(world, changed)]
  if (JSON.stringify(before) === JSON.stringify(after)) return
  world.chats.set(chat.id, changed)
  world.updates.add(
    {
      my_chat_member: {
        chat: chatOf(world, chat),
        from: by,
        date: now(),
        old_chat_member: before,
        new_chat_member: after,
      },
    },
    chat.id,
  )
  world.emit({ type: 'state' })
}

/** A person blocks the bot or lets it write again; the bot hears of it by `my_chat_member`. */
export function setBlocked(world: World, person: StoredPerson, blocked: boolean): void {
  if (person.botBlocked === blocked) return
  world.people.set(person.id, { ...person, botBlocked: blocked, contact: blocked ? person.contact : 'open' })
  const member = (isBlocked: boolean): ChatMember =>
    isBlocked ? { status: 'kicked', user: world.bot, until_date: 0 } : { status: 'member', user: world.bot }
  const chat = world.chats.get(person.id) as StoredChat
  // A bot never hears of people it has not met.
  if (person.contact === 'open')
    world.updates.add(
      {
        my_chat_member: {
          chat: chatOf(world, chat),
          from: userOf(person),
          date: now(),
          old_chat_member: member(person.botBlocked),
          new_chat_member: member(blocked),
        },
      },
      person.id,
    )
  world.emit({ type: 'state' })
}
