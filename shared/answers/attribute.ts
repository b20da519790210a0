import { fold, keyOf, wordsOf } from '#shared/answers/fold.ts'
import { meantOption, namedOption } from '#shared/answers/match-option.ts'
import { readNumber } from '#shared/answers/number.ts'
import { optionOfSpan } from '#shared/answers/span.ts'
import { noWords, yesWords } from '#shared/answers/synonyms.ts'
import type { Attribute, AttributeValue, AttributeValues } from '#shared/catalog/types.ts'
import { checkAttribute, offeredOptions } from '#shared/catalog/validate.ts'
import type { Problem } from '#shared/errors.ts'

type Answer = { value: AttributeValue } | { problem: Problem }
type Select = Extract<Attribute, { type: 'select' }>

/**
 * Reads a typed answer to one question of the catalogue, in any script, leniently but without guessing; what it
 * returns passes `checkAttribute`. `chosen` are the answers so far (a model needs its make); `listed` the ids of the
 * options shown with numbers, in that order, so that "2" means the second.
 */
export function readAttribute(
  attribute: Attribute,
  typed: string,
  chosen: AttributeValues,
  listed: readonly string[] = [],
): Answer {
  if (typed.trim() === '') return { problem: { code: 'required' } }
  const meant = readValue(attribute, typed, chosen, listed)
  if (meant === undefined) return { problem: { code: attribute.type === 'select' ? 'option' : 'type' } }
  const { value, problem } = checkAttribute(attribute, meant, chosen)
  return value === undefined ? { problem: problem ?? { code: 'required' } } : { value }
}

function readValue(attribute: Attribute, typed: string, chosen: AttributeValues, listed: readonly string[]) {
  switch (attribute.type) {
    case 'text':
      return typed
    case 'number':
      return readNumber(attribute, typed)
    case 'bool':
      return readBool(typed, Object.values(attribute.labels))
    case 'select':
      return readOption(attribute, typed, chosen, listed)
  }
}

function readOption(attribute: Select, typed: string, chosen: AttributeValues, listed: readonly string[]) {
  const offered = offeredOptions(attribute, chosen)
  const named = namedOption(offered, typed)
  if (named) return named.id
  const place = /^\s*(?:№|#)?\s*(\d{1,2})\s*[.)]?\s*$/.exec(typed)?.[1]
  if (place !== undefined && listed.length > 0) return listed[Number(place) - 1]
  return optionOfSpan(offered, typed)?.id ?? meantOption(offered, typed)?.id
}

const yes = new Set(yesWords.map(fold))
const no = new Set(noWords.map(fold))
const yesSigns = /^\s*(?:\+|1|✅|✔|☑|👍|👌)/u
const noSigns = /^\s*(?:[-−–—]|0|❌|✖|👎|🚫)/u

/** Yes or no in any language, by a sign, or by saying the question's own words ("Emlangan"). */
function readBool(typed: string, labels: readonly string[]): boolean | undefined {
  if (yesSigns.test(typed)) return true
  if (noSigns.test(typed)) return false
  const words = wordsOf(typed)
  const denied = words.some((word) => no.has(word))
  const agreed = words.some((word, at) => yes.has(word) && words[at + 1] !== 'emas')
  if (denied !== agreed) return agreed
  if (denied) return undefined
  return labels.map(keyOf).includes(words.join('')) ? true : undefined
}
