import type { Locale } from '#shared/i18n/locales.ts'

/** Between them every type of question, needed and not: choices that hang on each other, yes or no, fractions, texts. */
export const telling = [
  ['transport.cars', 'uz'],
  ['realty.land', 'ru'],
  ['livestock.cattle', 'en'],
  ['phones.smartphones', 'uz'],
  ['services.machines', 'ru'],
  ['jobs.offered', 'en'],
  ['crops.vegetables', 'uz-Cyrl'],
  ['lost.things', 'uz'],
  ['giveaways.things', 'ru'],
] as const satisfies [categoryId: string, Locale][]
