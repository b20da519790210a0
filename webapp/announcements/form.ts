import type { Audience } from '#shared/announcements/schema.ts'
import { type Locale, locales } from '#shared/i18n/locales.ts'
import type { Announcement, Input } from '#webapp/announcements/queries.ts'
import type { Typed } from '#webapp/staff/typed.ts'

/** An announcement as it stands in the fields; one that is not written yet is for all sellers. */
export function typedOf(item: Pick<Announcement, 'texts' | 'audience'> | undefined): Typed {
  const { who = 'sellers', region = '', category = '', languages = [] } = item?.audience ?? {}
  return {
    ...Object.fromEntries(locales.map((language) => [`texts.${language}`, item?.texts[language] ?? ''])),
    'audience.who': who,
    'audience.region': region,
    'audience.category': category,
    'audience.languages': languages.join(' '),
  }
}

/** What was typed as the server wants it. */
export const inputOf = (typed: Typed): Input => ({
  texts: Object.fromEntries(
    locales.map((language) => [language, typed[`texts.${language}`] ?? '']),
  ) as Input['texts'],
  audience: audienceOf(typed),
})

/** Whom it is for; only sellers have a region and a category. */
export function audienceOf(typed: Typed): Audience {
  const who = typed['audience.who'] as Audience['who']
  const [region, category] = [typed['audience.region'], typed['audience.category']]
  return {
    who,
    ...(who === 'sellers' && region && { region }),
    ...(who === 'sellers' && category && { category }),
    languages: languagesOf(typed),
  }
}

export const languagesOf = (typed: Typed): Locale[] =>
  (typed['audience.languages'] ?? '')
    .split(' ')
    .filter((id): id is Locale => locales.some((one) => one === id))
