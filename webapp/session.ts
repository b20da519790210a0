import { createSignal } from 'solid-js'
import type { Locale } from '#shared/i18n/locales.ts'
import { api, call } from '#webapp/api.ts'
import { setPublicUrl, setRate } from '#webapp/boot.ts'
import { locale, setLocale } from '#webapp/i18n.ts'

const getMe = () => call(api.me.$get())
export type Me = Awaited<ReturnType<typeof getMe>>

const [me, setMe] = createSignal<Me>()

/** Who is here; undefined until the server has said so. */
export { me }
export const moderates = () => me()?.user.role === 'moderator' || me()?.user.role === 'admin'
/** Hides what the server would refuse anyway. */
export const isAdmin = () => me()?.user.role === 'admin'

function accept(answer: Me) {
  setMe(answer)
  setRate(answer.rate)
  setPublicUrl(answer.publicUrl)
}

/** Asks the server who is here; also sets the rate, where photos lie, and the language the person chose elsewhere. */
export async function loadMe(): Promise<void> {
  const answer = await getMe()
  accept(answer)
  if (answer.user.locale !== locale()) await setLocale(answer.user.locale)
}

/** Shows the chosen language at once and tells the server, so that the bot speaks it too. */
export async function chooseLocale(next: Locale): Promise<void> {
  await setLocale(next)
  accept(await call(api.me.$patch({ json: { locale: next } })))
}

/** Sends on the contact that Telegram signed; the phone it confirmed is then known everywhere. */
export async function confirmPhone(response: string): Promise<string> {
  const { phone } = await call(api.me.contact.$post({ json: { response } }))
  setMe((known) => known && { ...known, user: { ...known.user, phone } })
  return phone
}

/** Whether the bot writes once a day what happened around the person's ads. */
export const chooseDigest = async (digest: boolean): Promise<void> =>
  accept(await call(api.me.$patch({ json: { digest } })))
