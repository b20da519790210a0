import type { ChatMember, User } from '@grammyjs/types'
import { badRequest } from '../errors.ts'
import { botMember, changeBotStatus } from '../members.ts'
import type { StoredChat, World } from '../world.ts'
import { chatFor, chatOf, userOf } from '../world.ts'
import type { Method } from './method.ts'

const getChat: Method = ({ world, params }) => {
  const chat = chatFor(world, params.text('chat_id'), 'read')
  const pinned =
    chat.pinned[0] === undefined ? undefined : world.messages(chat.id).get(chat.pinned[0])?.message
  return {
    ...chatOf(world, chat),
    ...(chat.username && { active_usernames: [chat.username] }),
    ...(chat.type === 'channel' && { has_visible_history: true }),
    ...(chat.type === 'supergroup' && { permissions: PERMISSIONS, join_to_send_messages: true }),
    ...(pinned && { pinned_message: pinned }),
    accent_color_id: Math.abs(chat.id) % 7,
    max_reaction_count: 11,
    accepted_gift_types: NO_GIFTS,
  }
}

const getChatMember: Method = ({ world, params }) => {
  const userId = params.int('user_id')
  if (userId <= 0) throw badRequest('Invalid user_id specified')
  const chat = chatFor(world, params.text('chat_id'), userId === world.bot.id ? 'read' : 'edit')
  return memberOf(world, chat, userId)
}

const getChatAdministrators: Method = ({ world, params }) => {
  const chat = chatFor(world, params.text('chat_id'), 'edit')
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat')
  const ids = [...(chat.ownerId === undefined ? [] : [chat.ownerId]), world.bot.id]
  return ids
    .map((id) => memberOf(world, chat, id))
    .filter(
      ({ status, user }) => status === 'creator' || (status === 'administrator' && user.id === world.bot.id),
    )
}

const getChatMemberCount: Method = ({ world, params }) => {
  const chat = chatFor(world, params.text('chat_id'), 'edit')
  if (chat.type === 'private') return 2
  return chat.memberIds.length + (chat.bot === 'administrator' || chat.bot === 'member' ? 1 : 0)
}

const leaveChat: Method = ({ world, params }) => {
  const chat = chatFor(world, params.text('chat_id'), 'read')
  if (chat.type === 'private') throw badRequest('CHAT_ID_INVALID')
  changeBotStatus(world, chat, 'left', world.bot)
  return true
}

const getUserProfilePhotos: Method = ({ world, params }) => {
  const person = world.people.get(params.int('user_id'))
  if (!person || person.contact === 'none') throw badRequest('user not found')
  return { total_count: 0, photos: [] }
}

export const chatMethods = {
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  getChatMembersCount: getChatMemberCount,
  leaveChat,
  getUserProfilePhotos,
}

const PERMISSIONS = {
  can_send_messages: true,
  can_send_audios: true,
  can_send_documents: true,
  can_send_photos: true,
  can_send_videos: true,
  can_send_video_notes: true,
  can_send_voice_notes: true,
  can_send_polls: true,
  can_send_other_messages: true,
  can_add_web_page_previews: true,
  can_change_info: false,
  can_invite_users: true,
  can_pin_messages: false,
  can_manage_topics: false,
}
const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
}

function memberOf(world: World, chat: StoredChat, userId: number): ChatMember {
  const person = world.people.get(userId)
  const user: User | undefined = userId === world.bot.id ? world.bot : person && userOf(person)
  if (!user) throw badRequest(chat.type === 'private' ? 'member not found' : 'PARTICIPANT_ID_INVALID')
  if (chat.type === 'private') {
    if (userId !== chat.id && userId !== world.bot.id) throw badRequest('member not found')
    return { status: 'member', user }
  }
  if (userId === world.bot.id) return botMember(world, chat)
  if (userId === chat.ownerId) return { status: 'creator', user, is_anonymous: false }
  return { status: chat.memberIds.includes(userId) ? 'member' : 'left', user }
}
