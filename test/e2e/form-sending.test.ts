import { beforeEach, describe, expect, it } from 'vitest'
import { eventually, plough } from '../ads.ts'
import { people } from '../people.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()
const seller = people.karimjon

/** Every answer as the form itself writes it: looking back through the screens changes nothing. */
const ad = { ...plough, contact: { name: 'Karimjon', phone: '+998 90 123 45 67', telegram: true } }

let before: number
beforeEach(async () => {
  await form.begin(seller, ad)
  before = (await form.ads(seller)).length
})

/** A phone that shows the finished ad, ready to be sent. */
async function atPreview() {
  const phone = await form.phone(seller)
  await phone.openForm()
  await phone.app
    .getByText(ad.title ?? '')
    .first()
    .waitFor()
  await phone.mainButton().getByText(phone.t('draft.send')).waitFor()
  return phone
}
const isSent = ({ app, t }: Phone) => app.getByText(t('draft.sent_title')).waitFor()
const saysItWaits = ({ app, t }: Phone) => app.getByText(t('draft.send_offline')).waitFor()

async function oneAd() {
  await eventually(async () => (await form.ads(seller)).length > before)
  expect(await form.ads(seller)).toHaveLength(before + 1)
  expect((await form.saved(seller)).draft).toBeNull()
}

describe('pressing “send”', () => {
  it('twice in a row makes one ad', async () => {
    const phone = await atPreview()
    await phone.mainButton().dblclick()
    await isSent(phone)
    await oneAd()
  })

  it('on two devices at once makes one ad; the slower one is told', async () => {
    const [phone, tablet] = [await atPreview(), await atPreview()]
    await Promise.all([phone.mainButton().click(), tablet.mainButton().click()])
    const outcomes = await Promise.all(
      [phone, tablet].map(({ app, t }) =>
        app
          .getByText(t('draft.sent_title'))
          .or(app.getByText(t('error.drafts.empty')))
          .first()
          .textContent(),
      ),
    )
    expect(new Set(outcomes)).toEqual(new Set([phone.t('draft.sent_title'), phone.t('error.drafts.empty')]))
    await oneAd()
  })

  it('without a connection keeps the ad, says so, and sends it by itself, once', async () => {
    const phone = await atPreview()
    await phone.context.setOffline(true)
    await phone.mainButton().click()
    await saysItWaits(phone)
    await phone.context.setOffline(false)
    await isSent(phone)
    await oneAd()
  })

  it('can wait: the preview that had no connection shows the post when there is one', async () => {
    const phone = await form.phone(seller)
    let away = true
    await phone.context.route('**/api/draft/preview', (route) =>
      away ? route.abort('connectionreset') : route.continue(),
    )
    await phone.openForm()
    await phone.app.getByText(phone.t('draft.preview_offline')).waitFor()
    await phone.context.setOffline(true)
    away = false
    await phone.context.setOffline(false)
    await phone.app
      .locator('.vb-post__caption')
      .getByText(ad.title ?? '')
      .waitFor()
  })

  it('without a connection, then closing the app: it is sent when the form is opened again', async () => {
    const phone = await atPreview()
    await phone.context.setOffline(true)
    await phone.mainButton().click()
    await saysItWaits(phone)
    await phone.closeApp()
    await phone.context.setOffline(false)
    await phone.openForm()
    await isSent(phone)
    await oneAd()
  })

  it('without a connection, then looking at the other ads: it is sent from there', async () => {
    const phone = await atPreview()
    await phone.context.setOffline(true)
    await phone.mainButton().click()
    await saysItWaits(phone)
    const back = ['contact', 'place', 'price', 'text', 'question', 'category', 'photos', 'out']
    for (const _screen of back) await phone.page.getByTestId('back-button').click()
    await phone.app.getByRole('link', { name: phone.t('tabs.mine') }).waitFor()
    await phone.context.setOffline(false)
    await isSent(phone)
    await oneAd()
  })

  it('without a connection, then closing the app: it is sent when the app is opened for the other ads', async () => {
    const phone = await atPreview()
    await phone.context.setOffline(true)
    await phone.mainButton().click()
    await saysItWaits(phone)
    await phone.closeApp()
    await phone.context.setOffline(false)
    await phone.be(seller, seller, { startapp: 'my' })
    await isSent(phone)
    await oneAd()
  })

  it('while the board does not answer: it is tried again although the phone itself is online', async () => {
    const phone = await atPreview()
    let away = true
    await phone.context.route('**/api/draft/submit', (route) =>
      away ? route.abort('connectionreset') : route.continue(),
    )
    await phone.mainButton().click()
    await saysItWaits(phone)
    away = false
    await isSent(phone)
    await oneAd()
  })

  it('when only the answer is lost: sent again, it stays one ad', async () => {
    const phone = await atPreview()
    let lost = true
    await phone.context.route('**/api/draft/submit', async (route) => {
      if (!lost) return route.continue()
      await route.fetch()
      return route.abort('connectionreset')
    })
    await phone.mainButton().click()
    await saysItWaits(phone)
    lost = false
    await phone.mainButton().click()
    await isSent(phone)
    await oneAd()
  })
})
