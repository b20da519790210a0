import type { Person } from './protocol.ts'
import type { StoredChat, World } from './world.ts'

export const BOT_USERNAME = 'VodiyBozorBot'
export const CHANNEL = { id: -1001000000001, title: 'Vodiy Bozor', username: 'vodiy_bozor' }
/** A second one, for boards that post cars apart. */
export const CARS_CHANNEL = {
  id: -1001000000004,
  title: 'Vodiy Bozor – Avto',
  username: 'vodiy_bozor_avto',
}
export const MODERATORS_GROUP = { id: -1001000000002, title: 'Vodiy Bozor: moderatorlar' }
export const SERVICE_CHAT = { id: -1001000000003, title: 'Vodiy Bozor: xizmat' }

export const PEOPLE: Person[] = [
  person(1001, 'Karimjon', 'uz', '+998901234567', 'seller'),
  person(1002, 'Dilnoza', 'uz', '+998912345678', 'buyer'),
  person(1003, 'Иван', 'ru', '+998934567890', 'buyer'),
  person(1004, 'Muhabbat', 'uz', '+998945678901', 'moderator'),
]

/** Puts the people and their chats where they are missing; what is already there stays as it is. */
export function seed(world: World, people: Person[]): void {
  if (!world.settings.names.get('')) world.settings.names.set('', CHANNEL.title)
  for (const someone of people) {
    if (!world.people.get(someone.id)) world.people.set(someone.id, { ...someone, contact: 'none' })
    addChat(world, {
      id: someone.id,
      type: 'private',
      title: [someone.first_name, someone.last_name].filter(Boolean).join(' '),
      personId: someone.id,
      memberIds: [],
      bot: 'member',
      pinned: [],
    })
  }
  const moderators = people.filter(({ role }) => role === 'moderator').map(({ id }) => id)
  const owner = moderators[0] === undefined ? {} : { ownerId: moderators[0] }
  const shared = { bot: 'administrator', pinned: [] as number[], ...owner } as const
  addChat(world, { ...CHANNEL, ...shared, type: 'channel', memberIds: people.map(({ id }) => id) })
  addChat(world, { ...CARS_CHANNEL, ...shared, type: 'channel', memberIds: people.map(({ id }) => id) })
  addChat(world, { ...MODERATORS_GROUP, ...shared, type: 'supergroup', memberIds: moderators })
  addChat(world, { ...SERVICE_CHAT, type: 'supergroup', bot: 'administrator', pinned: [], memberIds: [] })
}

function addChat(world: World, chat: StoredChat): void {
  if (!world.chats.get(chat.id)) world.chats.set(chat.id, chat)
}

function person(id: number, name: string, language: string, phone: string, role: Person['role']): Person {
  return { id, is_bot: false, first_name: name, language_code: language, phone, role, botBlocked: false }
}
