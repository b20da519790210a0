/** Languages that ads are written in. */
export const spoken = ['uz', 'uz-Cyrl', 'ru'] as const
export type Spoken = (typeof spoken)[number]

/** Letters that only one of the two languages in Cyrillic has. */
const uzbekOnly = /[ўқғҳ]/gu
const russianOnly = /[ыщ]/gu
/** Short words and endings that tell one from the other where no letter does. */
const uzbekWords =
  /(?<!\p{L})(ва|билан|учун|бор|йук|эмас|сотилади|сотаман|керак|яхши|холати|жуда|келишилади|сигир|уй|нархи)(?!\p{L})|(лари|ларни|нинг|дан|даги|миз|ган|лик)(?!\p{L})/gu
const russianWords =
  /(?<!\p{L})(и|в|на|с|не|для|по|есть|или|от|до|без|продам|продаю|продается|куплю|сдам|состояние|цена|новый|новая|торг)(?!\p{L})|(ный|ная|ное|ого|ется|ить|ать|ение|ство)(?!\p{L})/gu

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** The language of a text by its script and, in Cyrillic, by what only Russian or Uzbek has; undefined without letters. */
export function languageOf(text: string): Spoken | undefined {
  const lower = text.normalize('NFC').toLowerCase()
  const cyrillic = count(lower, /\p{Script=Cyrillic}/gu)
  const latin = count(lower, /\p{Script=Latin}/gu)
  if (cyrillic + latin === 0) return undefined
  if (latin >= cyrillic) return 'uz'
  const uzbek = 3 * count(lower, uzbekOnly) + count(lower, uzbekWords)
  const russian = 3 * count(lower, russianOnly) + count(lower, russianWords)
  return uzbek >= russian ? 'uz-Cyrl' : 'ru'
}
