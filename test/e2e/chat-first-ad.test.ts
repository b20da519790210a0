import type { InlineKeyboardButton, Message } from 'grammy/types'
import { expect, it } from 'vitest'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { attributeOf, categoryById, labelOf } from '#shared/catalog/index.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { eventually } from '../ads.ts'
import { people } from '../people.ts'
import { phoneJpeg } from '../photos/files.ts'
import { type Phone, useForm } from './form.ts'
import { appTexts } from './texts.ts'
import { slowDown, thumbOf } from './thumb.ts'

const form = useForm()
const viewport = { width: 360, height: 640 }
const bot = botTexts('uz')
const bicycles = categoryById('transport.bicycles')

const optionOf = (key: string, at: number) => {
  const attribute = bicycles && attributeOf(bicycles, key)
  const option = attribute?.type === 'select' ? attribute.options[at] : undefined
  if (!option) throw new Error(`bicycles do not ask for a choice of ${key}`)
  return labelOf(option.labels, 'uz')
}
const photos = async () => {
  const small = await phoneJpeg(1600, 1200)
  return form.files({ '1.jpg': small, '2.jpg': small, '3.jpg': small })
}

const isQuestion = (button: InlineKeyboardButton) =>
  'callback_data' in button && button.callback_data.startsWith('d:')

/** The newest message of the bot's that has buttons. */
async function latest(person: number): Promise<Message | undefined> {
  const state = await fetch(`${form.world.telegram.url}/client/state?person=${person}`)
  const { chats } = (await state.json()) as SandboxState
  const messages = chats.find(({ id }) => id === person)?.messages ?? []
  return messages.findLast(({ from, reply_markup }) => from?.is_bot && reply_markup)
}

/** What the bot asks, or that the ad was sent, once it says something else than `before`. */
const asked = (person: number, before: Message | undefined) =>
  eventually(async () => {
    const last = await latest(person)
    if (!last || (last.message_id === before?.message_id && last.text === before.text)) return undefined
    const buttons = last.reply_markup?.inline_keyboard.flat() ?? []
    if (last.text?.startsWith(appTexts('uz')('draft.sent_title'))) return 'sent' as const
    return buttons.some(isQuestion) ? last : undefined
  }, 60)

/** From the empty chat to "sent", as people do: an album with a few words, then only what is asked. */
async function post(phone: Phone, person: number, thumb: ReturnType<typeof thumbOf>, text: string) {
  const { page, t } = phone
  const before = await latest(person)
  thumb.begin()
  if (!before) {
    await thumb.tap(page.getByTestId('start'))
    await page.getByRole('button', { name: bot('bot.open') }).waitFor()
  }
  const greeting = latest(person)
  await thumb.pick(page.getByTestId('attach-photo'), await photos())
  await thumb.type(page.getByTestId('composer'), text)
  await thumb.tap(page.getByTestId('send'))

  const share = bot('dialog.share_phone')
  const answers = [optionOf('kind', 1), optionOf('condition', 0), share, `✅ ${t('draft.send')}`]
  const questions: string[] = []
  for (let question = await asked(person, await greeting); question !== 'sent'; ) {
    questions.push(question.text?.split('\n')[0] ?? '')
    const bubble = page.getByTestId(`message-${question.message_id}`)
    const offered = question.reply_markup?.inline_keyboard.flat().map((button) => button.text) ?? []
    const known = offered.find((label) => answers.includes(label) || label.startsWith('📱 +998'))
    if (known === share) {
      await thumb.tap(bubble.getByRole('button', { name: known, exact: true }))
      await thumb.tap(page.getByLabel('Bot keyboard').getByRole('button', { name: share }))
      await thumb.tap(page.getByTestId('popup-button-ok'))
    } else if (known) await thumb.tap(bubble.getByRole('button', { name: known, exact: true }))
    else throw new Error(`asked what was said: ${question.text}`)
    question = await asked(person, question)
  }
  return { told: thumb.told(), questions }
}

const allPhotos = (person: number) =>
  eventually(async () => (await form.ads(person)).every(({ photoCount }) => photoCount === 3), 60)

const words = 'Velosiped, 900 ming, Asaka'
const whole = {
  title: 'Velosiped',
  price: { kind: 'fixed', amount: 900_000, currency: 'UZS' },
  districtId: 'andijon.asaka',
  photoCount: 3,
  state: 'pending',
}
const summary = appTexts('uz')('draft.step_preview')

it('a newcomer posts a whole ad with three photos in the chat; nothing is asked that was said', async () => {
  const person = people.karimjon
  const phone = await form.phone(person, { viewport })
  await phone.be(person)
  const thumb = thumbOf()
  const first = await post(phone, person, thumb, words)
  console.log(`chat, the first ad: ${first.told}`)
  expect(first.questions).toEqual(['Turi', 'Holati', 'Telefon raqami', summary])
  const next = await post(phone, person, thumb, words)
  console.log(`chat, the next ad: ${next.told}`)
  expect(next.questions).toEqual(['Turi', 'Holati', summary])
  await allPhotos(person)
  expect(await form.ads(person)).toMatchObject([whole, whole])
}, 120_000)

it('on a slow phone and slow 3G too', async () => {
  const person = people.dilnoza
  const phone = await form.phone(person, { viewport })
  await phone.be(person)
  await slowDown(phone.page, { network: true, cpu: 6 })
  const { told } = await post(phone, person, thumbOf(), words)
  console.log(`chat, slow 3G and a processor 6× slower: ${told}`)
  await allPhotos(person)
  expect(await form.ads(person)).toMatchObject([whole])
}, 240_000)
