import type { Locale } from '#shared/i18n/locales.ts'
import { toCyrillic } from '#shared/text/transliterate.ts'

/** A text with `{name}` places, or one per plural category of `Intl.PluralRules` chosen by `{count}`. */
export type Message = string | { one?: string; few?: string; many?: string; other: string }
/** All texts of one part in one locale; `Keys` comes from the `uz` dictionary, so a missing text does not compile. */
export type Dictionary<Keys extends string> = Readonly<Record<Keys, Message>>
export type Params = Readonly<Record<string, string | number>>
export type Translate<Keys extends string> = (key: Keys, params?: Params) => string

/** Fills a dictionary's texts; an absent parameter stays visible as `{name}`. */
export function translator<Keys extends string>(
  dictionary: Dictionary<Keys>,
  locale: Locale,
): Translate<Keys> {
  const plural = new Intl.PluralRules(locale)
  return (key, params) => {
    const message = dictionary[key]
    const text =
      typeof message === 'string'
        ? message
        : (message[plural.select(Number(params?.count)) as 'one'] ?? message.other)
    return params ? text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place)) : text
  }
}

/** The Cyrillic dictionary: transliterated from `uz`, but for the texts given as exceptions. */
export function cyrillicOf<Keys extends string>(
  uz: Dictionary<Keys>,
  exceptions: Partial<Dictionary<Keys>> = {},
): Dictionary<Keys> {
  const convert = (message: Message): Message =>
    typeof message === 'string'
      ? toCyrillic(message)
      : { ...mapValues(message, toCyrillic), other: toCyrillic(message.other) }
  return { ...mapValues(uz, convert), ...exceptions }
}

const mapValues = <K extends string, A, B>(record: Readonly<Partial<Record<K, A>>>, map: (value: A) => B) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value as A)])) as Record<K, B>
