import { adFields } from '#shared/moderation/schema.ts'
import type { ReasonContent, ReasonTexts } from '#shared/reasons/schema.ts'
import type { Typed } from '#webapp/staff/typed.ts'

/** In the order in which they are asked; all but the first may stay empty. */
export const languages = ['uz', 'uz-Cyrl', 'ru', 'en'] as const

const words = ['name', 'text'] as const

/** A reason as it stands in the fields; of one that is yet to be written nothing does. */
export const typedOf = (reason?: ReasonContent & { archived: boolean }): Typed => ({
  ...Object.fromEntries(
    words.flatMap((part) => languages.map((each) => [`${part}.${each}`, reason?.[part][each] ?? ''])),
  ),
  fields: reason?.fields.join(' ') ?? '',
  final: reason?.final ? 'yes' : '',
  archived: reason?.archived ? 'yes' : '',
})

export function contentOf(typed: Typed): ReasonContent {
  const textsOf = (part: (typeof words)[number]): ReasonTexts => {
    const text = (language: string) => (typed[`${part}.${language}`] ?? '').trim()
    const others = languages.slice(1).filter((language) => text(language))
    return { uz: text('uz'), ...Object.fromEntries(others.map((language) => [language, text(language)])) }
  }
  return {
    name: textsOf('name'),
    text: textsOf('text'),
    fields: adFields.filter((field) => typed.fields?.split(' ').includes(field)),
    final: typed.final === 'yes',
  }
}
