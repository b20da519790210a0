import { describe, it } from 'vitest'
import type { StaffOrAppKey } from '#webapp/staff/i18n.ts'
import { people } from '../people.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()

/** From now on the server hears everything and answers nothing. */
const fallSilent = ({ context }: Phone) => context.route('**/api/**', () => new Promise(() => {}))
const titled = ({ app, t }: Phone, title: StaffOrAppKey) =>
  app.getByRole('heading', { level: 1, name: t(title), exact: true }).waitFor()

describe('a tap opens the next screen though the server has not answered yet', () => {
  it.each([
    ['/staff/reports', 'reports.title'],
    ['/staff/people', 'people.title'],
    ['/queue/decided', 'moderation.decided'],
    ['/staff/numbers', 'numbers.title'],
    ['/staff/audit', 'audit.title'],
    ['/staff/channels', 'channels.title'],
    ['/staff/announcements', 'announcements.title'],
    ['/staff/settings', 'board.title'],
  ] as const)('%s', async (path, title) => {
    const phone = await form.phone(people.muhabbat)
    await phone.be(people.muhabbat, people.muhabbat, { startapp: 'staff' })
    await titled(phone, 'staff.title')
    await fallSilent(phone)
    await phone.app.locator(`a[href="${path}"]`).click()
    await titled(phone, title)
  })

  it.each([
    ['/staff/settings', '/staff/settings/words', 'words.title'],
    ['/staff/settings', '/staff/settings/reasons', 'reasons.title'],
    ['/staff/people', `/staff/people/${people.karimjon}`, 'people.title'],
  ] as const)('from %s to %s', async (from, to, title) => {
    await form.world.as(people.karimjon).me.$get()
    const phone = await form.phone(people.muhabbat)
    await phone.be(people.muhabbat, people.muhabbat, { startapp: 'staff' })
    await phone.app.locator(`a[href="${from}"]`).click()
    const link = phone.app.locator(`a[href="${to}"]`)
    await link.waitFor()
    await fallSilent(phone)
    await link.click()
    await link.waitFor({ state: 'detached' })
    await titled(phone, title)
  })

  it('my ads, and saved searches', async () => {
    const phone = await form.phone(people.karimjon)
    const { app, t } = phone
    await phone.be(people.karimjon, people.karimjon, { startapp: 'saved' })
    const mine = app.locator('.vb-tabs').getByRole('link', { name: t('tabs.mine') })
    await mine.waitFor()
    await fallSilent(phone)
    await app.locator('a[href="/saved/searches"]').click()
    await titled(phone, 'searches.title')
    await phone.page.getByRole('button', { name: 'Back', exact: true }).click()
    await mine.click()
    await titled(phone, 'mine.title')
  })

  it('a screen that is long on its way is said to be; another tap goes elsewhere', async () => {
    const phone = await form.phone(people.karimjon)
    const { app, t } = phone
    await phone.be(people.karimjon, people.karimjon, { startapp: 'saved' })
    const tab = (name: 'tabs.mine' | 'tabs.ads') =>
      app.locator('.vb-tabs').getByRole('link', { name: t(name), exact: true })
    await tab('tabs.mine').waitFor()
    await phone.context.route(/assets\/MineScreen/, () => new Promise(() => {}))
    await tab('tabs.mine').click()
    await app.getByRole('status').getByText(t('app.loading')).waitFor()
    await tab('tabs.ads').click()
    await app.getByRole('status').getByText(t('app.loading')).waitFor({ state: 'detached' })
    await app.getByRole('combobox').waitFor()
  })
})
