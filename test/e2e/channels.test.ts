import { describe, expect, it } from 'vitest'
import { cobalt, eventually, param, plough, publish, submit } from '../ads.ts'
import { people } from '../people.ts'
import { uploadPhoto } from '../photos/upload.ts'
import { barriers } from './barriers.ts'
import { useForm } from './form.ts'

const form = useForm()
const admin = people.muhabbat

interface Posted {
  message_id: number
  caption?: string
  media_group_id?: string
}
async function postsIn(chatId: number): Promise<Posted[]> {
  const state = await fetch(`${form.world.telegram.url}/client/state`)
  const { chats } = (await state.json()) as { chats: { id: number; messages: Posted[] }[] }
  return chats.find(({ id }) => id === chatId)?.messages ?? []
}

/** What the owner of the board's channel makes of the bot. */
const stand = (change: object) =>
  fetch(`${form.world.telegram.url}/client/chats/${form.world.telegram.channelId}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(change),
  })

describe('an admin', () => {
  it('makes a channel take cars alone, as albums; a test post goes and leaves; an approved car stands there', async () => {
    const cars = form.world.telegram.carsChannelId
    const phone = await form.phone(admin)
    const { app, t } = phone
    await phone.be(admin, admin, { startapp: 'staff' })
    await app.getByRole('link', { name: t('channels.title') }).click()
    await app.getByRole('link', { name: 'Vodiy Bozor @vodiy_bozor' }).waitFor()
    expect(await barriers(app)).toEqual([])

    await app.getByRole('button', { name: t('channels.add_button'), exact: true }).click()
    await app.getByText(t('problem.required')).waitFor()
    await app.getByLabel(t('channels.add_field')).fill('@yoq_bunday_kanal')
    await app.getByRole('button', { name: t('channels.add_button'), exact: true }).click()
    await app.getByText(t('error.channels.unknown_chat')).waitFor()
    await app.getByLabel(t('channels.add_field')).fill('@vodiy_bozor_avto')
    await app.getByRole('button', { name: t('channels.add_button'), exact: true }).click()
    await app.getByRole('heading', { level: 1, name: 'Vodiy Bozor – Avto' }).waitFor()

    await app.getByRole('switch', { name: t('channels.enabled') }).check()
    await app.getByRole('button', { name: 'Transport', exact: true }).click()
    await app.getByRole('button', { name: 'Yengil avtomobillar' }).click()
    await app.getByRole('radio', { name: t('channels.style_album') }).click()
    await app.getByLabel(t('channels.signature')).fill(`${'uzun imzo '.repeat(14)}`)
    await phone.mainButton().click()
    await app.getByText(t('problem.too_long', { max: 120 })).waitFor()
    await app.getByLabel(t('channels.signature')).fill('Eʼlon berish: @VodiyBozorBot')
    await phone.mainButton().click()
    await app.getByText(t('channels.saved')).waitFor()
    expect(await barriers(app)).toEqual([])

    await app.getByRole('button', { name: t('channels.sample'), exact: true }).click()
    await app.getByRole('button', { name: t('channels.sample_delete') }).waitFor()
    expect((await postsIn(cars)).map((post) => post.caption)).toEqual([
      expect.stringContaining('Eʼlon berish: @VodiyBozorBot'),
      undefined,
    ])
    await app.getByRole('button', { name: t('channels.sample_delete') }).click()
    await app.getByText(t('channels.sample_deleted')).waitFor()
    expect(await postsIn(cars)).toEqual([])

    const [seller, moderator] = [form.world.as(people.karimjon), form.world.as(admin)]
    await publish(seller, moderator, plough)
    const car = await submit(seller, {
      ...cobalt,
      photoIds: [
        await uploadPhoto(form.world.as(people.karimjon)),
        await uploadPhoto(form.world.as(people.karimjon)),
      ],
    })
    await eventually(async () => {
      const answer = await moderator.moderation[':id'].approve.$post({
        ...param(car),
        json: { revision: 1 },
      })
      return answer.ok
    })
    await eventually(async () => (await postsIn(cars)).length === 2)
    const [first, second] = await postsIn(cars)
    expect(first?.caption).toContain('Cobalt 2021, oq, ideal')
    expect(first?.media_group_id).toBe(second?.media_group_id)
    await eventually(async () => (await postsIn(form.world.telegram.channelId)).length === 2)
  })

  it('sees in red that the bot was thrown out, and what waits until it is let in again', async () => {
    const { channelId } = form.world.telegram
    const [seller, moderator] = [form.world.as(people.karimjon), form.world.as(admin)]
    const before = (await postsIn(channelId)).length
    await stand({ botIsMember: false })
    await eventually(async () => {
      const answer = await moderator.admin.channels[':id'].$get(param(channelId))
      return (await answer.json()).standing === 'out'
    })
    await publish(seller, moderator, { ...plough, title: 'Kutib turgan ish' })

    const phone = await form.phone(admin)
    const { app, t } = phone
    await phone.be(admin, admin, { startapp: 'staff' })
    await app.getByRole('link', { name: t('channels.title') }).click()
    await app.getByRole('alert').getByText(t('channels.out')).waitFor()
    await app.getByRole('link', { name: 'Vodiy Bozor @vodiy_bozor' }).first().click()
    await app.getByText('Kutib turgan ish').waitFor()
    await app.getByText(t('channels.waits_bot')).waitFor()
    expect(await barriers(app)).toEqual([])

    await stand({ botIsAdmin: true })
    await eventually(async () => (await postsIn(channelId)).length === before + 1)
  })

  it.each([
    ['uz', 'light', ['can_edit_messages'], 'channels.mute_hint'],
    ['ru', 'dark', [], 'channels.mute_all_hint'],
  ] as const)(
    'reads in %s which right the bot lost, and that it has it again',
    async (locale, theme, botRights, hint) => {
      await stand({ botRights })
      const phone = await form.phone(admin, { locale, theme })
      const { app, t } = phone
      await form.world.as(admin).me.$patch({ json: { locale } })
      await phone.be(admin, admin, { startapp: 'staff' })
      await app.getByRole('link', { name: t('channels.title') }).click()
      await app.getByRole('link', { name: 'Vodiy Bozor @vodiy_bozor' }).first().click()
      const alarm = app.getByRole('alert')
      await alarm.getByText(t('channels.mute')).waitFor()
      await alarm.getByText(t(hint)).waitFor()
      expect(await barriers(app)).toEqual([])

      await stand({ botIsAdmin: true })
      await app.getByRole('button', { name: t('channels.check') }).click()
      await alarm.waitFor({ state: 'detached' })
    },
  )

  it('loses nothing that was typed when the server cannot be reached, and goes on when it can', async () => {
    const phone = await form.phone(admin)
    const { app, t } = phone
    const cut = (path: string) => phone.context.route(path, (route) => route.abort('connectionfailed'))
    await form.world.as(admin).me.$patch({ json: { locale: 'uz' } })
    await phone.be(admin, admin, { startapp: 'staff' })
    const link = app.getByRole('link', { name: t('channels.title') })
    await link.waitFor()
    await cut('**/api/admin/channels')
    await link.click()
    await app.getByText(t('app.error_network')).waitFor()
    await app.getByLabel(t('channels.add_field')).fill('@vodiy_bozor_avto')
    await app.getByRole('button', { name: t('channels.add_button'), exact: true }).click()
    await app.getByText(t('app.error_network')).nth(1).waitFor()
    expect(await app.getByLabel(t('channels.add_field')).inputValue()).toBe('@vodiy_bozor_avto')
    expect(await barriers(app)).toEqual([])
    await phone.context.unroute('**/api/admin/channels')
    await app.getByRole('button', { name: t('app.retry') }).click()
    await app.getByRole('link', { name: 'Vodiy Bozor @vodiy_bozor' }).first().click()

    const signature = app.getByLabel(t('channels.signature'))
    await signature.fill('Eʼlon berish: @VodiyBozorBot')
    // The sample goes out, but the look at the channel afterwards fails, and so does saving.
    await cut(`**/api/admin/channels/${form.world.telegram.channelId}`)
    await app.getByRole('button', { name: t('channels.sample'), exact: true }).click()
    await app.getByText(t('app.error_network')).waitFor()
    await app.getByRole('link', { name: t('channels.sample_look') }).waitFor()
    expect(await signature.inputValue()).toBe('Eʼlon berish: @VodiyBozorBot')
    const unsaved = phone.page.waitForEvent('requestfailed', (request) => request.method() === 'PUT')
    await phone.mainButton().click()
    await unsaved
    expect(await signature.inputValue()).toBe('Eʼlon berish: @VodiyBozorBot')
    await phone.context.unroute(`**/api/admin/channels/${form.world.telegram.channelId}`)
    await phone.mainButton().click()
    await app.getByText(t('channels.saved')).waitFor()
    const answer = await form.world.as(admin).admin.channels[':id'].$get(param(form.world.telegram.channelId))
    expect((await answer.json()).settings.signature).toBe('Eʼlon berish: @VodiyBozorBot')
  })

  it('is asked before what was typed is left behind', async () => {
    const phone = await form.phone(admin)
    const { app, page, t } = phone
    await phone.be(admin, admin, { startapp: 'staff' })
    await app.getByRole('link', { name: t('channels.title') }).click()
    await app.getByRole('link', { name: 'Vodiy Bozor @vodiy_bozor' }).first().click()
    await app.getByLabel(t('channels.signature')).fill('Yangi imzo')
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await page.getByTestId('popup').getByText(t('board.unsaved')).waitFor()
    await page
      .getByTestId('popup')
      .getByRole('button', { name: t('board.leave') })
      .click()
    await app.getByRole('heading', { level: 1, name: t('channels.title') }).waitFor()
  })

  it('makes the channel one of albums; the preview of an ad with five photos is one, links in the text', async () => {
    const { channelId } = form.world.telegram
    const seller = form.world.as(people.karimjon)
    const style = async (name: 'album' | 'picture') => {
      const { settings, revision } = await (
        await form.world.as(admin).admin.channels[':id'].$get(param(channelId))
      ).json()
      await form.world.as(admin).admin.channels[':id'].$put({
        ...param(channelId),
        json: { settings: { ...settings, style: name }, revision },
      })
    }
    await style('album')
    const photoIds = await Promise.all(Array.from({ length: 5 }, () => uploadPhoto(seller)))
    await form.begin(people.karimjon, { ...cobalt, photoIds })
    const phone = await form.phone(people.karimjon)
    await phone.openForm()
    const post = phone.app.locator('.vb-post')
    await post.getByText('👉 Koʻrish · 👉 Yozish').waitFor()
    expect(await post.locator('.vb-post__photo').count()).toBe(5)
    expect(await post.locator('.vb-post__button').count()).toBe(0)
    await style('picture')
    await phone.openForm()
    await post.locator('.vb-post__button').first().waitFor()
    expect(await post.locator('.vb-post__photo').count()).toBe(4)
  })
})
