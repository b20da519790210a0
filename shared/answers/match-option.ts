import { slips } from '#shared/answers/distance.ts'
import { joined, keyOf, wordsOf } from '#shared/answers/fold.ts'
import { optionWords, otherWords } from '#shared/answers/synonyms.ts'
import type { Option } from '#shared/catalog/types.ts'

interface Names {
  /** Whole names: the labels and what people call it. */
  readonly whole: readonly string[]
  /** What stands between the commas and brackets of a label: "Xiaomi, Redmi, Poco". */
  readonly parts: readonly string[]
}
const remembered = new WeakMap<Option, Names>()
const others = otherWords.map(keyOf)
const isOther = ({ id }: Option) => /(?:^|-)other$/.test(id)

/** How a name may be written: x in a brand's name is said ks. */
const spellings = (name: string) => (/x/i.test(name) ? [name, name.replace(/x/gi, 'ks')] : [name])
const unique = (names: readonly string[]) => [...new Set(names.filter(Boolean))]

/** Every folded name of an option; remembered. */
export function namesOf(option: Option): Names {
  const known = remembered.get(option)
  if (known) return known
  const labels = unique(Object.values(option.labels)).flatMap(spellings)
  const words = optionWords[option.id] ?? optionWords[option.id.replace(/^daewoo-/, 'chevrolet-')] ?? []
  const parts = labels.flatMap((label) => label.split(/[,/()+]|\s[–-]\s/))
  const names = {
    whole: unique([...labels, ...words].map(keyOf)),
    parts: unique([...parts, option.id].map(keyOf)),
  }
  remembered.set(option, names)
  return names
}

/** The one option that passes; undefined when several do or none. */
function only(options: readonly Option[], passes: (option: Option) => boolean): Option | undefined {
  const passing = options.filter(passes)
  return passing.length === 1 ? passing[0] : undefined
}

/** The option whose name is typed, whole or between its commas, with no leniency but that of `fold`. */
export function namedOption(options: readonly Option[], typed: string): Option | undefined {
  const key = keyOf(typed)
  if (!key) return undefined
  return (
    only(options, (option) => namesOf(option).whole.includes(key)) ??
    (others.includes(key) ? only(options, isOther) : undefined) ??
    only(options, (option) => namesOf(option).parts.includes(key))
  )
}

/** The option meant: by name, by a unique beginning, by a name among other words, or but for slips of the keyboard. */
export function meantOption(options: readonly Option[], typed: string): Option | undefined {
  const named = namedOption(options, typed)
  if (named) return named
  const key = keyOf(typed)
  if (!key) return undefined
  return byBeginning(options, key) ?? byWords(options, typed) ?? byLeastSlips(options, typed)
}

const byBeginning = (options: readonly Option[], key: string) =>
  key.length < 2
    ? undefined
    : (only(options, (option) => namesOf(option).whole.some((name) => startsSo(name, key))) ??
      only(options, (option) => namesOf(option).parts.some((name) => startsSo(name, key))))

/** "128" begins "128gb" but not "1280". */
const startsSo = (name: string, key: string) =>
  name.startsWith(key) && !(/\d$/.test(key) && /^\d/.test(name.slice(key.length)))

/** "oq rangli", "holati yaxshi": the longest name that stands among the words; no answer when two stand alike. */
function byWords(options: readonly Option[], typed: string): Option | undefined {
  const words = wordsOf(typed)
  if (words.length < 2 || words.length > 8) return undefined
  const runs = new Set<string>()
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length; to++) runs.add(joined(words.slice(from, to)))
  let best: Option | undefined
  let length = 1
  for (const option of options) {
    const { whole, parts } = namesOf(option)
    const found = Math.max(
      0,
      ...[...whole, ...parts].filter((name) => runs.has(name)).map((name) => name.length),
    )
    if (found < length || found < 2) continue
    best = found === length ? undefined : option
    length = found
  }
  return best
}

function byLeastSlips(options: readonly Option[], typed: string): Option | undefined {
  const key = keyOf(typed)
  let best: Option | undefined
  let least = Number.POSITIVE_INFINITY
  for (const option of options) {
    const { whole, parts } = namesOf(option)
    for (const name of [...whole, ...parts]) {
      const found = slips(key, name)
      if (found === undefined || found > least) continue
      best = found === least && best !== option ? undefined : option
      least = found
    }
  }
  return best
}
