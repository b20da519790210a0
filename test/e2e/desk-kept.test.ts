import { eq, inArray } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { ads, users } from '#server/db/schema.ts'
import { builtInReasons } from '#shared/reasons/built-in.ts'
import { eventually, plough, submit } from '../ads.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { useForm } from './form.ts'

const form = useForm()
const clear = () => form.world.deps.db.update(ads).set({ state: 'removed' }).where(eq(ads.state, 'pending'))

it('a look at a hint leads back to the ad, the filter and what was put off', async () => {
  await clear()
  await submit(form.world.as(people.dilnoza), { ...plough, title: 'Birinchi ish' })
  for (const title of ['Ikkinchi ish', 'Uchinchi ish'])
    await submit(form.world.as(people.karimjon), { ...plough, title, description: `${title} uchun keling` })
  await eventually(async () => {
    const { items } = await (await form.world.as(people.muhabbat).moderation.queue.$get({ query: {} })).json()
    return items.every(({ hints }) => hints !== null)
  })
  const phone = await form.phone(people.muhabbat)
  const { app, page, t } = phone
  await phone.be(people.muhabbat, people.muhabbat, { startapp: 'queue' })
  const showing = (title: string) =>
    app.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
  await showing('Birinchi ish')
  const filter = app.getByRole('button', { name: t('moderation.filter') })
  await filter.click()
  const sheet = app.getByRole('dialog')
  await sheet.getByRole('radio', { name: 'Xizmatlar' }).click()
  await sheet.getByRole('radio', { name: t('moderation.hint_any') }).click()
  await sheet.getByRole('button', { name: t('moderation.show', { count: 3 }) }).click()
  await showing('Birinchi ish')
  await app.getByRole('button', { name: t('moderation.next') }).click()
  await showing('Ikkinchi ish')
  await app.getByRole('link', { name: t('hint.same_phone', { title: 'Birinchi ish' }) }).click()
  await showing('Birinchi ish')
  await page.getByTestId('back-button').click()
  await showing('Ikkinchi ish')
  await app.getByText(t('moderation.fitting', { count: 3, total: 3 })).waitFor()

  await filter.click()
  await sheet.getByRole('radio', { name: 'Transport' }).click()
  await sheet.getByRole('button', { name: t('moderation.show', { count: 0 }) }).click()
  await app.getByText(t('moderation.fitting_none')).waitFor()
  await app.getByRole('button', { name: t('moderation.filter_off') }).click()
  await showing('Birinchi ish')
})

it('what was typed into a sheet outlives a stray tap, another screen and a lost connection', async () => {
  await clear()
  const id = await submit(form.world.as(people.karimjon), { ...plough, title: 'Yolgʻiz ish' })
  const phone = await form.phone(people.muhabbat)
  const { app, context, page, t } = phone
  await phone.be(people.muhabbat, people.muhabbat, { startapp: `mod_${id}` })
  const sheet = app.getByRole('dialog')
  const beside = () => app.locator('.vb-sheet__scrim').click({ position: { x: 10, y: 10 } })
  const reject = app.getByRole('button', { name: t('moderation.reject'), exact: true })
  const note = sheet.getByLabel(t('moderation.note'), { exact: true })

  await app.getByRole('button', { name: t('moderation.edit'), exact: true }).click()
  await sheet.getByLabel(t('draft.title'), { exact: true }).fill('Yer haydash xizmati')
  await sheet.getByRole('button', { name: t('field.place') }).click()
  // A choice begins at its top; back leads out of it, not out of the sheet.
  const scrolled = () => app.locator('.vb-sheet__body').evaluate((body) => body.scrollTop)
  await sheet.getByRole('searchbox').waitFor()
  expect(await scrolled()).toBe(0)
  await page.getByTestId('back-button').click()
  expect(await sheet.getByLabel(t('draft.title'), { exact: true }).inputValue()).toBe('Yer haydash xizmati')
  expect(await scrolled()).toBeGreaterThan(0)
  await page.getByTestId('back-button').click()

  await reject.click()
  await sheet.getByRole('radio', { name: builtInReasons.other.text.uz }).click()
  // What is missing is said, and the button stays in sight.
  await sheet.getByText(t('moderation.note_needed')).waitFor()
  const send = sheet.getByRole('button', { name: t('moderation.send_back') })
  expect(await send.isDisabled()).toBe(true)
  const { height } = page.viewportSize() as { height: number }
  const box = await send.boundingBox()
  expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
  await note.fill('Nimani haydaysiz?')
  await beside()
  await app.getByRole('link', { name: 'Karimjon' }).click()
  await app.getByRole('heading', { level: 1, name: 'Karimjon' }).waitFor()
  await page.getByTestId('back-button').click()

  const refuse = '**/api/moderation/*/reject'
  await context.route(refuse, (route) => route.abort())
  await reject.click()
  expect(await note.inputValue()).toBe('Nimani haydaysiz?')
  await send.click()
  await app.getByText(t('app.error_network')).waitFor()
  await context.unroute(refuse)
  await reject.click()
  expect(await note.inputValue()).toBe('Nimani haydaysiz?')
  await send.click()
  await app.getByText(t('moderation.empty_title')).waitFor()
  const [row] = await form.world.deps.db.select().from(ads).where(eq(ads.id, id))
  expect(row).toMatchObject({ state: 'rejected', rejectionNote: 'Nimani haydaysiz?' })
})

it('what was typed goes on when the seller changes the ad meanwhile, and that is said', async () => {
  await clear()
  const id = await submit(form.world.as(people.karimjon), { ...plough, title: 'Oʻzgaradigan ish' })
  const phone = await form.phone(people.muhabbat)
  const { app, t } = phone
  await phone.be(people.muhabbat, people.muhabbat, { startapp: `mod_${id}` })
  await app.getByRole('button', { name: t('moderation.reject'), exact: true }).click()
  const sheet = app.getByRole('dialog')
  await sheet.getByRole('radio', { name: builtInReasons.text.text.uz }).click()
  const note = sheet.getByLabel(t('moderation.note'), { exact: true })
  await note.fill('Qaysi ish ekanini yozing')
  await form.world.deps.db.update(ads).set({ revision: 2, title: 'Oʻzgargan ish' }).where(eq(ads.id, id))
  // The phone is taken up again.
  await app.locator('html').evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await app.getByText(t('moderation.changed')).waitFor()
  expect(await note.inputValue()).toBe('Qaysi ish ekanini yozing')
  expect(await app.getByRole('heading', { level: 1, name: 'Oʻzgargan ish' }).count()).toBe(1)
  await app.locator('.desk-bar__button[aria-disabled="false"]').first().waitFor()
  await sheet.getByRole('button', { name: t('moderation.send_back') }).click()
  await app.getByText(t('moderation.empty_title')).waitFor()
  const [row] = await form.world.deps.db.select().from(ads).where(eq(ads.id, id))
  expect(row).toMatchObject({ state: 'rejected', rejectionNote: 'Qaysi ish ekanini yozing' })
})

it('mended answers that will not do are there again, each with what is wrong of it', async () => {
  await clear()
  const id = await submit(form.world.as(people.karimjon), { ...plough, title: 'Chala ish' })
  const phone = await form.phone(people.muhabbat, { viewport: { width: 360, height: 640 } })
  const { app, t } = phone
  await phone.be(people.muhabbat, people.muhabbat, { startapp: `mod_${id}` })
  await app.getByRole('button', { name: t('moderation.edit'), exact: true }).click()
  const sheet = app.getByRole('dialog')
  const title = sheet.getByLabel(t('draft.title'), { exact: true })
  const approve = sheet.getByRole('button', { name: t('moderation.edit_approve') })
  await title.fill('ab')
  await sheet.getByRole('button', { name: t('field.category') }).click()
  const search = sheet.getByRole('searchbox')
  const before = await search.boundingBox()
  await search.fill('noutbuk')
  await expect.poll(() => sheet.getByRole('radio').count()).toBe(1)
  // What is typed in does not move away while less is found.
  expect((await search.boundingBox())?.y).toBe(before?.y)
  await sheet.getByRole('radio').click()
  await approve.click()
  await sheet.getByText(t('problem.too_short', { min: 3 })).waitFor()
  expect(await sheet.getByText(t('problem.required')).count()).toBeGreaterThan(0)
  expect(await title.inputValue()).toBe('ab')
  expect(await barriers(app)).toEqual([])
  await title.fill('Yer haydash')
  expect(await sheet.getByText(t('problem.too_short', { min: 3 })).count()).toBe(0)
})

it('ads of trusted sellers are looked at before they are approved together; decisions lead to their ads', async () => {
  await clear()
  const { db } = form.world.deps
  const api = form.world.as(people.karimjon)
  const titles = ['Birinchi ish', 'Ikkinchi ish', 'Uchinchi ish']
  const ids: number[] = []
  for (const title of titles) ids.push(await submit(api, { ...plough, title, description: `${title} uchun` }))
  await db.update(users).set({ trust: 1 }).where(eq(users.id, people.karimjon))
  await eventually(async () => {
    const query = { trusted: 'true' } as const
    const { items } = await (await form.world.as(people.muhabbat).moderation.queue.$get({ query })).json()
    return items.length === 3 && items.every(({ hints }) => hints !== null)
  })
  const phone = await form.phone(people.muhabbat)
  const { app, page, t } = phone
  await phone.be(people.muhabbat, people.muhabbat, { startapp: 'queue' })
  await app.getByRole('link', { name: t('moderation.trusted_waiting', { count: 3 }) }).click()
  const box = (title: string) => app.getByRole('checkbox', { name: new RegExp(title) })
  for (const title of titles) await box(title).setChecked(title !== 'Ikkinchi ish')
  expect(await barriers(app)).toEqual([])
  await app.getByRole('link', { name: t('moderation.look', { title: 'Uchinchi ish' }) }).click()
  await app.getByRole('heading', { level: 1, name: 'Uchinchi ish' }).waitFor()
  await page.getByTestId('back-button').click()
  await box('Ikkinchi ish').waitFor()
  for (const title of titles) expect(await box(title).isChecked()).toBe(title !== 'Ikkinchi ish')
  await phone.mainButton().click()
  await app.getByText(t('moderation.approved_many', { count: 2 })).waitFor()
  const rows = await db.select().from(ads).where(inArray(ads.id, ids)).orderBy(ads.id)
  expect(rows.map(({ state }) => state)).toEqual(['active', 'pending', 'active'])

  await phone.be(people.muhabbat, people.muhabbat, { startapp: 'staff' })
  await app.getByRole('link', { name: t('moderation.decided') }).click()
  await app.getByRole('link', { name: /^Uchinchi ish/ }).click()
  await app.getByRole('heading', { level: 1, name: 'Uchinchi ish' }).waitFor()
})
