import { createHmac } from 'node:crypto'
import { badRequest } from './errors.ts'
import { launchUrl, signInitData } from './launch.ts'
import { chatSeenBy, personFor } from './people.ts'
import type { LaunchRequest } from './protocol.ts'
import type { Queries } from './queries.ts'
import { checkLink } from './text/links.ts'
import type { World } from './world.ts'
import { userOf } from './world.ts'

/** `startapp` takes 512 of these: https://core.telegram.org/bots/webapps#direct-link-mini-apps */
const START_PARAM = /^[\w-]{0,512}$/

/** Opens the Mini App as a person: its address with signed launch parameters. */
export function launchFor(world: World, queries: Queries, request: LaunchRequest, webappUrl: string): string {
  const person = personFor(world, request.from)
  const { kind, startParam, theme, platform = 'android' } = request
  const url = kind === 'link' ? webappUrl : request.url
  if (!url || 'problem' in checkLink(url, 'https'))
    throw badRequest('the Mini App has no address that can be opened')
  if (startParam !== undefined && !START_PARAM.test(startParam)) throw badRequest('START_PARAM_INVALID')
  if (person.contact === 'none') world.people.set(person.id, { ...person, contact: 'known' })

  const chat = chatSeenBy(world, person, request.chatId ?? person.id)
  const mayWrite = person.contact === 'open' && !person.botBlocked
  const { is_bot: _, ...user } = userOf(person)
  const initData = signInitData({
    token: world.token,
    user: { ...user, ...(mayWrite && { allows_write_to_pm: true as const }) },
    ...(startParam !== undefined && { startParam }),
    ...(kind === 'link'
      ? {
          chatType: chat.type === 'private' ? 'sender' : chat.type,
          chatInstance: chatInstance(world, chat.id),
        }
      : { queryId: queries.webApps.add({ personId: person.id, chatId: chat.id }).id }),
  })
  return launchUrl(url, { initData, theme, platform, ...(startParam !== undefined && { startParam }) })
}

/** The number that stands for a chat without naming it; always the same for one chat. */
export function chatInstance(world: World, chatId: number): string {
  return createHmac('sha256', world.token).update(String(chatId)).digest().readBigInt64BE().toString()
}
