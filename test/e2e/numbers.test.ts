import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { ads } from '#server/db/schema.ts'
import { eventually, plough, publish } from '../ads.ts'
import { documentsOf, meetBot } from '../documents.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { useForm } from './form.ts'

const form = useForm()
const { karimjon, muhabbat } = people
const seller = () => form.world.as(karimjon)
const admin = () => form.world.as(muhabbat)

it.each([
  ['light', { width: 360, height: 640 }],
  ['dark', { width: 1280, height: 800 }],
] as const)(
  'the numbers are seen, read as tables and sent as a file, in the %s theme',
  async (theme, viewport) => {
    await publish(seller(), admin(), plough)
    await meetBot(form.world, muhabbat)
    const phone = await form.phone(muhabbat, { theme, viewport })
    const { app, t } = phone
    await phone.be(muhabbat, muhabbat, { startapp: 'staff' })
    await app.getByRole('link', { name: t('staff.numbers') }).click()
    await app.getByRole('heading', { level: 1, name: t('numbers.title') }).waitFor()
    const live = (await (await admin().stats.$get({ query: { period: '30' } })).json()).figures.live.value
    const card = app.getByRole('radio', { name: new RegExp(`^${t('numbers.live')}\\s*${live}`) })
    await card.click()
    await expect.poll(() => card.getAttribute('aria-checked')).toBe('true')
    const title = `${t('numbers.live')} · ${t('numbers.by_district').toLowerCase()}`
    await app.getByRole('listitem').filter({ hasText: 'Asaka' }).waitFor()
    await app.getByRole('img', { name: new RegExp(`^${t('numbers.live')}: `) }).waitFor()
    expect(await barriers(app)).toEqual([])

    await app.getByRole('button', { name: `${t('numbers.as_table')}: ${title}` }).click()
    const table = app.getByRole('table', { name: title })
    expect(await table.getByRole('row', { name: new RegExp(`^Asaka.*${live}$`) }).count()).toBe(1)
    await app.getByRole('radio', { name: t('numbers.period_today') }).click()
    await app
      .getByRole('radio', { name: new RegExp(t('numbers.yesterday', { value: '\\d+' })) })
      .first()
      .waitFor()
    expect(await barriers(app)).toEqual([])

    const before = (await documentsOf(form.world, muhabbat)).length
    await app.getByRole('button', { name: t('numbers.file_days'), exact: true }).click()
    await app.getByText(t('numbers.file_sent')).waitFor()
    expect(await documentsOf(form.world, muhabbat)).toHaveLength(before + 1)
  },
)

it.each([
  ['dark', undefined],
  ['light', { width: 360, height: 640 }],
] as const)('what was changed is found, read, and undone, in the %s theme', async (theme, viewport) => {
  const { id } = await publish(seller(), admin(), { ...plough, title: `Tarixli ish ${theme}` })
  const phone = await form.phone(muhabbat, { theme, ...(viewport && { viewport }) })
  const { app, t } = phone
  await phone.be(muhabbat, muhabbat, { startapp: 'staff' })
  await app.getByRole('link', { name: t('staff.audit') }).click()
  const text = t('audit.did_approved', { who: 'Muhabbat', what: `«Tarixli ish ${theme}»` })
  const head = app.getByRole('button', { name: new RegExp(`^${text}`) })
  await head.click()
  await app
    .locator('ins')
    .filter({ hasText: t('state.active') })
    .waitFor()
  expect(await barriers(app)).toEqual([])
  await app.getByRole('button', { name: t('audit.more_ad') }).click()
  await expect.poll(() => app.getByRole('article').count()).toBe(2)

  await app.getByRole('button', { name: t('audit.filter'), exact: true }).click()
  const sheet = app.getByRole('dialog', { name: t('audit.filter') })
  await sheet.getByRole('radio', { name: 'Muhabbat' }).click()
  expect(await barriers(app)).toEqual([])
  await sheet.getByRole('button', { name: t('audit.apply') }).click()
  await expect.poll(() => app.getByRole('article').count()).toBe(1)
  await app
    .getByRole('button', { name: t('audit.take_away', { name: t('audit.by', { name: 'Muhabbat' }) }) })
    .waitFor()

  await app.getByRole('button', { name: `${t('audit.undo')}: ${text}` }).click()
  await app.getByText(t('audit.did_undone', { who: 'Muhabbat', what: `«Tarixli ish ${theme}»` })).waitFor()
  await eventually(
    async () => (await form.world.deps.db.select().from(ads).where(eq(ads.id, id)))[0]?.state === 'pending',
  )

  await app.getByRole('button', { name: t('audit.filter'), exact: true }).click()
  await sheet.getByRole('button', { name: t('audit.clear') }).click()
  await app.getByRole('button', { name: t('audit.filter'), exact: true }).click()
  await sheet.getByLabel(t('audit.person')).fill('муҳаб')
  expect(await barriers(app)).toEqual([])
  await sheet.getByRole('button', { name: 'Muhabbat' }).click()
  await sheet.getByRole('button', { name: t('audit.apply') }).click()
  await app.getByText(t('audit.empty_title')).waitFor()
  await app
    .getByRole('button', { name: t('audit.take_away', { name: t('audit.of_person', { name: muhabbat }) }) })
    .click()
  await head.first().waitFor()
  expect(await barriers(app)).toEqual([])
})
