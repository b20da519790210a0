import { keyOf, wordsOf } from '#shared/answers/fold.ts'
import { guessCar } from '#shared/answers/guess-car.ts'
import { guessNumbers } from '#shared/answers/guess-numbers.ts'
import { namesOf } from '#shared/answers/match-option.ts'
import { withUnitsJoined } from '#shared/answers/number.ts'
import { joinNumbers, tokensOf } from '#shared/answers/numbers.ts'
import { withCurrencies } from '#shared/answers/price.ts'
import { runsOf } from '#shared/answers/says.ts'
import { noWords } from '#shared/answers/synonyms.ts'
import type { Attribute, AttributeValue, AttributeValues, Category, Option } from '#shared/catalog/types.ts'
import { checkAttribute } from '#shared/catalog/validate.ts'

type Select = Extract<Attribute, { type: 'select' }>
/** Choices whose names mean nothing else in an ad of their category. */
const telling = new Set(['kind', 'breed', 'colour', 'fuel', 'gearbox', 'brand'])
/** "elektr oyna" is no fuel. */
const unsaid = new Set(['electric', 'other'])
const denials = new Set(noWords.map(keyOf))

/** What a free text without phone numbers surely says of a category's questions; each value passes `checkAttribute`. */
export function guessAttributes(category: Category, text: string): AttributeValues {
  const words = wordsOf(text)
  const runs = runsOf(words)
  const numbers = guessNumbers(category, joinNumbers(tokensOf(withUnitsJoined(withCurrencies(text)))))
  const car = guessCar(category, runs, numbers['year'])
  const guesses = new Map<string, AttributeValue>(Object.entries({ ...numbers, ...car }))
  for (const attribute of category.attributes) {
    const guess = guessOf(attribute, words, runs, text)
    if (guess !== undefined) guesses.set(attribute.key, guess)
  }
  const right: Record<string, AttributeValue> = {}
  for (const attribute of category.attributes) {
    const { value } = checkAttribute(attribute, guesses.get(attribute.key), right)
    if (value !== undefined) right[attribute.key] = value
  }
  return right
}

function guessOf(attribute: Attribute, words: readonly string[], runs: ReadonlySet<string>, text: string) {
  if (attribute.type === 'bool') return isSaid(Object.values(attribute.labels), words) ? true : undefined
  if (attribute.type === 'select' && attribute.key === 'storage') return guessStorage(attribute, text)
  if (attribute.type === 'select' && telling.has(attribute.key)) return guessOption(attribute, runs)
  return attribute.key === 'model' && attribute.type === 'text' ? guessPhone(text) : undefined
}

/** The one option named; a name inside a longer one that is named too ("benzin" in "benzin metan") does not count. */
function guessOption({ options, key }: Select, runs: ReadonlySet<string>): string | undefined {
  const named = options.flatMap((option) =>
    namedBy(option, runs, key === 'colour' ? 2 : 4).map((name) => ({ option, name })),
  )
  const whole = named.filter(
    ({ name }) => !named.some((longer) => longer.name.length > name.length && longer.name.includes(name)),
  )
  const [only, ...more] = new Set(whole.map(({ option }) => option.id))
  return more.length === 0 ? only : undefined
}

function namedBy(option: Option, runs: ReadonlySet<string>, least: number): string[] {
  if (unsaid.has(option.id)) return []
  const { whole, parts } = namesOf(option)
  return [...whole, ...parts].filter((name) => name.length >= least && !/^\d+$/.test(name) && runs.has(name))
}

/** Whether the question's own words stand in the text and are not denied: "gaz bor", "С мебелью". */
function isSaid(labels: readonly string[], words: readonly string[]): boolean {
  return labels.some((label) => {
    const said = wordsOf(label)
    if (said.join('').length < 6) return false
    return words.some((_, at) => {
      const beside = [words[at - 1], words[at + said.length], words[at + said.length + 1]]
      return (
        said.every((word, index) => words[at + index] === word) &&
        !beside.some((word) => word && denials.has(word))
      )
    })
  })
}

/** "128 gb", "8/128", "1 tb"; the storage of a phone, not its memory. */
function guessStorage({ options }: Select, text: string): string | undefined {
  const found = [
    ...text.matchAll(/(?:^|[^\d.,])(32|64|128|256|512|1)\s*(gb|гб|tb|тб|гиг|gig)?(?![\d.,]*\d)/giu),
  ].flatMap(([, number = '', unit = '']) => {
    const size = /^[tт]/i.test(unit) ? '1024' : number
    return number === '1' && size === '1' ? [] : unit || Number(size) >= 128 ? [size] : []
  })
  const [only, ...more] = new Set(found)
  return more.length === 0 ? options.find(({ id }) => id === only)?.id : undefined
}

const phoneModel =
  /\b(?:iphone\s?(?:\d{1,2}|x[rs]?|se)(?:\s?(?:pro\s?max|pro|plus|mini|max))?|redmi\s(?:note\s)?\d{1,2}[acst]?(?:\s?pro\+?)?|galaxy\s(?:note\s?)?[asmz]?\d{1,2}[se]?(?:\s?(?:ultra|plus|fe))?|poco\s[a-z]\d{1,2}(?:\s?pro)?)(?![\p{L}\d])/giu

/** A phone's model as it is written on it: "iPhone 13 Pro Max". */
function guessPhone(text: string): string | undefined {
  const [only, ...more] = new Set([...text.matchAll(phoneModel)].map(([model]) => inItsCase(model)))
  return more.length === 0 ? only : undefined
}

const inItsCase = (model: string) =>
  model
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?:^|\s)\p{L}/gu, (first) => first.toUpperCase())
    .replace(/^Iphone/, 'iPhone')
