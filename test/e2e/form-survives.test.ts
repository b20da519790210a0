import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { photos } from '#server/db/schema.ts'
import { eventually, plough } from '../ads.ts'
import { people } from '../people.ts'
import { jpeg } from '../photos/files.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()
const seller = people.karimjon

/** The category and its questions are answered, so the form opens where the ad gets its name. */
const { title: _, description: __, ...begun } = plough
beforeEach(() => form.begin(seller, begun))

const titleOf = ({ app, t }: Phone) => app.getByLabel(t('draft.title'), { exact: true })
const textOf = ({ app, t }: Phone) => app.getByLabel(t('draft.description'), { exact: true })

async function atTheName() {
  const phone = await form.phone(seller)
  await phone.openForm()
  await phone.screen(phone.t('draft.step_text'))
  return phone
}

/** Goes from the texts to the photos and picks one. */
async function withPhoto(phone: Phone) {
  for (const _step of ['question', 'category', 'photos']) await phone.page.getByTestId('back-button').click()
  await phone.screen(phone.t('draft.step_photos'))
  await phone.pick(await form.files({ 'tractor.jpg': await jpeg(1200, 900) }))
}

const serverHas = (title: string, photoCount = 0) =>
  eventually(async () => {
    const { draft } = await form.saved(seller)
    return draft?.title === title && draft.photoIds.length === photoCount
  })

describe('what was typed', () => {
  it('is there when the Mini App was closed at the last letter', async () => {
    const phone = await atTheName()
    await titleOf(phone).fill('Yer haydayman')
    await phone.closeApp()
    await phone.openForm()
    await phone.screen(phone.t('draft.step_preview'))
    await phone.app.getByText('Yer haydayman').first().waitFor()
    await serverHas('Yer haydayman')
  })

  it('is there after a reload, on the same screen', async () => {
    const phone = await atTheName()
    await titleOf(phone).fill('Yer haydayman')
    await textOf(phone).fill('Traktor oʻzimniki.\nTez kelaman.')
    await phone.reload()
    await expect.poll(() => titleOf(phone).inputValue()).toBe('Yer haydayman')
    expect(await textOf(phone).inputValue()).toBe('Traktor oʻzimniki.\nTez kelaman.')
  })

  it('is on the server, with the photo, when the phone is lost: another device goes on', async () => {
    const phone = await atTheName()
    await titleOf(phone).fill('Yer haydayman')
    await withPhoto(phone)
    await phone.tile(1, phone.t('photo.ready')).waitFor()
    await serverHas('Yer haydayman', 1)
    await phone.context.close()

    const other = await form.phone(seller)
    await other.openForm()
    await other.screen(other.t('draft.step_preview'))
    await other.app.getByText('Yer haydayman').first().waitFor()
    await expect
      .poll(() => other.app.getByRole('img').locator('img').getAttribute('src'))
      .toContain(form.world.config.s3.publicUrl)
  })

  it('on two devices at once comes together', async () => {
    const [phone, tablet] = [await atTheName(), await atTheName()]
    await titleOf(phone).fill('Yer haydayman')
    await serverHas('Yer haydayman')
    await textOf(tablet).fill('Tez kelaman.')
    await expect.poll(() => titleOf(tablet).inputValue()).toBe('Yer haydayman')
    await serverHas('Yer haydayman')
    expect((await form.saved(seller)).draft).toMatchObject({ description: 'Tez kelaman.' })
  })

  it('without a connection is kept, said so, and saved when the connection is back', async () => {
    const phone = await atTheName()
    await phone.context.setOffline(true)
    await titleOf(phone).fill('Yer haydayman')
    await phone.saving().getByText(phone.t('draft.kept')).waitFor()
    await phone.mainButton().click()
    await phone.screen(phone.t('draft.step_price'))
    await phone.context.setOffline(false)
    await phone.saving().getByText(phone.t('draft.saved')).waitFor()
    await serverHas('Yer haydayman')
  })

  it('without a connection is still there when the app was closed meanwhile', async () => {
    const phone = await atTheName()
    await phone.context.setOffline(true)
    await titleOf(phone).fill('Yer haydayman')
    await phone.saving().getByText(phone.t('draft.kept')).waitFor()
    await phone.closeApp()
    await phone.context.setOffline(false)
    await phone.openForm()
    await phone.app.getByText('Yer haydayman').first().waitFor()
    await serverHas('Yer haydayman')
  })
})

it('a photo whose upload a reload cuts goes on and arrives, once', async () => {
  const before = await countPhotos()
  const phone = await atTheName()
  // The first never gets through: the page is gone before storage has answered.
  await phone.onUpload(async (route, nth) => (nth > 1 ? route.continue() : undefined))
  await withPhoto(phone)
  await phone.app.locator('[data-state=uploading]').waitFor()
  await phone.reload()
  await phone.tile(1, phone.t('photo.ready')).waitFor()
  await eventually(async () => (await form.saved(seller)).draft?.photoIds.length === 1)
  expect(await countPhotos()).toBe(before + 1)
})

const countPhotos = () => form.world.deps.db.$count(photos, eq(photos.ownerId, seller))
