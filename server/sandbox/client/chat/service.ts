import type { Message } from '@grammyjs/types'

const nameOf = (user: { first_name: string; last_name?: string } | undefined) =>
  [user?.first_name, user?.last_name].filter(Boolean).join(' ') || 'Somebody'

/** The grey note of a service message, `undefined` for an ordinary one. */
export function serviceText(message: Message): string | undefined {
  const who = nameOf(message.from)
  if (message.new_chat_members) return `${message.new_chat_members.map(nameOf).join(', ')} joined the group`
  if (message.left_chat_member) return `${nameOf(message.left_chat_member)} left the group`
  if (message.new_chat_title) return `${who} changed the name to “${message.new_chat_title}”`
  if (message.pinned_message) return `${who} pinned a message`
  if (message.channel_chat_created) return 'Channel created'
  if (message.group_chat_created || message.supergroup_chat_created) return 'Group created'
  if (message.write_access_allowed) return 'You allowed this bot to message you'
  if (message.web_app_data)
    return `You sent data from the “${message.web_app_data.button_text}” button to the bot`
  return undefined
}

export { nameOf }
