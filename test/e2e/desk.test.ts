import { eq } from 'drizzle-orm'
import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { ads, moderationDecisions, users } from '#server/db/schema.ts'
import { builtInReasons } from '#shared/reasons/built-in.ts'
import { cobalt, eventually, plough, submit } from '../ads.ts'
import { meetBot } from '../documents.ts'
import { people } from '../people.ts'
import { uploadPhoto } from '../photos/upload.ts'
import { barriers } from './barriers.ts'
import { useForm } from './form.ts'

const form = useForm()
const second = people.ivan

beforeAll(() =>
  form.world.deps.db
    .insert(users)
    .values({ id: second, firstName: 'Иван', languageCode: 'ru', role: 'moderator' })
    .onConflictDoUpdate({ target: users.id, set: { role: 'moderator' } }),
)

const words = ['Bogʻ', 'Uzum', 'Tandir', 'Hovli', 'Ariq', 'Tom', 'Eshik', 'Deraza', 'Pol', 'Devor']
const stateOf = async (id: number) =>
  (await form.world.deps.db.select().from(ads).where(eq(ads.id, id)))[0]?.state
const clear = () => form.world.deps.db.update(ads).set({ state: 'removed' }).where(eq(ads.state, 'pending'))

describe('on a desktop', () => {
  it('all is done by keys, and the keys are shown', async () => {
    await clear()
    const photoIds = [
      await uploadPhoto(form.world.as(people.karimjon)),
      await uploadPhoto(form.world.as(people.karimjon)),
    ]
    const api = form.world.as(people.karimjon)
    const first = await submit(api, { ...plough, title: 'Birinchi ish', photoIds })
    const next = await submit(api, { ...plough, title: 'Ikkinchi ish' })
    const third = await submit(api, { ...plough, title: 'Uchinchi ish' })
    const phone = await form.phone(people.muhabbat, { viewport: { width: 1280, height: 800 } })
    const { app, page, t } = phone
    await phone.be(people.muhabbat, people.muhabbat, { startapp: `mod_${first}` })
    const showing = (title: string) =>
      app.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
    /** A key, once keys count again. */
    const press = async (key: string) => {
      await expect
        .poll(() => app.getByRole('button', { name: t('moderation.approve') }).getAttribute('aria-disabled'))
        .toBe('false')
      await app.locator('main').press(key)
    }
    await showing('Birinchi ish')
    expect(await app.locator('.desk-bar kbd').first().isVisible()).toBe(true)
    const strip = app.locator('.gallery__strip')
    await press('ArrowRight')
    await expect.poll(() => strip.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)

    await press('n')
    await showing('Ikkinchi ish')
    await press('a')
    await showing('Uchinchi ish')
    await eventually(async () => (await stateOf(next)) === 'active')
    await press('u')
    await showing('Ikkinchi ish')
    await eventually(async () => (await stateOf(next)) === 'pending')

    await press('e')
    const edit = app.getByRole('dialog', { name: t('moderation.edit_title') })
    await edit.getByLabel(t('draft.title'), { exact: true }).fill('Ikkinchi ish, tuzatilgan')
    // Letters in a field are letters.
    await edit.getByLabel(t('draft.description'), { exact: true }).pressSequentially('arena')
    await edit.getByRole('button', { name: t('moderation.edit_approve') }).click()
    await eventually(async () => (await stateOf(next)) === 'active')
    const [row] = await form.world.deps.db.select().from(ads).where(eq(ads.id, next))
    expect(row).toMatchObject({
      title: 'Ikkinchi ish, tuzatilgan',
      description: expect.stringContaining('arena'),
    })

    await showing('Uchinchi ish')
    await press('r')
    const reject = app.getByRole('dialog', { name: t('moderation.why') })
    await reject.getByRole('radio', { name: builtInReasons.text.text.uz }).click()
    await reject.getByRole('button', { name: t('field.title'), exact: true }).click()
    await reject
      .getByLabel(t('moderation.suggestion', { field: t('field.title') }), { exact: true })
      .fill('Yer haydash')
    await reject.getByRole('button', { name: t('moderation.send_back') }).click()
    await eventually(async () => (await stateOf(third)) === 'rejected')
    await showing('Birinchi ish')
    await page.keyboard.press('Escape')
  })
})

describe('on a phone', () => {
  it('an ad is thrown to the right to approve it, to the left to send it back; scrolling decides nothing', async () => {
    await clear()
    const api = form.world.as(people.karimjon)
    const first = await submit(api, { ...plough, title: 'Oʻngga' })
    const next = await submit(api, { ...plough, title: 'Chapga' })
    const phone = await form.phone(people.muhabbat)
    const { app, t } = phone
    await phone.be(people.muhabbat, people.muhabbat, { startapp: `mod_${first}` })
    const showing = (title: string) =>
      app.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
    const drag = await fingerOf(phone)
    await showing('Oʻngga')
    await drag(app.locator('.queue__words'), 60, 0)
    await drag(app.locator('.queue__words'), 30, -200)
    expect(await stateOf(first)).toBe('pending')
    await drag(app.locator('.queue__words'), 160, 10)
    await showing('Chapga')
    await eventually(async () => (await stateOf(first)) === 'active')
    await expect
      .poll(() => app.getByRole('button', { name: t('moderation.approve') }).getAttribute('aria-disabled'))
      .toBe('false')
    await drag(app.locator('.queue__words'), -160, 10)
    await app.getByRole('dialog', { name: t('moderation.why') }).waitFor()
    expect(await stateOf(next)).toBe('pending')
  })

  /** Moves a finger from the middle of what is seen of an element. */
  async function fingerOf({ context, page }: Awaited<ReturnType<typeof form.phone>>) {
    const touch = await context.newCDPSession(page)
    return async (element: Locator, dx: number, dy: number) => {
      const box = await element.boundingBox()
      if (!box) throw new Error('nothing to touch')
      const at = { x: box.x + box.width / 2, y: Math.max(box.y, 200) + 60 }
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
      for (const part of [0.1, 0.3, 0.6, 0.8, 1])
        await touch.send('Input.dispatchTouchEvent', {
          type: 'touchMove',
          touchPoints: [{ x: at.x + dx * part, y: at.y + dy * part }],
        })
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }
  }
})

describe('the seller of a rejected ad', () => {
  it('sees what to change and what to write, and goes right there; a final one offers no way', async () => {
    await clear()
    const api = form.world.as(people.dilnoza)
    const judge = form.world.as(people.muhabbat)
    const reject = (id: number, json: object) =>
      judge.moderation[':id'].reject.$post({
        param: { id: String(id) },
        json: { revision: 1, reason: 'text', ...json },
      })
    const final = await submit(api, { ...plough, title: 'Taqiqlangan ish' })
    await reject(final, { reason: 'forbidden', final: true })
    const id = await submit(api, { ...plough, title: 'Tushunarsiz ish' })
    await reject(id, { marks: [{ field: 'title', suggestion: 'Yer haydash' }, { field: 'price' }] })
    const phone = await form.phone(people.dilnoza)
    const { app, t } = phone
    await phone.be(people.dilnoza, people.dilnoza, { startapp: `my_${id}` })
    await app.getByText('Nomi: Yer haydash').waitFor()
    await phone.mainButton().click()
    await app.getByRole('link', { name: t('field.title') }).click()
    await phone.screen(t('draft.step_text'))
    await app.getByText('→ Yer haydash').waitFor()
    expect(await barriers(app)).toEqual([])

    await phone.be(people.dilnoza, people.dilnoza, { startapp: `my_${final}` })
    await app.getByText(t('mine.final')).waitFor()
    expect(await phone.mainButton().count()).toBe(0)
  })
})

describe('no screen of the desk shuts anybody out', () => {
  it.each([
    ['light', { width: 360, height: 640 }],
    ['dark', undefined],
  ] as const)('in the %s theme', async (theme, viewport) => {
    await clear()
    await form.world.deps.db.update(users).set({ trust: 1 }).where(eq(users.id, people.karimjon))
    const photoIds = [
      await uploadPhoto(form.world.as(people.karimjon)),
      await uploadPhoto(form.world.as(people.karimjon)),
    ]
    const api = form.world.as(people.karimjon)
    await submit(api, {
      ...plough,
      title: `Shubhali ish ${theme}`,
      description: 'Oldindan toʻlov qiling',
      photoIds,
    })
    await submit(api, { ...plough, title: `Oddiy ish ${theme}` })
    const phone = await form.phone(people.muhabbat, { theme, ...(viewport && { viewport }) })
    const { app, t } = phone
    await phone.be(people.muhabbat, people.muhabbat, { startapp: 'queue' })
    await app.getByRole('list', { name: t('moderation.hints') }).waitFor()
    expect(await barriers(app)).toEqual([])
    await app.getByRole('button', { name: t('moderation.filter') }).click()
    await app.getByRole('dialog').waitFor()
    expect(await barriers(app)).toEqual([])
    await app.getByRole('button', { name: t('app.close') }).click()
    await app.getByRole('button', { name: t('moderation.edit'), exact: true }).click()
    await app.getByRole('dialog').waitFor()
    expect(await barriers(app)).toEqual([])
    await app.getByRole('button', { name: t('app.close') }).click()
    await app.getByRole('button', { name: t('moderation.reject'), exact: true }).click()
    await app.getByRole('radio', { name: builtInReasons.photos.text.uz }).click()
    expect(await barriers(app)).toEqual([])
    await app.getByRole('button', { name: t('moderation.send_back') }).click()
    await app.getByRole('button', { name: t('moderation.undo') }).waitFor()
    expect(await barriers(app)).toEqual([])
    await app.getByRole('link', { name: t('staff.title') }).click()
    expect(await barriers(app)).toEqual([])
    await app.getByRole('link', { name: t('moderation.decided') }).click()
    const undo = app.getByRole('button', { name: t('moderation.undo') }).first()
    await undo.waitFor()
    // Some of an earlier test may be there.
    const undone = app.getByText(t('moderation.undone'))
    const before = await undone.count()
    await undo.click()
    await expect.poll(() => undone.count()).toBe(before + 1)
    expect(await barriers(app)).toEqual([])
  })
})

it('every answer of an ad is corrected on the way; its seller reads which, before and after', async () => {
  await clear()
  await meetBot(form.world, people.karimjon)
  const api = form.world.as(people.karimjon)
  const id = await submit(api, { ...cobalt, photoIds: [await uploadPhoto(api), await uploadPhoto(api)] })
  const { app, page, t, be } = await form.phone(people.muhabbat)
  await be(people.muhabbat, people.muhabbat, { startapp: `mod_${id}` })
  await app.getByRole('button', { name: t('moderation.edit'), exact: true }).click()
  const sheet = app.getByRole('dialog')
  const approve = sheet.getByRole('button', { name: t('moderation.edit_approve') })

  // Another make takes the model along, which must then be answered anew.
  await sheet.getByRole('button', { name: 'Markasi' }).click()
  await sheet.getByRole('radio', { name: 'Kia' }).click()
  await sheet.getByRole('button', { name: 'Modeli' }).waitFor()
  const year = sheet.getByLabel('Chiqqan yili')
  await year.fill('1066')
  await approve.click()
  await sheet.getByText(t('problem.required')).waitFor()
  await sheet.getByText(t('problem.range', { min: 1960, max: 2027 })).waitFor()
  expect(await barriers(app)).toEqual([])
  await sheet.getByRole('button', { name: 'Modeli' }).click()
  await sheet.getByRole('radio', { name: 'K5' }).click()
  await year.fill('2019')
  await sheet.getByRole('button', { name: t('draft.more_details') }).click()
  await sheet.getByRole('radio', { name: 'Avtomat' }).click()
  expect(await barriers(app)).toEqual([])
  await sheet.getByLabel('Yurgani').fill('91 500')
  await sheet.getByLabel('Yurgani').press('Enter')
  await sheet.waitFor({ state: 'detached' })
  await eventually(async () => (await stateOf(id)) === 'active')
  const [row] = await form.world.deps.db.select().from(ads).where(eq(ads.id, id))
  expect(row?.attributes).toEqual({
    make: 'kia',
    model: 'kia-k5',
    year: 2019,
    mileage: 91_500,
    gearbox: 'automatic',
  })
  await be(people.karimjon)
  const told = page.getByText('Markasi: Chevrolet → Kia').last()
  await told.waitFor()
  for (const line of ['Modeli: Cobalt → K5', 'Chiqqan yili: 2021 → 2019', 'Uzatma qutisi: — → Avtomat'])
    expect(await told.textContent()).toContain(line)
})

describe('two moderators side by side', () => {
  it('clear sixty ads without a clash, each ad once', async () => {
    await clear()
    await form.world.deps.db.delete(moderationDecisions)
    const sellers = [people.karimjon, people.dilnoza, 8001, 8002, 8003, 8004]
    const ids: number[] = []
    for (const seller of sellers)
      for (const word of words)
        ids.push(await submit(form.world.as(seller), { ...plough, title: `${word} ishi ${seller}` }))
    await eventually(async () => {
      const { items } = await (
        await form.world.as(people.muhabbat).moderation.queue.$get({ query: {} })
      ).json()
      return items.length > 0 && items.every(({ hints }) => hints !== null)
    }, 60)

    const phones = await Promise.all([
      form.phone(people.muhabbat),
      form.phone(second, { theme: 'dark', locale: 'ru', viewport: { width: 1280, height: 800 } }),
    ])
    const refusals: string[] = []
    for (const { page } of phones)
      page.on('response', (answer) => {
        if (answer.url().includes('/moderation/') && answer.status() >= 400) refusals.push(answer.url())
      })
    await Promise.all([
      phones[0].be(people.muhabbat, people.muhabbat, { startapp: 'queue' }),
      phones[1].be(second, second, { startapp: 'queue' }),
    ])
    await Promise.all(
      phones.map(({ app, t }) => app.getByRole('button', { name: t('moderation.approve') }).waitFor()),
    )
    const started = performance.now()
    await Promise.all(phones.map((phone) => clearAll(phone)))
    const minutes = (performance.now() - started) / 60_000

    // The last ones may still be on their way.
    const decisions = await eventually(async () => {
      const rows = await form.world.deps.db.select().from(moderationDecisions)
      return rows.length >= ids.length && rows
    })
    expect(decisions.map(({ adId }) => adId).sort((a, b) => a - b)).toEqual(ids.sort((a, b) => a - b))
    const by = (id: number) => decisions.filter(({ moderatorId }) => moderatorId === id).length
    expect(by(people.muhabbat) + by(second)).toBe(60)
    expect(Math.min(by(people.muhabbat), by(second))).toBeGreaterThan(5)
    expect(refusals).toEqual([])
    console.info(
      `two moderators, 60 ads: ${Math.round(60 / minutes)} decisions a minute (${by(people.muhabbat)} and ${by(second)})`,
    )
  }, 300_000)

  /** Approves one after another, sending every tenth back with a reason, until nothing is left. */
  async function clearAll({ app, t }: Awaited<ReturnType<typeof form.phone>>) {
    const approve = app.getByRole('button', { name: t('moderation.approve') })
    const empty = app.getByText(t('moderation.empty_title')).or(app.getByText(t('moderation.others_title')))
    const shown: Locator = app.getByRole('heading', { level: 1 })
    let title: string | null = null
    for (let n = 1; ; n++) {
      // The next ad, and the moment after which taps count again; or that nothing is left. Looked at once: what is
      // seen here may be gone a moment later.
      const next = await eventually(async () => {
        if (await empty.isVisible()) return 'nothing'
        const [seen] = await shown.allTextContents()
        const ready = seen && seen !== title && (await approve.getAttribute('aria-disabled')) === 'false'
        return ready ? { title: seen } : undefined
      }, 30)
      if (next === 'nothing') return
      title = next.title
      if (n % 10 !== 0) {
        await approve.click()
        continue
      }
      await app.getByRole('button', { name: t('moderation.reject'), exact: true }).click()
      const sheet = app.getByRole('dialog')
      await sheet.getByRole('radio', { name: /^(Narx notoʻgʻri|Цена неверна)/ }).click()
      await sheet.getByRole('button', { name: t('moderation.send_back') }).click()
    }
  }
})
