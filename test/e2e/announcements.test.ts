import { beforeEach, describe, expect, it } from 'vitest'
import { announcementRecipients, announcements, users } from '#server/db/schema.ts'
import { eventually, newKey } from '../ads.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()
const admin = people.muhabbat
beforeEach(async () => {
  const { db } = form.world.deps
  await db.delete(announcements)
  // Who never wrote to the bot is found out to be unreachable.
  await db.update(users).set({ unreachableAt: null })
})

/** The admin at the list of announcements. */
async function open() {
  const phone = await form.phone(admin)
  await phone.be(admin, admin, { startapp: 'staff' })
  await phone.app.locator('a[href="/staff/announcements"]').click()
  return phone
}
async function written(uz: string) {
  const json = { texts: { uz }, audience: { who: 'everybody' } }
  const header = { 'idempotency-key': newKey() }
  return (await form.world.as(admin).admin.announcements.$post({ json, header })).json()
}

it('an admin writes an announcement, is told what is missing, and sends it', async () => {
  const phone = await open()
  const { app, page, t } = phone
  await phone.mainButton().click()
  const words = app.getByLabel(t('announcements.in_uz'), { exact: true }).first()
  await app.getByLabel(t('announcements.in_ru'), { exact: true }).first().fill('Открыто')
  await phone.mainButton().click()
  await app.getByText(t('problem.required')).first().waitFor()
  await words.fill('Yangi boʻlim ochildi')
  await app.getByRole('radio', { name: t('announcements.to_everybody') }).click()
  expect(await barriers(app)).toEqual([])
  await phone.mainButton().click()
  await app.getByText(t('announcements.preview')).first().waitFor()
  await expect.poll(() => phone.mainButton().isEnabled()).toBe(true)
  expect(await barriers(app)).toEqual([])
  await phone.mainButton().click()
  const popup = page.getByTestId('popup')
  await popup.getByText(t('announcements.start_ask', { count: 1 })).waitFor()
  expect(await form.world.deps.db.select().from(announcements)).toMatchObject([{ state: 'draft' }])
  await popup.getByRole('button', { name: t('announcements.start_yes') }).click()
  await eventually(async () => (await form.world.deps.db.select().from(announcements))[0]?.state === 'done')
  await app.getByText(t('announcements.state_done')).waitFor()
  const [row] = await form.world.deps.db.select().from(announcements)
  expect(row).toMatchObject({ texts: { uz: 'Yangi boʻlim ochildi', ru: 'Открыто' } })
})

it('a draft is corrected, and deleted once that is confirmed; the way back leads out of the list', async () => {
  await written('Adashib yozildi')
  const phone = await open()
  const { app, page, t } = phone
  await app.getByRole('link', { name: /^Adashib yozildi/ }).click()
  await app.getByRole('button', { name: t('announcements.edit') }).click()
  await app.getByLabel(t('announcements.in_uz'), { exact: true }).first().fill('Baribir adashib yozildi')
  await phone.mainButton().click()
  await app.getByText('Baribir adashib yozildi').waitFor()
  expect(await barriers(app)).toEqual([])

  const remove = app.getByRole('button', { name: t('announcements.delete') })
  const popup = page.getByTestId('popup')
  await remove.click()
  await popup.getByText(t('announcements.delete_ask')).waitFor()
  await popup.getByRole('button').last().click()
  await popup.waitFor({ state: 'detached' })
  expect(await form.world.deps.db.$count(announcements)).toBe(1)
  await remove.click()
  await popup.getByRole('button', { name: t('announcements.delete') }).click()
  await app.getByText(t('announcements.deleted')).waitFor()
  await app.getByText(t('announcements.none')).waitFor()
  expect(await form.world.deps.db.$count(announcements)).toBe(0)
  await page.getByTestId('back-button').click()
  await app.getByRole('heading', { level: 1, name: t('staff.title') }).waitFor()
})

it('what another admin made of a draft meanwhile is said beside the field, and nothing typed is lost', async () => {
  const { id, revision, audience } = await written('Ertaga bozor')
  const phone = await open()
  const { app, t } = phone
  await app.getByRole('link', { name: /^Ertaga bozor/ }).click()
  await app.getByRole('button', { name: t('announcements.edit') }).click()
  const field = (language: 'uz' | 'ru') =>
    app.getByLabel(t(`announcements.in_${language}`), { exact: true }).first()
  await field('uz').fill('Ertaga katta bozor')
  await form.world.as(admin).admin.announcements[':id'].$put({
    param: { id: String(id) },
    json: { texts: { uz: 'Ertaga bozor yoʻq', ru: 'Базара нет' }, audience: { ...audience }, revision },
  })
  await phone.mainButton().click()
  await app.getByText(t('board.clash', { value: 'Ertaga bozor yoʻq' })).waitFor()
  expect(await field('uz').inputValue()).toBe('Ertaga katta bozor')
  expect(await field('ru').inputValue()).toBe('Базара нет')
  expect(await barriers(app)).toEqual([])
  await phone.mainButton().click()
  await app.getByText('Ertaga katta bozor').waitFor()
  const [row] = await form.world.deps.db.select().from(announcements)
  expect(row).toMatchObject({ revision: 3, texts: { uz: 'Ertaga katta bozor', ru: 'Базара нет' } })
})

describe('while the server cannot be reached', () => {
  /** What is asked about announcements gets no answer until it is let through; `unheard`: it is done all the same. */
  async function cut(phone: Phone) {
    let way: 'away' | 'unheard' | 'through' = 'through'
    await phone.context.route(/\/api\/admin\/announcements/, async (route) => {
      if (way === 'through') return route.continue()
      if (way === 'unheard') await route.fetch()
      return route.abort('connectionrefused')
    })
    return (next: typeof way) => {
      way = next
    }
  }
  const wordsOf = ({ app, t }: Phone) => app.getByLabel(t('announcements.in_uz'), { exact: true }).first()
  const retryOf = ({ app, t }: Phone) => app.getByRole('button', { name: t('app.retry') })

  it('nothing typed is lost, and what was sent unheard does not stand for what was typed since', async () => {
    const phone = await open()
    const { app, t } = phone
    const be = await cut(phone)
    await phone.mainButton().click()
    await wordsOf(phone).fill('Bozor yakshanba kuni ochiq')
    be('away')
    await phone.mainButton().click()
    await app.getByRole('status').getByText(t('app.error_network')).waitFor()
    await phone.reload()
    await expect.poll(() => wordsOf(phone).inputValue()).toBe('Bozor yakshanba kuni ochiq')
    be('unheard')
    await app.getByRole('radio', { name: t('announcements.to_everybody') }).click()
    await app.getByText(t('app.error_network')).first().waitFor()
    await phone.mainButton().click()
    await eventually(async () => (await form.world.deps.db.$count(announcements)) === 1)
    await expect.poll(() => phone.mainButton().isEnabled()).toBe(true)
    await wordsOf(phone).fill('Bozor shanba kuni ochiq')
    be('through')
    await phone.mainButton().click()
    await app.getByText('Bozor shanba kuni ochiq', { exact: true }).waitFor()
  })

  it('a correction that arrived unheard is one’s own: what was typed since is saved upon it without a word', async () => {
    const { id } = await written('Bozor ochiq')
    const phone = await open()
    const { app, t } = phone
    const be = await cut(phone)
    await app.getByRole('link', { name: /^Bozor/ }).click()
    await app.getByRole('button', { name: t('announcements.edit') }).click()
    await wordsOf(phone).fill('Bozor yopiq')
    be('unheard')
    await phone.mainButton().click()
    await app.getByText(t('app.error_network')).waitFor()
    await wordsOf(phone).fill('Bozor dushanba yopiq')
    be('through')
    await phone.mainButton().click()
    await app.getByRole('button', { name: t('announcements.edit') }).waitFor()
    await app.getByText('Bozor dushanba yopiq').waitFor()
    const [row] = await form.world.deps.db.select().from(announcements)
    expect(row).toMatchObject({ id, revision: 3, texts: { uz: 'Bozor dushanba yopiq' } })
  })

  it('a draft says so and is tried again: to be seen, counted, corrected', async () => {
    const { id } = await written('Bozor yakshanba kuni ochiq')
    const phone = await open()
    const { app, page, t } = phone
    const be = await cut(phone)
    await app.getByRole('link', { name: /^Bozor/ }).waitFor()
    be('away')
    await app.getByRole('link', { name: /^Bozor/ }).click()
    await app.getByText(t('app.error_network')).waitFor()
    expect(await barriers(app)).toEqual([])
    be('through')
    await retryOf(phone).click()
    await app.getByText('Bozor yakshanba kuni ochiq').waitFor()
    await expect
      .poll(() => phone.mainButton().textContent())
      .toContain(t('announcements.start', { count: 1 }))

    be('away')
    await app.getByRole('button', { name: t('announcements.edit') }).click()
    await retryOf(phone).waitFor()
    expect(await wordsOf(phone).count()).toBe(0)
    be('through')
    await retryOf(phone).click()
    await wordsOf(phone).fill('Bozor shanba kuni ochiq')
    be('away')
    await phone.mainButton().click()
    await app.getByText(t('app.error_network')).waitFor()
    expect(await wordsOf(phone).inputValue()).toBe('Bozor shanba kuni ochiq')
    await page.getByTestId('back-button').click()
    await page.getByTestId('popup').getByText(t('board.unsaved')).waitFor()
    await page.getByTestId('popup').getByRole('button').last().click()
    be('through')
    await phone.mainButton().click()
    await app.getByText('Bozor shanba kuni ochiq').waitFor()
    const [row] = await form.world.deps.db.select().from(announcements)
    expect(row).toMatchObject({ id, texts: { uz: 'Bozor shanba kuni ochiq' } })

    await page.getByTestId('back-button').click()
    await app.getByRole('link', { name: /^Bozor/ }).waitFor()
    await phone.context.route(/announcements\/audience/, (route) => route.abort('connectionrefused'), {
      times: 1,
    })
    await app.getByRole('link', { name: /^Bozor/ }).click()
    await app.getByRole('main').getByText(t('app.error_network')).waitFor()
    await phone
      .mainButton()
      .filter({ hasText: t('app.retry') })
      .click()
    await expect
      .poll(() => phone.mainButton().textContent())
      .toContain(t('announcements.start', { count: 1 }))
  })

  it('one that is being sent stays on the screen as last heard of, and can be stopped as soon as it is back', async () => {
    const { id } = await written('Bozor yakshanba kuni ochiq')
    const { db } = form.world.deps
    await db.insert(announcementRecipients).values({ announcementId: id, userId: admin, state: 'waiting' })
    await db.update(announcements).set({ state: 'sending' })
    const phone = await open()
    const { app, t } = phone
    const be = await cut(phone)
    await app.getByRole('link', { name: /^Bozor/ }).click()
    await app.getByText(t('announcements.is_waiting')).waitFor()
    be('away')
    await retryOf(phone).waitFor()
    await app.getByText(t('announcements.is_waiting')).waitFor()
    expect(await barriers(app)).toEqual([])
    await phone.mainButton().click()
    await app.getByRole('status').getByText(t('app.error_network')).waitFor()
    be('through')
    await retryOf(phone).waitFor({ state: 'detached' })
    await phone.mainButton().click()
    await app.getByText(t('announcements.state_stopped')).waitFor()
    expect((await db.select().from(announcements))[0]?.state).toBe('stopped')
  })
})
