import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { ads, users } from '#server/db/schema.ts'
import { common } from '#shared/i18n/common/index.ts'
import { groupDigits } from '#shared/money/money.ts'
import { eventually, param, plough, publish, submit } from '../ads.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { useForm } from './form.ts'

const form = useForm()
const second = people.ivan
const seller = people.karimjon

beforeAll(async () => {
  for (const id of [second, seller, people.muhabbat]) await form.world.as(id).me.$get()
  await form.world.deps.db.update(users).set({ role: 'moderator' }).where(eq(users.id, second))
})

const banOf = async () => (await (await form.world.as(seller).me.$get()).json()).ban
const dayOf = (moment: string | null | undefined) =>
  new Date(moment ?? '').toLocaleDateString('sv-SE', { timeZone: 'Asia/Tashkent' })
const stateOf = async (id: number) =>
  (await form.world.deps.db.select().from(ads).where(eq(ads.id, id)))[0]?.state

describe('a moderator', () => {
  it('finds a person, bans and notes; the seller reads why in the app, and may send again when it is lifted', async () => {
    const live = await publish(form.world.as(seller), form.world.as(people.muhabbat))
    const desk = await form.phone(people.muhabbat, { viewport: { width: 360, height: 640 } })
    const { app, page, t } = desk
    await desk.be(people.muhabbat, people.muhabbat, { startapp: 'staff' })
    await app.getByRole('link', { name: t('people.title') }).click()
    const row = app.getByRole('link', { name: 'Karimjon' })
    await row.waitFor()
    await app.getByRole('searchbox', { name: t('people.search') }).fill('карим')
    await app.getByRole('link', { name: 'Muhabbat' }).waitFor({ state: 'detached' })
    expect(await barriers(app)).toEqual([])
    await row.click()
    await app.getByRole('heading', { level: 1, name: 'Karimjon' }).waitFor()
    await app.getByText(live.title).waitFor()
    expect(await barriers(app)).toEqual([])

    await app.getByRole('radio', { name: t('people.notes') }).click()
    await app.getByLabel(t('people.note_new')).fill('Ikki marta ogohlantirildi')
    await app.getByRole('button', { name: t('people.note_add') }).click()
    await app.getByText('Ikki marta ogohlantirildi').first().waitFor()
    expect(await barriers(app)).toEqual([])

    await app.getByRole('button', { name: t('people.ban'), exact: true }).click()
    const sheet = app.getByRole('dialog')
    await sheet.getByRole('radio', { name: common('uz')('ban.fraud') }).click()
    await sheet.getByLabel(t('people.ban_note')).fill('Oldindan pul olgan')
    expect(await barriers(app)).toEqual([])
    await sheet.getByRole('button', { name: t('people.ban_do') }).click()
    await app.getByRole('button', { name: t('people.lift') }).waitFor()
    expect(await banOf()).toMatchObject({ reason: 'fraud' })
    expect(await stateOf(live.id)).toBe('rejected')

    const phone = await form.phone(seller)
    await phone.openForm()
    await phone.app.getByText(phone.t('ban.title')).waitFor()
    await phone.app.getByText('Oldindan pul olgan').waitFor()
    expect(await barriers(phone.app)).toEqual([])

    // What is not chosen anew stays: a word more makes no ban longer or shorter.
    const before = await banOf()
    await app.getByRole('button', { name: t('people.ban_again') }).click()
    await sheet.getByLabel(t('people.ban_note')).fill('Oldindan pul olgan, ikki marta')
    expect(await sheet.getByRole('radio', { name: t('people.ban_keep') }).isChecked()).toBe(true)
    await sheet.getByRole('button', { name: t('people.ban_do') }).click()
    await sheet.waitFor({ state: 'detached' })
    const after = await banOf()
    expect(after?.note).toBe('Oldindan pul olgan, ikki marta')
    expect(dayOf(after?.until)).toBe(dayOf(before?.until))

    await app.getByRole('button', { name: t('people.ban_again') }).click()
    expect(await sheet.getByRole('radio', { name: common('uz')('ban.fraud') }).isChecked()).toBe(true)
    await sheet.getByRole('radio', { name: t('people.term_forever') }).click()
    await sheet.getByRole('button', { name: t('people.ban_do') }).click()
    await sheet.waitFor({ state: 'detached' })
    expect(await banOf()).toMatchObject({
      reason: 'fraud',
      note: 'Oldindan pul olgan, ikki marta',
      until: null,
    })

    await app.getByRole('button', { name: t('people.lift') }).click()
    await page.getByRole('button', { name: t('people.lift') }).click()
    await app.getByRole('button', { name: t('people.ban'), exact: true }).waitFor()
    expect(await banOf()).toBeNull()
    await phone.closeApp()
    await phone.openForm()
    await phone.screen(phone.t('draft.step_photos'))
  })

  it('bans the seller of a waiting ad from the desk, by its key too; all their ads go with them', async () => {
    await form.world.deps.db.update(ads).set({ state: 'removed' }).where(eq(ads.state, 'pending'))
    const bad = await submit(form.world.as(seller), { ...plough, title: 'Yomon ish' })
    await submit(form.world.as(seller), { ...plough, title: 'Yana yomon ish' })
    await submit(form.world.as(people.dilnoza), { ...plough, title: 'Yaxshi ish' })
    const desk = await form.phone(people.muhabbat, { viewport: { width: 1280, height: 800 } })
    const { app, t } = desk
    await desk.be(people.muhabbat, people.muhabbat, { startapp: `mod_${bad}` })
    await app.getByRole('heading', { level: 1, name: 'Yomon ish' }).waitFor()
    await app.locator('main').press('b')
    const sheet = app.getByRole('dialog')
    await sheet.getByRole('radio', { name: common('uz')('ban.spam') }).click()
    await sheet.getByRole('button', { name: t('people.ban_do') }).click()
    await app.getByRole('heading', { level: 1, name: 'Yaxshi ish' }).waitFor()
    expect(await app.locator('.vb-toast').textContent()).toBe(t('people.ban_done'))
    expect(await stateOf(bad)).toBe('rejected')
    await form.world.as(people.muhabbat).people[':id'].lift.$post(param(seller))
  })

  it('who is an admin gives somebody a limit of their own, and takes it back', async () => {
    const { app, t, be } = await form.phone(people.muhabbat)
    await be(people.muhabbat, people.muhabbat, { startapp: 'staff' })
    await app.getByRole('link', { name: t('people.title') }).click()
    await app.getByRole('link', { name: 'Karimjon' }).click()
    const cell = app.getByRole('button', { name: t('people.limit') })
    await cell.getByText(t('people.limit_usual')).waitFor()
    const sheet = app.getByRole('dialog')
    const field = sheet.getByLabel(t('people.limit_own'))
    const save = sheet.getByRole('button', { name: t('board.save') })

    await cell.click()
    await field.fill('koʻp')
    expect(await barriers(app)).toEqual([])
    await save.click()
    await sheet.getByText(t('problem.range', { min: 0, max: groupDigits(100_000) })).waitFor()
    expect(await field.inputValue()).toBe('koʻp')
    await field.fill('1')
    await save.click()
    await sheet.waitFor({ state: 'detached' })
    await cell.getByText('1', { exact: true }).waitFor()
    const places = async () => (await (await form.world.as(seller).draft.$get()).json()).places
    expect((await places()).all).toBeLessThanOrEqual(1)

    await cell.click()
    expect(await field.inputValue()).toBe('1')
    await field.fill('')
    await save.click()
    await cell.getByText(t('people.limit_usual')).waitFor()
    expect((await places()).all).toBeGreaterThan(1)
  })

  it('who loses the role while the app is open leaves the desk at the next deed, and has no tab for it any more', async () => {
    await form.world.deps.db.update(ads).set({ state: 'removed' }).where(eq(ads.state, 'pending'))
    const id = await submit(form.world.as(people.dilnoza), { ...plough, title: 'Oxirgi ish' })
    const phone = await form.phone(second, { locale: 'ru' })
    const { app, t } = phone
    await phone.be(second, second, { startapp: 'queue' })
    await app.getByRole('heading', { level: 1, name: 'Oxirgi ish' }).waitFor()
    const json = { role: 'user' } as const
    await form.world.as(people.muhabbat).people[':id'].role.$put({ ...param(second), json })
    await app.getByRole('button', { name: t('moderation.approve') }).click()
    await app.getByText(common('ru')('error.auth.forbidden')).first().waitFor()
    await app
      .locator('.vb-tabs')
      .getByRole('link', { name: t('tabs.mine') })
      .waitFor()
    expect(
      await app
        .locator('.vb-tabs')
        .getByRole('link', { name: t('tabs.queue') })
        .count(),
    ).toBe(0)
    await eventually(async () => (await stateOf(id)) === 'pending')
  })
})
