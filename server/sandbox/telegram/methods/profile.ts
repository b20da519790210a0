import type { BotCommand, MenuButton } from '@grammyjs/types'
import { badRequest } from '../errors.ts'
import type { Table } from '../journal.ts'
import { checked } from '../keyboards.ts'
import type { Params } from '../params.ts'
import { commandsKey, inLanguage } from '../settings.ts'
import type { World } from '../world.ts'
import { chatFor } from '../world.ts'
import type { Method } from './method.ts'

const getMe: Method = ({ world }) => ({
  ...world.bot,
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_guest_queries: false,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: true,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
})

const setMyCommands: Method = ({ world, params }) => {
  const commands = readCommands(params)
  world.settings.commands.set(scopeKey(world, params), commands)
  world.emit({ type: 'state' })
  return true
}

const getMyCommands: Method = ({ world, params }) =>
  world.settings.commands.get(scopeKey(world, params)) ?? []

const deleteMyCommands: Method = ({ world, params }) => {
  world.settings.commands.delete(scopeKey(world, params))
  world.emit({ type: 'state' })
  return true
}

const setChatMenuButton: Method = ({ world, params }) => {
  const button = readMenuButton(params)
  const key = params.has('chat_id') ? chatFor(world, params.text('chat_id'), 'read').id : 'default'
  world.settings.menuButtons.set(key, button)
  world.emit({ type: 'state' })
  return true
}

const getChatMenuButton: Method = ({ world, params }) => {
  const { menuButtons } = world.settings
  if (!params.has('chat_id')) return menuButtons.get('default') ?? { type: 'commands' }
  return menuButtons.get(chatFor(world, params.text('chat_id'), 'read').id) ?? { type: 'default' }
}

export const profileMethods = {
  getMe,
  logOut: (() => true) satisfies Method,
  close: (() => true) satisfies Method,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setChatMenuButton,
  getChatMenuButton,
  ...textMethods('Name', 'name', 64, (world) => world.settings.names),
  ...textMethods('Description', 'description', 512, (world) => world.settings.descriptions),
  ...textMethods('ShortDescription', 'short_description', 120, (world) => world.settings.shortDescriptions),
}

/** `setMy…` and `getMy…` of a text kept per language; an empty text removes it. */
function textMethods(
  name: string,
  field: string,
  limit: number,
  table: (world: World) => Table<string>,
): Record<string, Method> {
  return {
    [`setMy${name}`]: ({ world, params }) => {
      const text = params.text(field)
      const language = languageCode(params)
      if (text.length > limit) throw badRequest(`BOT_${field === 'name' ? 'TITLE' : 'INFO'}_INVALID`)
      if (text) table(world).set(language, text)
      else table(world).delete(language)
      world.emit({ type: 'state' })
      return true
    },
    [`getMy${name}`]: ({ world, params }) => ({
      [field]:
        inLanguage(table(world), languageCode(params)) || (field === 'name' ? world.bot.first_name : ''),
    }),
  }
}

function readCommands(params: Params): BotCommand[] {
  const list = params.json('commands', 'commands') ?? []
  if (!Array.isArray(list)) throw badRequest('Expected an Array of BotCommand')
  if (list.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  return list.map((item: unknown) => {
    const wrong = (why: string): Error => badRequest(`Can't parse BotCommand: ${why}`)
    if (typeof item !== 'object' || item === null) throw wrong('expected an Object')
    const given = item as Partial<BotCommand>
    for (const field of ['command', 'description'] as const)
      if (typeof given[field] !== 'string') throw wrong(`Can't find field "${field}"`)
    const command = (given.command as string).trim().replace(/^\//, '')
    const description = (given.description as string).trim()
    if (!command) throw badRequest('Command must be non-empty')
    if (command.length > 32) throw badRequest('Command length must not exceed 32')
    if (!/^[a-z0-9_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
    if (!description) throw badRequest('Command description must be non-empty')
    if (description.length > 256) throw badRequest('Command description length must not exceed 256')
    return { command, description }
  })
}

function scopeKey(world: World, params: Params): string {
  const scope = (params.json('scope', 'BotCommandScope') ?? { type: 'default' }) as Record<string, unknown>
  const { type } = scope
  const language = languageCode(params)
  if (
    type === 'default' ||
    type === 'all_private_chats' ||
    type === 'all_group_chats' ||
    type === 'all_chat_administrators'
  )
    return commandsKey(type, language)
  if (type !== 'chat' && type !== 'chat_administrators' && type !== 'chat_member')
    throw badRequest("Can't parse BotCommandScope: unsupported type specified")
  const chat = chatFor(world, String(scope['chat_id'] ?? ''), 'read')
  if (chat.type === 'channel') throw badRequest("Can't change commands in channel chats")
  if (type !== 'chat' && chat.type === 'private')
    throw badRequest("Can't use specified scope in private chats")
  const member = type === 'chat_member' ? `:${Number(scope['user_id'])}` : ''
  return commandsKey(`${type}:${chat.id}${member}`, language)
}

function languageCode(params: Params): string {
  const code = params.text('language_code')
  if (code && !/^[a-z]{2}$/.test(code)) throw badRequest('Invalid language code specified')
  return code
}

function readMenuButton(params: Params): MenuButton {
  const button = params.json('menu_button', 'menu button') ?? { type: 'default' }
  const wrong = (why: string): Error => badRequest(`Can't parse menu button: ${why}`)
  if (typeof button !== 'object' || Array.isArray(button)) throw wrong('MenuButton must be an Object')
  const {
    type,
    text,
    web_app: webApp,
  } = button as { type?: unknown; text?: unknown; web_app?: { url?: unknown } }
  if (type === 'default' || type === 'commands') return { type }
  if (type !== 'web_app') throw wrong('MenuButton has unsupported type')
  if (typeof text !== 'string') throw wrong('Can\'t find field "text"')
  if (typeof webApp?.url !== 'string') throw wrong('Can\'t find field "web_app"')
  if (!text.trim()) throw badRequest('Menu button text must be non-empty')
  return { type, text, web_app: { url: checked(webApp.url, 'Menu button Web App', 'https') } }
}
