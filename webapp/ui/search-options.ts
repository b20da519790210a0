import { toLatin } from '#shared/text/transliterate.ts'

const apostrophes = /[ʻʼ'`’‘]/g
/** Latin, lower case, without apostrophes: "Қўқон", "Qoʻqon" and "qoqon" become the same. */
export const fold = (text: string) => toLatin(text).toLowerCase().replace(apostrophes, '').trim()

/** The options whose label has what is searched, those that begin with it first; either script will do. */
export function searchOptions<O extends { readonly label: string }>(
  options: readonly O[],
  search: string,
): readonly O[] {
  const wanted = fold(search)
  if (!wanted) return options
  const places = options.map((option) => ({ option, at: fold(option.label).indexOf(wanted) }))
  const found = places.filter(({ at }) => at >= 0)
  return [...found.filter(({ at }) => at === 0), ...found.filter(({ at }) => at > 0)].map(
    ({ option }) => option,
  )
}
