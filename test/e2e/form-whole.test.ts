import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { categoryById, labelOf, topOfCategory } from '#shared/catalog/index.ts'
import type { Attribute, AttributeValue } from '#shared/catalog/types.ts'
import { offeredOptions } from '#shared/catalog/validate.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { districtById, regionById } from '#shared/regions/regions.ts'
import { telling } from '../categories.ts'
import { people } from '../people.ts'
import { jpeg } from '../photos/files.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()
const seller = people.karimjon

/** Some right answer; of a make one that has models. */
function answerTo(
  attribute: Attribute,
  answers: Record<string, AttributeValue>,
  all: readonly Attribute[],
): AttributeValue | undefined {
  switch (attribute.type) {
    case 'bool':
      return true
    case 'text':
      return 'Shunaqa, 12'
    case 'number': {
      const { min, max, decimals = 0 } = attribute
      return Number(Math.min(max, min + 2 + 10 ** -decimals).toFixed(decimals))
    }
    case 'select': {
      const offered = offeredOptions(attribute, answers)
      const hangs = all.find((other) => other.type === 'select' && other.dependsOn === attribute.key)
      return hangs?.type === 'select' ? hangs.options.at(-1)?.parent : offered.at(-1)?.id
    }
  }
}

/** Answers a question that stands alone on its screen (`whole`) or among others, as whichever control it has. */
async function give(
  { app, mainButton }: Phone,
  attribute: Attribute,
  value: AttributeValue,
  locale: Locale,
  whole: boolean,
) {
  const label = labelOf(attribute.labels, locale)
  const said = (id: string) => {
    const option = attribute.type === 'select' && attribute.options.find((one) => one.id === id)
    return option ? labelOf(option.labels, locale) : id
  }
  const radio = (within: Phone['app'] | Locator) =>
    within.getByRole('radio', { name: said(String(value)), exact: true })
  const field = app.getByLabel(label, { exact: true }).and(app.locator('input[type=text], input:not([type])'))
  const group = app.getByRole('radiogroup', { name: label, exact: true })
  const list = app.getByRole('button', { name: label })
  const toggle = app
    .getByRole('switch', { name: label, exact: true })
    .or(app.getByRole('checkbox', { name: label, exact: true }))
  const typed = String(value).replace('.', ',')

  if (whole && attribute.type === 'bool') return app.getByRole('radio').first().click()
  await (whole ? app.getByRole('radio').first().or(field) : group.or(field).or(list).or(toggle))
    .first()
    .waitFor()
  if (await field.isVisible()) {
    await field.fill(typed)
    if (whole) await mainButton().click()
  } else if (attribute.type === 'bool') await toggle.check()
  else if (whole || (await group.isVisible())) await radio(whole ? app : group).click()
  else {
    await list.click()
    await radio(app.getByRole('dialog')).click()
  }
}

describe.each(telling)('an ad in %s, in %s', (categoryId, locale) => {
  it('is asked for question by question, with all that could be added, and sent', async () => {
    const category = categoryById(categoryId)
    const top = topOfCategory(categoryId)
    if (!category || !top) throw new Error(`there is no ${categoryId}`)
    await form.begin(seller)
    await form.world.as(seller).me.$patch({ json: { locale } })
    const phone = await form.phone(seller, { locale })
    const { app, t, mainButton, screen } = phone
    const next = () => mainButton().click()
    const button = (name: string) => app.getByRole('button', { name, exact: true })
    await phone.openForm()
    await screen(t('draft.step_photos'))
    const photo = await jpeg()
    const files = Array.from(
      { length: Math.max(1, category.minPhotos ?? 0) },
      (_, n) => [`${n}.jpg`, photo] as const,
    )
    await phone.pick(await form.files(Object.fromEntries(files)))
    await phone.tile(files.length, t('photo.ready')).waitFor()
    await next()
    await button(labelOf(top.labels, locale)).click()
    await button(labelOf(category.labels, locale)).click()

    const answers: Record<string, AttributeValue> = {}
    const answer = async (attribute: Attribute, whole: boolean) => {
      const value = answerTo(attribute, answers, category.attributes)
      if (value === undefined) return
      if (whole) await screen(labelOf(attribute.labels, locale))
      await give(phone, attribute, value, locale, whole)
      answers[attribute.key] = value
    }
    for (const attribute of category.attributes.filter(({ required }) => required))
      await answer(attribute, true)

    await screen(t('draft.step_text'))
    await app.getByLabel(t('draft.title'), { exact: true }).fill('Sinov uchun')
    await app.getByLabel(t('draft.description'), { exact: true }).fill('Hammasi aytilgan')
    const further = category.attributes.filter(({ required }) => !required)
    if (further.length > 0) {
      const more = app.getByRole('button', { name: t('draft.more_details') })
      await more.click()
      await screen(t('draft.step_details'))
      while (await more.isVisible()) await more.click()
      for (const attribute of further) await answer(attribute, false)
      await next()
      await screen(t('draft.step_text'))
    }
    await next()
    if (category.price !== 'none' && category.price !== 'free') {
      await app.getByLabel(t('draft.price_amount'), { exact: true }).fill('1 250 000')
      await next()
    }
    await screen(t('draft.step_place'))
    // The place is as in the last ad.
    if ((await form.ads(seller)).length === 0) {
      await app.getByText(regionById('andijon')?.names[locale] ?? '', { exact: true }).click()
      await app.getByText(districtById('andijon.asaka')?.names[locale] ?? '', { exact: true }).click()
    }
    await next()
    await screen(t('draft.step_contact'))
    await app.getByLabel(t('draft.phone'), { exact: true }).fill('90 123 45 67')
    await next()
    await app.locator('.vb-post__caption').getByText('Sinov uchun').waitFor()
    await next()
    await app.getByText(t('draft.sent_title')).waitFor()

    const [ad] = await form.ads(seller)
    expect(ad).toMatchObject({ categoryId, title: 'Sinov uchun', state: 'pending' })
    const whole = await (
      await form.world.as(seller).ads[':id'].$get({ param: { id: String(ad?.id) } })
    ).json()
    expect(whole.attributes).toEqual(answers)
    expect(Object.keys(answers)).toHaveLength(category.attributes.length)
  })
})
