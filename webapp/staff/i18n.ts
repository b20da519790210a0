import { createEffect, createRoot, createSignal } from 'solid-js'
import type { Locale } from '#shared/i18n/locales.ts'
import type { StaffTextKey } from '#shared/i18n/staff/uz/index.ts'
import { type Dictionary, type Params, type Translate, translator } from '#shared/i18n/translate.ts'
import { t as everybodysText, locale, type TextKey } from '#webapp/i18n.ts'

const texts: Record<Locale, () => Promise<{ dictionary: Dictionary<StaffTextKey> }>> = {
  uz: () => import('#webapp/staff/texts/uz.static.ts'),
  'uz-Cyrl': () => import('#webapp/staff/texts/uz-cyrl.static.ts'),
  ru: () => import('#webapp/staff/texts/ru.static.ts'),
  en: () => import('#webapp/staff/texts/en.static.ts'),
}

interface Speech {
  dictionary: Dictionary<StaffTextKey>
  translate: Translate<StaffTextKey>
}
const [speech, setSpeech] = createSignal<Speech>()

/** In the language of the screen, also where that changes while the words are on their way. */
async function speak(): Promise<void> {
  const now = locale()
  const { dictionary } = await texts[now]()
  if (now !== locale()) return speak()
  setSpeech({ dictionary, translate: translator(dictionary, now) })
}

/** Loads what only moderators and admins read, once, before the first of their screens; it follows the language. */
export async function speakStaff(): Promise<void> {
  if (speech()) return
  await speak()
  createRoot(() => createEffect(() => void speak().catch(() => undefined)))
}

export type StaffOrAppKey = StaffTextKey | TextKey

const isStaffText = (text: string): text is StaffTextKey => text in (speech()?.dictionary ?? {})

/** A text in the current language, of the staff's screens or of those that everybody sees. */
export const t = (text: StaffOrAppKey, params?: Params): string =>
  isStaffText(text) ? (speech()?.translate(text, params) ?? text) : everybodysText(text as TextKey, params)
