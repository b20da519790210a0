import type { Message } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { attributeOf, categoryById, labelOf } from '#shared/catalog/index.ts'
import { limits } from '#shared/limits.ts'
import { groupDigits } from '#shared/money/money.ts'
import { cobalt, eventually, param, plough } from '../ads.ts'
import { people } from '../people.ts'
import { jpeg } from '../photos/files.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()
const seller = people.karimjon

const field = ({ app }: Phone, name: string) => app.getByLabel(name, { exact: true })
const hasFocus = async (phone: Phone, name: string) => {
  await expect.poll(() => field(phone, name).evaluate((input) => input === document.activeElement)).toBe(true)
}

/** What stands beside a field that is wrong, tied to it for screen readers. */
async function problemOf(phone: Phone, name: string) {
  await expect.poll(() => field(phone, name).getAttribute('aria-invalid')).toBe('true')
  const note = await field(phone, name).getAttribute('aria-describedby')
  return phone.app.locator(`[id="${note}"] .vb-field__problem`).innerText()
}

async function open(draft: Draft) {
  await form.begin(seller, draft)
  const phone = await form.phone(seller)
  await phone.openForm()
  return phone
}

/** From the preview to one of its screens. */
async function change(phone: Phone, step: string) {
  await phone.app.getByRole('button', { name: step }).click()
  await phone.screen(step)
}

describe('an answer that is not right', () => {
  it('is named beside its question, which gets the focus, and nothing else is lost', async () => {
    const cars = categoryById('transport.cars')
    const [make, model, mileage] = ['make', 'model', 'mileage'].map((key) => {
      const attribute = cars && attributeOf(cars, key)
      return attribute ? labelOf(attribute.labels, 'uz') : key
    }) as [string, string, string]
    const { make: _, model: __, ...answered } = cobalt.attributes
    const phone = await open({ ...cobalt, attributes: { ...answered, mileage: 5_000_000 } })
    const { app, t, mainButton } = phone
    await phone.pick(await form.files({ 'car.jpg': await jpeg() }))
    await phone.tile(1, t('photo.ready')).waitFor()
    await mainButton().click()
    await phone.screen(t('draft.step_category'))
    await mainButton().click()
    await phone.screen(make)
    await app.getByRole('radio', { name: 'Chevrolet' }).click()
    await phone.screen(model)
    await app.getByRole('radio', { name: 'Cobalt', exact: true }).click()

    await phone.screen(mileage)
    await mainButton().click()
    await hasFocus(phone, mileage)
    expect(await problemOf(phone, mileage)).toBe(t('problem.range', { min: 0, max: groupDigits(2_000_000) }))
    expect((await field(phone, mileage).inputValue()).replace(/\D/g, '')).toBe('5000000')
    await field(phone, mileage).fill('87 ming')
    await mainButton().click()
    await phone.screen(t('draft.step_text'))
    expect(await field(phone, t('draft.title')).inputValue()).toBe(cobalt.title)
    await eventually(async () => {
      const { draft } = await form.saved(seller)
      return draft?.attributes['mileage'] === 87_000 && draft.attributes['model'] === 'chevrolet-cobalt'
    })
  })

  it.each([
    [
      'too long a name',
      'Yer haydayman '.repeat(10),
      (t: Phone['t']) => t('problem.too_long', { max: limits.title.max }),
    ],
    ['a name of blanks', ' \u00a0 \t ', (t: Phone['t']) => t('draft.problem_title')],
    ['a name of dots', '. . .', (t: Phone['t']) => t('draft.problem_title')],
  ])('%s is kept as typed and named beside the field', async (_, typed, says) => {
    const phone = await open(plough)
    const { t, mainButton } = phone
    await change(phone, t('draft.step_text'))
    await field(phone, t('draft.title')).fill(typed)
    await mainButton().click()
    expect(await problemOf(phone, t('draft.title'))).toBe(says(t))
    await hasFocus(phone, t('draft.title'))
    expect(await field(phone, t('draft.title')).inputValue()).toBe(typed)
    expect(await field(phone, t('draft.description')).inputValue()).toBe(plough.description)
    await field(phone, t('draft.title')).fill('Yer haydayman')
    await mainButton().click()
    await phone.screen(t('draft.step_preview'))
    await phone.app.getByText('Yer haydayman').first().waitFor()
  })
})

describe('a text of all that people paste', () => {
  const title = '👨‍👩‍👧‍👦 مرحبا <b>yer</b> *hay* _day_ [man](t.me) &amp;'
  const lines = [
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '**qalin** __yotiq__ `kod` ~chizilgan~ ||yashirin|| #yoq @hech /start',
    'שלום, نص من اليمين إلى اليسار, 12 345',
    '👩🏽‍🌾🐄🇺🇿 é ﷽ z̷a̷l̷g̷o̷',
  ]
  const unseen = 'boshqaruv\u0007 belgi\u202elar\u0000i'
  /** Keep a text in its own direction, and what looks like a link or a command from being one. */
  const marks = /[\u2060\u2066-\u2069]/g
  const long = '🚜 Yer haydash, molalash, ekish. '.repeat(50)

  it('is shown as typed in the preview and in the channel, and never breaks the caption', async () => {
    const phone = await open(plough)
    const { app, page, t, mainButton } = phone
    await change(phone, t('draft.step_photos'))
    await phone.pick(await form.files({ 'tractor.jpg': await jpeg() }))
    await phone.tile(1, t('photo.ready')).waitFor()
    await mainButton().click()
    await change(phone, t('draft.step_text'))
    await field(phone, t('draft.title')).fill(title)
    await field(phone, t('draft.description')).fill([...lines, unseen, long].join('\n'))
    await mainButton().click()
    await phone.screen(t('draft.step_preview'))
    const preview = app.locator('.vb-post__caption')
    await preview.getByText('<b>yer</b> *hay* _day_').waitFor()
    const previewed = await preview.textContent()
    await mainButton().click()
    await app.getByText(t('draft.sent_title')).waitFor()

    const [ad] = await form.ads(seller)
    const moderator = form.world.as(people.muhabbat)
    await eventually(async () => {
      const request = { ...param(ad?.id ?? 0), json: { revision: 1 } }
      return (await moderator.moderation[':id'].approve.$post(request)).ok
    })
    const post = await eventually(async () => (await channelPosts()).at(-1))
    const { caption = '', caption_entities = [] } = post
    expect(caption).toBe(previewed)
    expect(caption.length).toBeLessThanOrEqual(1024)
    for (const text of [title, ...lines.slice(0, 2)]) expect(caption.replace(marks, '')).toContain(text)
    for (const { type, offset, length } of caption_entities) {
      expect(['bold', 'hashtag', 'text_link']).toContain(type)
      expect(offset + length).toBeLessThanOrEqual(caption.length)
    }
    await phone.be(people.dilnoza, form.world.telegram.channelId)
    await page.getByTestId(`message-${post.message_id}`).getByText('<b>yer</b> *hay* _day_').waitFor()
    await phone.be(people.dilnoza, people.dilnoza, { startapp: `ad_${ad?.id}` })
    await app.getByRole('heading', { name: title }).waitFor()
    for (const text of [...lines, 'boshqaruv belgilari']) await app.getByText(text).waitFor()
  })
})

async function channelPosts(): Promise<Message[]> {
  const { telegram } = form.world
  const state = (await (await fetch(`${telegram.url}/client/state`)).json()) as SandboxState
  return state.chats.find(({ id }) => id === telegram.channelId)?.messages ?? []
}
