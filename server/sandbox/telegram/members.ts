import type { ChatMember, User } from '@grammyjs/types'
import type { StoredChat, StoredPerson, World } from './world.ts'
import { chatOf, now, userOf } from './world.ts'

/** The rights the sandbox's bot has where it is an administrator: those an owner gives to a bot that runs a board. */
export function administrator(user: User, chat: StoredChat): ChatMember {
  return {
    status: 'administrator',
    user,
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: true,
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
      ? { can_post_messages: true, can_edit_messages: true }
      : { can_pin_messages: true, can_manage_topics: false }),
  }
}

/** The bot as a member of a group or channel with the given status. */
export function botMember(world: World, chat: StoredChat, status: StoredChat['bot']): ChatMember {
  if (status === 'administrator') return administrator(world.bot, chat)
  return status === 'kicked' ? { status, user: world.bot, until_date: 0 } : { status, user: world.bot }
}

/** Adds, promotes, demotes or removes the bot, and tells it by `my_chat_member`. @param by who did it */
export function changeBotStatus(world: World, chat: StoredChat, status: StoredChat['bot'], by: User): void {
  if (chat.bot === status) return
  world.chats.set(chat.id, { ...chat, bot: status })
  world.updates.add(
    {
      my_chat_member: {
        chat: chatOf(world, chat),
        from: by,
        date: now(),
        old_chat_member: botMember(world, chat, chat.bot),
        new_chat_member: botMember(world, chat, status),
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
