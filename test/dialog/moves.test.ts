import { eq } from 'drizzle-orm'
import type { Update } from 'grammy/types'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createBot } from '#server/bot/bot.ts'
import { ads, dialogs, drafts, photos, users } from '#server/db/schema.ts'
import { dialogTexts } from '#server/dialog/texts.ts'
import { saveDraft } from '#server/drafts/verbs.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { people } from '../people.ts'
import * as files from '../photos/files.ts'
import { answerShown, jpegUpload, pressAcross, walkToSummary } from './walk.ts'
import { type DialogWorld, type Person, startDialogWorld } from './world.ts'

const t = dialogTexts('uz')
const services = 'services.machines'
let world: DialogWorld
let person: Person
beforeAll(async () => {
  world = await startDialogWorld()
  person = world.person(people.karimjon)
})
afterAll(() => world?.stop())
beforeEach(async () => {
  await world.db.delete(dialogs)
  await world.db.delete(drafts)
  await world.db.delete(ads)
  for (const { message_id } of await person.questions())
    await world.deps.telegram.deleteMessage(person.id, message_id)
})

const shown = async () => (await person.position())?.shown
const botSaid = async () => (await person.botMessages()).length
/** The form saves over whatever there is. */
async function inTheForm(change: (draft: Draft) => Draft) {
  const row = await person.draft()
  if (!row) throw new Error('no draft')
  await saveDraft(world.db, person.id, row.revision, change(row.data))
}

test('an album with a text is one beginning and gets one reaction', async () => {
  const before = await botSaid()
  await person.sends(
    [await jpegUpload(), await jpegUpload('two.jpg'), await jpegUpload('three.jpg')],
    'Sigir sotiladi',
  )
  expect(await botSaid()).toBe(before + 1)
  expect((await person.draft())?.data.title).toContain('Sigir')
  // All three hold the same picture, so Telegram gives them one file, yet each is a photo of its own.
  expect((await person.draft())?.data.photoIds).toHaveLength(3)
  expect(world.taken('photos.process')).toHaveLength(3)
})

test('a text, a photo as a file and a forwarded ad come together in any order', async () => {
  const channel = world.deps.config.telegram.channelId
  const ad = await world.deps.telegram.sendMessage(
    channel,
    'Cobalt 2021 sotiladi\nNarxi 11500$\nTel: +998 90 123 45 67',
  )
  await person.says('/new')
  await person.sends([{ field: 'document', name: 'a.png', type: 'image/png', data: await files.png() }])
  await person.client({ forward: { chatId: channel, messageId: ad.message_id } })
  await person.sends([await jpegUpload()])
  const draft = (await person.draft())?.data
  expect(draft?.title).toContain('Cobalt')
  expect(draft?.contact?.phone).toContain('901234567')
  const rows = await world.db.select().from(photos).where(eq(photos.ownerId, person.id))
  const types = draft?.photoIds.map((id) => rows.find((row) => row.id === id)?.contentType)
  expect(types).toEqual(['image/png', 'image/jpeg'])
  expect(await person.questions()).toHaveLength(1)
})

test('the place and phone of the last ad are taken over, but what the next text says goes before them', async () => {
  await person.sends([await jpegUpload()], 'Velosiped yangi, 900 ming, Asaka\n90 123 45 67')
  await person.presses('v:adult')
  await person.presses('v:new')
  expect(await shown()).toBe('summary')
  await inTheForm((draft) => ({ ...draft, mahalla: 'Navbahor' }))
  await person.presses('send')

  await person.sends([await jpegUpload()], 'Velosiped yangi, 700 ming')
  await person.presses('v:adult')
  await person.presses('v:new')
  expect(await shown()).toBe('summary')
  const same = { districtId: 'andijon.asaka', mahalla: 'Navbahor', contact: { phone: '+998901234567' } }
  expect((await person.draft())?.data).toMatchObject(same)
  await person.presses('cancel')

  await person.sends([await jpegUpload()])
  await person.says('Velosiped yangi, 700 ming, Rishton\n91 234 56 78')
  const draft = (await person.draft())?.data
  expect(draft).toMatchObject({ districtId: 'fargona.rishton', contact: { phone: '+998912345678' } })
  expect(draft).not.toHaveProperty('mahalla')
})

test.each([
  ['plan.pdf', 'application/pdf', 'photo.not_image'],
  ['IMG_1.heic', 'image/heic', 'photo.heic'],
  ['funny.gif', 'image/gif', 'photo.animated'],
] as const)('a document %s is refused with the reason, the question stays', async (name, type, reason) => {
  await person.says('/new')
  await person.sends([{ field: 'document', name, type, data: new Uint8Array(100).fill(7) }])
  expect((await person.question()).text).toContain(t(reason))
  expect((await person.draft())?.data.photoIds).toEqual([])
  expect(await shown()).toBe('photoIds')
})

test('a photo that does not come through from Telegram is asked for again; nothing told holds the token', async () => {
  await person.says('/new')
  await world.fault({ method: 'getFile', kind: '400', times: 1, description: 'Bad Request: file is too big' })
  await person.sends([await jpegUpload()])
  expect((await person.question()).text).toContain(t('photo.too_large'))
  await world.fault({ method: 'getFile', kind: '403', times: 1 })
  await person.sends([await jpegUpload()])
  expect((await person.question()).text).toContain(t('dialog.photo_lost'))
  expect((await person.question()).text).not.toContain(world.deps.config.telegram.token)
  await person.sends([await jpegUpload()])
  expect((await person.draft())?.data.photoIds).toHaveLength(1)
})

test('ten photos are what an ad takes; the others are told of once', async () => {
  const before = await botSaid()
  const album = await Promise.all(Array.from({ length: 12 }, (_, i) => jpegUpload(`${i}.jpg`)))
  await person.sends(album)
  expect(await botSaid()).toBe(before + 1)
  expect((await person.draft())?.data.photoIds).toHaveLength(10)
  expect((await person.question()).text).toContain(t('dialog.photos_full', { max: 10 }))
})

test('a photo that turned out bad is asked for again before sending, with the reason', async () => {
  await person.says('/new')
  await walkToSummary(person, 'transport.bicycles')
  const [id = ''] = (await person.draft())?.data.photoIds ?? []
  await world.db.update(photos).set({ state: 'refused', problem: 'broken' }).where(eq(photos.id, id))
  await person.presses('send')
  expect(await shown()).toBe('photoIds')
  expect((await person.question()).text).toContain(t('photo.broken'))
  await person.presses('clean')
  await person.sends([await jpegUpload()])
  expect(await shown()).toBe('summary')
})

test('answers are read leniently; a wrong one is explained above the same question', async () => {
  await person.sends([await jpegUpload()])
  for (const action of ['g:transport', 'v:transport.cars', 'v:chevrolet', 'v:chevrolet-cobalt'])
    await person.presses(action)
  await person.says('bilmadim')
  expect(await shown()).toBe('attributes.year')
  const wrong = await person.question()
  expect(wrong.text).toMatch(/^⚠️ .+\n\n.+/)
  expect(wrong.entities).toContainEqual(expect.objectContaining({ type: 'bold' }))
  await person.says('2021-yil')
  await person.says('87 ming')
  await person.presses('v:suggested')
  await person.says('12,5 mln kelishiladi')
  await person.says('Asakada')
  await person.says('90 123-45-67')
  expect(await shown()).toBe('summary')
  expect((await person.draft())?.data).toMatchObject({
    attributes: { year: 2021, mileage: 87_000 },
    title: 'Cobalt, 2021',
    price: { kind: 'negotiable', amount: 12_500_000, currency: 'UZS' },
    districtId: 'andijon.asaka',
    contact: { phone: '+998901234567' },
  })
})

test('back leads to the question before, its answer kept or changed', async () => {
  await person.says('/new')
  await person.presses('skip')
  await pressAcross(person, 'g:services')
  await person.presses('back')
  expect(await person.actions()).toContain('g:transport')
  await answerShown(person, services)
  const second = await shown()
  await person.presses('back')
  expect(await shown()).toBe('categoryId')
  expect((await person.question()).text).toContain('Hozirgi javob')
  await person.presses('keep')
  expect(await shown()).toBe(second)
  for (let step = 0; step < 9; step++) await person.presses('back')
  expect((await person.draft())?.data.categoryId).toBe(services)
  await person.presses('keep')
  await walkToSummary(person, services)
})

test('before the first question there is none', async () => {
  await person.says('/new')
  expect(await person.presses('back')).toMatchObject({ text: t('dialog.first') })
  expect(await shown()).toBe('photoIds')
})

test('what was put off but is needed is asked last', async () => {
  await person.says('/new')
  await person.presses('skip')
  const asked = await walkToSummary(person, 'transport.bicycles')
  expect(asked.at(-1)).toBe('photoIds')
})

test('cancelling empties the draft and can be taken back', async () => {
  await person.says('/new')
  await answerShown(person, services)
  await answerShown(person, services)
  const before = (await person.draft())?.data
  await person.presses('cancel')
  expect(await person.draft()).toBeUndefined()
  await person.presses('undo')
  expect((await person.draft())?.data).toEqual(before)
  await person.presses('cancel')
  await person.says('/new')
  expect((await person.draft())?.data.photoIds).toEqual([])
  expect(await shown()).toBe('photoIds')
})

test('any part is changed from the summary and leads back there', async () => {
  await person.says('/new')
  await walkToSummary(person, 'transport.bicycles')
  await person.presses('edit:price')
  await person.presses('back')
  await person.presses('edit:price')
  await person.says('1500$')
  expect(await shown()).toBe('summary')
  expect((await person.question()).text).toMatch(/1\s500\s\$/)
  await person.presses('edit:details')
  await person.presses((await person.actions()).find((action) => action.startsWith('edit:attributes.')) ?? '')
  await answerShown(person, 'transport.bicycles')
  expect(await shown()).toBe('summary')
  // Another category keeps what means the same there and asks for what it needs besides.
  await person.presses('edit:categoryId')
  await answerShown(person, 'transport.cars')
  expect(await shown()).toBe('attributes.make')
})

test('a restart in the middle loses nothing, also what was said while the bot was away', async () => {
  await person.says('/new')
  await person.presses('skip')
  await world.restart()
  await answerShown(person, services)
  const before = await shown()
  await world.restart(async () => {
    await world.say(person.id, '/new')
  })
  expect(await shown()).toBe(before)
  await walkToSummary(person, services)
  await world.restart()
  await person.presses('send')
  expect((await person.ads()).at(-1)?.categoryId).toBe(services)
})

test('the same update twice, as after a crash, answers once and puts the message right', async () => {
  const bot = createBot(world.deps)
  await person.says('/new')
  const question = await person.question()
  const { step = 0 } = (await person.position()) ?? {}
  const press = (action: string): Update =>
    ({
      update_id: 1,
      callback_query: {
        id: '1',
        from: {
          id: person.id,
          is_bot: false,
          first_name: 'Karimjon',
          username: 'karimjon',
          language_code: 'uz',
        },
        message: question,
        chat_instance: '1',
        data: `d:${step}:${action}`,
      },
    }) as Update
  await bot.handle(press('skip'))
  await bot.handle(press('skip'))
  expect(await shown()).toBe('categoryId')
  // Died between keeping the answer and showing the next question: the old message still stands there.
  const { face: _, ...unshown } = (await person.position()) ?? { face: '' }
  await world.db.update(dialogs).set({ state: { ...unshown, step: 40 } })
  await person.pressData(question, `d:${step}:skip`)
  expect((await person.position())?.step).toBe(40)
  await pressAcross(person, 'g:services')
})

test('the form and the chat fill the same draft: what was answered there is not asked here', async () => {
  await person.says('/new')
  await person.presses('skip')
  await inTheForm((draft) => ({
    ...draft,
    categoryId: services,
    attributes: { kind: 'plough', pricePer: 'hour' },
    title: 'Yer haydayman',
  }))
  await person.says('/new')
  expect(await shown()).toBe('price')
  await inTheForm((draft) => ({ ...draft, price: { kind: 'negotiable', currency: 'UZS' } }))
  await person.says('100 ming')
  expect(await shown()).toBe('districtId')
  expect((await person.draft())?.data).toMatchObject({ title: 'Yer haydayman', price: { amount: 100_000 } })
  await walkToSummary(person, services)
  // Taken out in the form after the summary was shown: sending asks for it.
  await inTheForm(({ title: _, ...draft }) => draft)
  await person.presses('send')
  expect(await shown()).toBe('title')
  await answerShown(person, services)
  await person.presses('send')
  expect((await person.ads()).at(-1)?.title).toBe('Yaxshi narsa, yangi')
})

test('what was sent in the form is not gone on with here', async () => {
  await person.says('/new')
  await person.presses('skip')
  const question = await person.question()
  await world.db.delete(drafts)
  const { text } = await person.pressData(question, String(callbackOf(question, 'g:transport')))
  expect(text).toBe(t('dialog.stale'))
  expect(await person.draft()).toBeUndefined()
})

const callbackOf = (message: Awaited<ReturnType<Person['question']>>, action: string) =>
  message.reply_markup?.inline_keyboard
    .flat()
    .map((button) => ('callback_data' in button ? button.callback_data : ''))
    .find((data) => data?.endsWith(action))

test('two phones pressing at once answer once; a button of an old question changes nothing', async () => {
  await person.says('/new')
  await person.presses('skip')
  await pressAcross(person, 'g:services')
  const old = await person.question()
  const [first, second] = ['v:services.machines', 'v:services.cargo'].map((action) => callbackOf(old, action))
  const answers = await Promise.all([person.pressData(old, first ?? ''), person.pressData(old, second ?? '')])
  expect(answers.map(({ text }) => text)).toEqual([undefined, t('dialog.stale')])
  const draft = await person.draft()
  expect(draft?.data.categoryId).toBe('services.machines')
  await person.says('/new')
  expect((await person.pressData(old, first ?? '')).text).toBe(t('dialog.stale'))
  expect((await person.draft())?.data).toEqual(draft?.data)
  expect(await person.questions()).toHaveLength(1)
})

test('one’s own contact is taken and vouched for, another’s is not', async () => {
  await person.says('/new')
  while ((await shown()) !== 'contact') await answerShown(person, 'transport.bicycles')
  const from = {
    id: person.id,
    is_bot: false,
    first_name: 'Karimjon',
    username: 'karimjon',
    language_code: 'uz',
  }
  const chat = { id: person.id, type: 'private', first_name: 'Karimjon' } as const
  const contact = { phone_number: '998901112233', first_name: 'Boshqa', user_id: people.dilnoza }
  const message_id = (await person.question()).message_id + 1
  await createBot(world.deps).handle({ update_id: 2, message: { message_id, date: 1, chat, from, contact } })
  expect((await person.question()).text).toContain(t('dialog.not_yours'))
  expect((await person.draft())?.data.contact?.phone).toBeUndefined()

  await person.presses('share')
  const prompt = (await person.botMessages()).at(-1)
  await world.db.update(dialogs).set({ messageId: (await person.question()).message_id })
  await person.client({ contact: true })
  expect(await shown()).toBe('summary')
  const [user] = await world.db.select().from(users).where(eq(users.id, person.id))
  expect(user?.phone).toMatch(/^\+998/)
  expect((await person.draft())?.data.contact?.phone).toBe(user?.phone)
  expect((await person.botMessages()).map(({ message_id: id }) => id)).not.toContain(prompt?.message_id)
  await world.db.update(users).set({ phone: null })
})

test('a voice message is no answer; a greeting without a dialog begins none', async () => {
  await person.says('salom')
  expect(await shown()).toBeUndefined()
  await person.says('/new')
  await person.client({ contact: true }).catch(() => undefined)
  const answered = await createBot(world.deps).handle(sticker((await person.question()).message_id + 1))
  expect(answered).toBeUndefined()
  expect((await person.question()).text).toContain(t('dialog.unreadable'))
})

const sticker = (message_id: number) =>
  ({
    update_id: 3,
    message: {
      message_id,
      date: 1,
      chat: { id: people.karimjon, type: 'private', first_name: 'Karimjon' },
      from: {
        id: people.karimjon,
        is_bot: false,
        first_name: 'Karimjon',
        username: 'karimjon',
        language_code: 'uz',
      },
      sticker: { file_id: 'x' },
    },
  }) as unknown as Update

test('whoever is banned is told so and begins nothing', async () => {
  await world.db.update(users).set({ bannedAt: new Date() }).where(eq(users.id, person.id))
  await person.says('/new')
  await person.sends([await jpegUpload()])
  expect((await person.botMessages()).at(-1)?.text).toContain(t('ban.title'))
  expect(await person.draft()).toBeUndefined()
  await world.db.update(users).set({ bannedAt: null })
})
