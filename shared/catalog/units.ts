import type { Locale } from '#shared/i18n/locales.ts'
import { toCyrillic } from '#shared/text/transliterate.ts'

/** One text, or one per plural category of `Intl.PluralRules`. */
export type UnitForms = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>
type Unit = Readonly<Record<Exclude<Locale, 'uz-Cyrl'>, UnitForms> & { uz: string }>

/** Russian: 1 день, 2 дня (and 2,5 дня), 5 дней. */
const ru = (one: string, few: string, many: string) => ({ one, few, many, other: few })
const en = (one: string, other = `${one}s`) => ({ one, other })

const units: Readonly<Record<string, Unit>> = {
  km: { uz: 'km', ru: 'км', en: 'km' },
  sotix: { uz: 'sotix', ru: ru('сотка', 'сотки', 'соток'), en: 'sotix' },
  m2: { uz: 'm²', ru: 'м²', en: 'm²' },
  cm: { uz: 'sm', ru: 'см', en: 'cm' },
  kg: { uz: 'kg', ru: 'кг', en: 'kg' },
  tonna: { uz: 'tonna', ru: ru('тонна', 'тонны', 'тонн'), en: en('ton') },
  litr: { uz: 'litr', ru: 'л', en: 'l' },
  litrPerDay: { uz: 'litr/kun', ru: 'л/день', en: 'l/day' },
  hp: { uz: 'ot kuchi', ru: 'л. с.', en: 'hp' },
  hours: { uz: 'soat', ru: 'ч', en: 'h' },
  days: { uz: 'kun', ru: ru('день', 'дня', 'дней'), en: en('day') },
  months: { uz: 'oy', ru: ru('месяц', 'месяца', 'месяцев'), en: en('month') },
  years: { uz: 'yil', ru: ru('год', 'года', 'лет'), en: en('year') },
  age: { uz: 'yosh', ru: ru('год', 'года', 'лет'), en: en('year') },
  rooms: { uz: 'xona', ru: ru('комната', 'комнаты', 'комнат'), en: en('room') },
  pieces: { uz: 'dona', ru: 'шт.', en: 'pcs' },
  heads: { uz: 'bosh', ru: ru('голова', 'головы', 'голов'), en: 'head' },
  seats: { uz: 'oʻrin', ru: ru('место', 'места', 'мест'), en: en('seat') },
  people: { uz: 'kishi', ru: ru('человек', 'человека', 'человек'), en: en('person', 'people') },
  percent: { uz: '%', ru: '%', en: '%' },
  inches: { uz: 'dyuym', ru: ru('дюйм', 'дюйма', 'дюймов'), en: en('inch', 'inches') },
  watts: { uz: 'Vt', ru: 'Вт', en: 'W' },
  gb: { uz: 'GB', ru: 'ГБ', en: 'GB' },
}

/** The unit's text or plural forms in a locale; an unknown key is a mistake in the catalogue's data. */
export function unitForms(unit: string, locale: Locale): UnitForms {
  const found = units[unit]
  if (!found) throw new Error(`No such unit: ${unit}`)
  return locale === 'uz-Cyrl' ? toCyrillic(found.uz) : found[locale]
}

/** What stands beside an input: "km", "соток", "years". */
export function unitLabel(unit: string, locale: Locale): string {
  const forms = unitForms(unit, locale)
  return typeof forms === 'string' ? forms : (forms.many ?? forms.other)
}
