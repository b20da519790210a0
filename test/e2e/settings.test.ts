import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { ads, audit, users } from '#server/db/schema.ts'
import { eventually, plough, submit } from '../ads.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { useForm } from './form.ts'

const form = useForm()
const admin = people.muhabbat

it('an admin sets a limit and it holds; a wrong number is refused at its field, and nothing typed is lost', async () => {
  const phone = await form.phone(admin)
  const { app, page, t } = phone
  await phone.be(admin, admin, { startapp: 'staff' })
  await app.getByRole('link', { name: t('board.title') }).click()
  const [all, contacts] = [t('board.open_all'), t('board.contacts')].map((label) =>
    app.getByLabel(label, { exact: true }),
  ) as [ReturnType<typeof app.getByLabel>, ReturnType<typeof app.getByLabel>]
  await all.fill('1')
  await contacts.fill('qirqta')
  await phone.mainButton().click()
  await app.getByText('Raqam bilan yozing.').waitFor()
  expect(await contacts.inputValue()).toBe('qirqta')
  expect(await contacts.getAttribute('aria-invalid')).toBe('true')
  expect(await all.inputValue()).toBe('1')
  expect(await barriers(app)).toEqual([])

  // Another admin changes something meanwhile: it is taken in.
  const api = form.world.as(admin)
  const { revision } = await (await api.admin.settings.$get()).json()
  await api.admin.settings.$put({ json: { settings: { hideAtReports: 9 }, revision } })
  await contacts.fill('40')
  await phone.mainButton().click()
  await app.getByText(t('board.saved_merged')).waitFor()
  expect(await app.getByLabel(t('board.reports'), { exact: true }).inputValue()).toBe('9')
  const { settings } = await (await api.admin.settings.$get()).json()
  expect(settings).toMatchObject({ openAds: { all: 1 }, contactsPerDay: 40, hideAtReports: 9 })
  const entries = await form.world.deps.db
    .select()
    .from(audit)
    .where(eq(audit.action, 'settings'))
    .orderBy(audit.id)
  expect(entries.at(-1)).toMatchObject({ actorId: admin, before: { contactsPerDay: 50 } })

  const places = async () => (await (await form.world.as(people.ivan).draft.$get()).json()).places.all
  await expect.poll(places).toBe(1)

  // Back to what is usual, and leaving is asked about while it is not saved.
  await app
    .getByRole('button', { name: t('board.to_usual', { value: 50 }) })
    .first()
    .click()
  await page.getByTestId('back-button').click()
  await page.getByTestId('popup').getByText(t('board.unsaved')).waitFor()
  await page.getByTestId('popup').getByRole('button').last().click()
  await phone.mainButton().click()
  await app.getByText(t('board.saved'), { exact: true }).waitFor()
  await expect.poll(places).toBe(50)
})

it('words are pasted, named by line when wrong, tried; a million of them are refused and nothing is lost', async () => {
  const phone = await form.phone(admin, { theme: 'dark', viewport: { width: 360, height: 640 } })
  const { app, t } = phone
  await phone.be(admin, admin, { startapp: 'staff' })
  await app.getByRole('link', { name: t('board.title') }).click()
  await app.getByRole('link', { name: t('board.words') }).click()
  const field = app.getByLabel(t('words.add_field'), { exact: true })
  await field.fill('qimor*\n(a+)+$\nnasvoy')
  await app.getByRole('button', { name: t('words.add'), exact: true }).click()
  await app.getByText(/^2-qator/).waitFor()
  expect(await field.inputValue()).toContain('nasvoy')

  const refusedIn = await field.evaluate((element) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'soʻz\n'.repeat(1_000_000))
    const started = performance.now()
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    const taken = element.dispatchEvent(event)
    return taken ? Number.NaN : performance.now() - started
  })
  expect(refusedIn).toBeGreaterThanOrEqual(0)
  await app.getByText(t('words.too_many', { max: 1000, count: 1_000_001 })).waitFor()
  expect(await field.inputValue()).toBe('qimor*\n(a+)+$\nnasvoy')

  // Of a long list the button does not go out of reach.
  await field.fill('soʻz\n'.repeat(40))
  const button = await app.getByRole('button', { name: t('words.add'), exact: true }).boundingBox()
  expect(button?.y).toBeLessThan(640)
  await field.fill('qimor*\nnasvoy\nНАСВОЙ')
  await app.getByRole('button', { name: t('words.add'), exact: true }).click()
  await app.getByRole('button', { name: t('words.remove', { word: 'qimor*' }) }).waitFor()
  await app.getByLabel(t('words.try_field'), { exact: true }).fill('Қиморхона, oldindan toʻlov')
  await app.getByText(t('hint.words_listed', { quote: 'Қиморхона' })).waitFor()
  await app.getByText(t('hint.words_prepayment', { quote: 'oldindan toʻlov' })).waitFor()
  expect(await barriers(app)).toEqual([])
  await phone.mainButton().click()
  await app.getByText(t('board.saved'), { exact: true }).waitFor()
  const { settings } = await (await form.world.as(admin).admin.settings.$get()).json()
  expect(settings.suspiciousWords).toEqual(['qimor*', 'nasvoy'])
})

it('an admin writes a reason, a moderator gives it, the seller reads it in their language', async () => {
  const moderator = people.dilnoza
  await form.world.deps.db
    .insert(users)
    .values({ id: moderator, firstName: 'Dilnoza', role: 'moderator' })
    .onConflictDoUpdate({ target: users.id, set: { role: 'moderator' } })
  const phone = await form.phone(admin)
  const { app, t } = phone
  await phone.be(admin, admin, { startapp: 'staff' })
  await app.getByRole('link', { name: t('board.title') }).click()
  await app.getByRole('link', { name: t('board.reasons') }).click()
  await app.getByRole('link', { name: t('reasons.add') }).click()
  const fields = (label: string) => app.getByLabel(label, { exact: true })
  const texts = [
    ['Suv', ''],
    ['', ''],
    ['Вода', 'Напишите, есть ли вода.'],
    // An admin need not know every language.
    ['', ''],
  ] as const
  for (const [index, [name, text]] of texts.entries()) {
    await fields(t('reasons.name')).nth(index).fill(name)
    await fields(t('reasons.text')).nth(index).fill(text)
  }
  await app.getByRole('button', { name: t('field.description'), exact: true }).click()
  await phone.mainButton().click()
  await app.getByText('Buni toʻldiring.').waitFor()
  expect(await fields(t('reasons.text')).nth(2).inputValue()).toBe('Напишите, есть ли вода.')
  await fields(t('reasons.text')).nth(0).fill('Suvi bor-yoʻqligini yozing.')
  expect(await barriers(app)).toEqual([])
  await phone.mainButton().click()
  await app.getByRole('link', { name: /^Suv/ }).waitFor()
  expect(await barriers(app)).toEqual([])

  const seller = people.ivan
  await form.world.as(seller).me.$patch({ json: { locale: 'ru' } })
  const id = await submit(form.world.as(seller), { ...plough, title: 'Участок без воды' })
  const desk = await form.phone(moderator)
  await desk.be(moderator, moderator, { startapp: `mod_${id}` })
  await desk.app.getByRole('button', { name: desk.t('moderation.reject'), exact: true }).click()
  const sheet = desk.app.getByRole('dialog')
  await sheet.getByRole('radio', { name: 'Suvi bor-yoʻqligini yozing.' }).click()
  await sheet.getByRole('button', { name: desk.t('moderation.send_back') }).click()
  const rejected = async () =>
    (await form.world.deps.db.select().from(ads).where(eq(ads.id, id)))[0]?.state === 'rejected'
  await eventually(rejected)

  const reader = await form.phone(seller, { locale: 'ru' })
  await reader.be(seller, seller, { startapp: `my_${id}` })
  await reader.app.getByText('Напишите, есть ли вода.').first().waitFor()
  await reader.app.getByText(reader.t('field.description'), { exact: true }).waitFor()
})

it('what was typed and not saved is there again when the phone has ended the app, and gone once it was left', async () => {
  const phone = await form.phone(admin)
  const { app, page, t } = phone
  const contacts = app.getByLabel(t('board.contacts'), { exact: true })
  const words = app.getByLabel(t('announcements.in_uz'), { exact: true }).first()
  const agree = () =>
    page
      .getByTestId('popup')
      .getByRole('button', { name: t('board.leave') })
      .click()
  await phone.be(admin, admin, { startapp: 'staff' })
  await app.getByRole('link', { name: t('board.title') }).click()
  await contacts.waitFor()
  const before = await contacts.inputValue()
  await contacts.fill('33')
  await phone.reload()
  await expect.poll(() => contacts.inputValue()).toBe('33')
  // What another admin has set meanwhile is taken in below it.
  const api = form.world.as(admin)
  const { revision } = await (await api.admin.settings.$get()).json()
  await api.admin.settings.$put({ json: { settings: { hideAtReports: 7 }, revision } })
  await phone.reload()
  await expect.poll(() => contacts.inputValue()).toBe('33')
  expect(await app.getByLabel(t('board.reports'), { exact: true }).inputValue()).toBe('7')
  await page.getByTestId('back-button').click()
  await agree()
  await app.getByRole('link', { name: t('board.title') }).click()
  await contacts.waitFor()
  expect(await contacts.inputValue()).toBe(before)

  await app.getByRole('link', { name: t('board.words') }).click()
  await app.getByLabel(t('words.add_field'), { exact: true }).fill('qartaboz')
  await app.getByRole('button', { name: t('words.add'), exact: true }).click()
  await app.getByRole('button', { name: t('words.remove', { word: 'qartaboz' }) }).waitFor()
  await phone.reload()
  await app.getByRole('button', { name: t('words.remove', { word: 'qartaboz' }) }).waitFor()
  await page.getByTestId('back-button').click()
  await agree()

  await app.getByRole('link', { name: t('board.reasons') }).click()
  await app.getByRole('link', { name: t('reasons.add') }).click()
  const name = app.getByLabel(t('reasons.name'), { exact: true }).first()
  await name.fill('Hovuz')
  await phone.reload()
  await expect.poll(() => name.inputValue()).toBe('Hovuz')
  await page.getByTestId('back-button').click()
  await agree()
  await page.getByTestId('back-button').click()
  await page.getByTestId('back-button').click()

  await app.locator('a[href="/staff/announcements"]').click()
  await phone.mainButton().click()
  await words.fill('Ertaga bozor yopiq')
  await phone.reload()
  await expect.poll(() => words.inputValue()).toBe('Ertaga bozor yopiq')
  await page.getByTestId('back-button').click()
  await agree()
  await page.getByTestId('back-button').click()

  await app.locator('a[href="/staff/channels"]').click()
  await app.locator('a[href^="/staff/channels/"]').first().click()
  const signature = app.getByLabel(t('channels.signature'), { exact: true })
  await signature.fill('@vodiy')
  await phone.reload()
  await expect.poll(() => signature.inputValue()).toBe('@vodiy')
})
