import { eq } from 'drizzle-orm'
import type { Message } from 'grammy/types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBot } from '#server/bot/bot.ts'
import { registerBot } from '#server/bot/register.ts'
import { startUpdates } from '#server/bot/updates.ts'
import { users } from '#server/db/schema.ts'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { setLocale, upsertUser } from '#server/users/queries.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { eventually } from '../ads.ts'
import { people } from '../people.ts'
import { type BotWorld, startBotWorld } from './world.ts'

let world: BotWorld
let updates: Awaited<ReturnType<typeof startUpdates>>
/** Somebody of each language; who speaks Cyrillic chose it, the others are known by their Telegram. */
const speakers = [
  ['uz', people.karimjon],
  ['en', people.dilnoza],
  ['ru', people.ivan],
  ['uz-Cyrl', people.muhabbat],
] as const satisfies [Locale, number][]

beforeAll(async () => {
  world = await startBotWorld()
  await world.client('PATCH', `people/${people.dilnoza}`, { language_code: 'en-GB' })
  await upsertUser(world.db, { id: people.muhabbat, first_name: 'Muhabbat' })
  await setLocale(world.db, people.muhabbat, 'uz-Cyrl')
  updates = await startUpdates(world.deps, createBot(world.deps))
})
afterAll(async () => {
  await updates?.stop()
  await world?.stop()
})

/** What the bot answers to a message in the person's own chat: all messages after theirs. */
async function answersTo(person: number, text: string) {
  const { message_id } = await world.say(person, text)
  return eventually(async () => {
    const later = (await world.messages(person)).filter((message) => message.message_id > message_id)
    return later.length > 0 && later
  })
}
const answerTo = async (person: number, text: string) => {
  const [answer, ...more] = await answersTo(person, text)
  expect(more).toEqual([])
  return answer as Message
}
const onlyButtonOf = ({ reply_markup }: Message) => {
  const buttons = reply_markup?.inline_keyboard.flat() ?? []
  expect(buttons).toHaveLength(1)
  return buttons[0]
}
const settingsOf = async (person: number) => {
  const { menuButtons, bot } = await world.client<SandboxState>('GET', `state?person=${person}`)
  return { menu: menuButtons[person], commands: bot.commands }
}

describe.each(speakers)('in %s', (locale, person) => {
  const t = botTexts(locale)

  test.each([
    ['/start', 'bot.open', '/'],
    ['/start ad_12', 'bot.open', '/ads/12'],
    ['/start nonsense', 'bot.open', '/'],
    ['/my', 'bot.my_button', '/mine'],
    ['/help', 'bot.open', '/'],
    ['salom', 'bot.open', '/'],
  ] as const)('%s is answered by a text and one button into the Mini App', async (text, key, path) => {
    const answer = await answerTo(person, text)
    expect(onlyButtonOf(answer)).toEqual({
      text: t(key),
      web_app: { url: world.deps.config.publicUrl + path },
    })
    expect(answer.text).not.toMatch(/\{\w+\}/)
  })

  test('/start greets by name', async () => {
    const [user] = await world.db.select().from(users).where(eq(users.id, person))
    expect((await answerTo(person, '/start')).text).toBe(t('bot.start', { name: user?.firstName ?? '' }))
  })

  test('/language offers the four, the present one marked', async () => {
    const answer = await answerTo(person, '/language')
    const labels = answer.reply_markup?.inline_keyboard.flat().map((button) => button.text)
    expect(answer.text).toBe(t('bot.language'))
    expect(labels).toHaveLength(4)
    expect(labels?.filter((label) => label.startsWith('✅'))).toHaveLength(1)
  })
})

describe('the language', () => {
  test('is Uzbek for a language that the board does not speak', async () => {
    await world.client('PATCH', `people/${people.karimjon}`, { language_code: 'kk' })
    expect((await answerTo(people.karimjon, '/help')).text).toBe(botTexts('uz')('bot.help'))
  })

  test('chosen by a button changes the message itself, the chat’s menu and what follows', async () => {
    const question = await answerTo(people.karimjon, '/language')
    await world.press(people.karimjon, question, 'language:ru')
    const t = botTexts('ru')
    const edited = await eventually(async () =>
      (await world.messages(people.karimjon)).find(
        ({ message_id, text }) => message_id === question.message_id && text === t('bot.language_done'),
      ),
    )
    expect(edited.reply_markup?.inline_keyboard.flat().map((button) => button.text)).toContain('✅ Русский')
    const { menu, commands } = await eventually(async () => {
      const settings = await settingsOf(people.karimjon)
      return settings.menu?.text === t('bot.menu') && settings.commands.length > 0 && settings
    })
    expect(menu?.url).toBe(`${world.deps.config.publicUrl}/`)
    expect(commands).toContainEqual({ command: 'new', description: t('bot.command.new') })
    expect((await answerTo(people.karimjon, '/my')).text).toBe(t('bot.my'))
  })

  test('stays when a button names one that there is not', async () => {
    const question = await answerTo(people.ivan, '/language')
    await world.press(people.ivan, question, 'language:fr')
    expect((await answerTo(people.ivan, '/help')).text).toBe(botTexts('ru')('bot.help'))
  })
})

describe('elsewhere', () => {
  test('what people say in a group is none of the bot’s business', async () => {
    const group = world.deps.config.telegram.moderatorsChatId
    await world.say(people.muhabbat, '/start', group)
    await answerTo(people.muhabbat, '/help')
    expect(await world.messages(group)).toHaveLength(1)
  })

  test('whoever blocks the bot is noted, until they come back', async () => {
    const unreachable = async () =>
      (await world.db.select().from(users).where(eq(users.id, people.dilnoza)))[0]?.unreachableAt
    await world.client('PATCH', `people/${people.dilnoza}`, { botBlocked: true })
    await eventually(unreachable)
    await world.client('PATCH', `people/${people.dilnoza}`, { botBlocked: false })
    await eventually(async () => (await unreachable()) === null)
  })

  test('admins hear of it when the bot cannot speak in the moderators’ group', async () => {
    await world.client('PATCH', `chats/${world.deps.config.telegram.moderatorsChatId}`, {
      botIsMember: false,
    })
    const [alert] = await eventually(() => {
      const taken = world.taken('admins.alert')
      return taken.length > 0 && taken
    })
    expect(alert?.data.text).toContain('moderatorlar')
  })
})

describe('registering', () => {
  test('tells Telegram the bot’s texts in every language, and only what is new', async () => {
    const { telegram } = world.deps
    await registerBot(world.deps)
    for (const [locale, audience] of [
      ['uz', {}],
      ['ru', { language_code: 'ru' }],
      ['en', { language_code: 'en' }],
    ] as const) {
      const t = botTexts(locale)
      const commands = await telegram.getMyCommands(audience)
      expect(commands.map(({ command }) => command)).toEqual([
        'start',
        'new',
        'my',
        'language',
        'help',
        'delete',
      ])
      expect(commands[1]?.description).toBe(t('bot.command.new'))
      expect((await telegram.getMyDescription(audience)).description).toBe(t('bot.description'))
      expect((await telegram.getMyShortDescription(audience)).short_description).toBe(
        t('bot.short_description'),
      )
    }
    expect(await telegram.getChatMenuButton()).toMatchObject({
      type: 'web_app',
      text: botTexts('uz')('bot.menu'),
    })

    const calls: string[] = []
    telegram.config.use((prev, method, payload, signal) => {
      calls.push(method)
      return prev(method, payload, signal)
    })
    await registerBot(world.deps)
    expect(calls.filter((method) => method.startsWith('set'))).toEqual([])
  })
})
