import { expect, it } from 'vitest'
import { people } from '../people.ts'
import { useForm } from './form.ts'

const form = useForm()

it.each([
  ['the board’s own address', '/', ''],
  ['the address of an ad', '/ads/7', '?startapp=ad_7'],
  ['the address of the form', '/new', ''],
])('%s opened in a browser says how to open it, with a link to the bot', async (_, path, parameter) => {
  // Nobody is known here, so it speaks the browser's language.
  const { page, t } = await form.phone(people.karimjon, { locale: 'en' })
  await page.goto(`${form.world.config.publicUrl}${path}`)
  await page.getByRole('heading', { level: 1, name: t('outside.title') }).waitFor()
  await page.getByText(t('outside.text')).waitFor()
  const link = page.getByRole('link', { name: t('outside.open') })
  const { username } = form.world.deps.me
  expect(await link.getAttribute('href')).toBe(`https://t.me/${username}${parameter}`)
})

it('a launch that nobody signed is shown the door, not the board', async () => {
  const { page, t } = await form.phone(people.karimjon)
  const user = encodeURIComponent(JSON.stringify({ id: 1001, first_name: 'Karimjon', language_code: 'uz' }))
  const initData = encodeURIComponent(
    `user=${user}&auth_date=${Math.floor(Date.now() / 1000)}&hash=${'0'.repeat(64)}`,
  )
  await page.goto(
    `${form.world.config.publicUrl}/#tgWebAppData=${initData}&tgWebAppVersion=9.0&tgWebAppPlatform=web`,
  )
  await page.getByText(t('error.auth.invalid')).waitFor()
  await page.getByRole('button', { name: t('app.close') }).waitFor()
})
