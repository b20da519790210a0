import { sees } from './people.ts'
import type { Person, SandboxChat, SandboxState } from './protocol.ts'
import { channelRights } from './protocol.ts'
import { commandsFor, inLanguage, menuButtonFor } from './settings.ts'
import type { StoredChat, StoredPerson, World } from './world.ts'
import { hasRight } from './world.ts'

/** Everything the page shows, or what one person sees of it. */
export function clientState(world: World, personId?: number): SandboxState {
  const people = [...world.people.values()]
  const viewer = personId === undefined ? undefined : world.people.get(personId)
  const language = viewer?.language_code ?? ''
  const description = inLanguage(world.settings.descriptions, language)
  const shortDescription = inLanguage(world.settings.shortDescriptions, language)
  return {
    bot: {
      ...world.bot,
      ...(description && { description }),
      ...(shortDescription && { shortDescription }),
      commands: commandsFor(world.settings, personId ?? 0, language),
    },
    menuButtons: Object.fromEntries(people.map(({ id }) => [id, menuButtonOf(world, id)])),
    people: people.map(clientPerson),
    chats: [...world.chats.values()]
      .filter((chat) => !viewer || sees(chat, viewer.id))
      .map((chat) => clientChat(world, chat)),
  }
}

export function clientPerson({ contact: _contact, ...person }: StoredPerson): Person {
  return person
}

function menuButtonOf(world: World, personId: number): SandboxState['menuButtons'][number] {
  const button = menuButtonFor(world.settings, personId)
  return button.type === 'web_app' ? { text: button.text, url: button.web_app.url } : undefined
}

const rightsIn = (chat: StoredChat) => channelRights.filter((right) => hasRight(chat, right))

function clientChat(world: World, chat: StoredChat): SandboxChat {
  const { id, type, title, username, personId, keyboard, memberIds } = chat
  return {
    id,
    type: type === 'supergroup' ? 'group' : type,
    title,
    ...(username && { username }),
    botIsAdmin: type === 'private' ? !world.people.get(id)?.botBlocked : chat.bot === 'administrator',
    ...(type === 'channel' && chat.bot === 'administrator' && { botRights: rightsIn(chat) }),
    ...(personId !== undefined && { personId }),
    ...(type === 'supergroup' && { memberIds }),
    ...(keyboard && { keyboard }),
    messages: [...world.messages(id).values()].map(({ message }) => message),
  }
}
