import * as v from 'valibot'
import { limits } from '#shared/limits.ts'
import { cleanLine } from '#shared/text/clean.ts'

/** When a person hears of an ad that fits a saved search: at once, in one message a day, or not. */
export const searchModes = ['instant', 'daily', 'off'] as const
export type SearchMode = (typeof searchModes)[number]
export type AlertMode = Exclude<SearchMode, 'off'>

const mode = v.optional(v.picklist(searchModes))

/** `query` is what `writeFilters` writes. */
export const saveSearchSchema = v.strictObject({
  query: v.pipe(v.string(), v.maxLength(limits.searchQuery)),
  mode,
})

/** What is not named stays; a null name is taken back. */
export const patchSearchSchema = v.strictObject({
  mode,
  name: v.optional(
    v.nullable(
      v.pipe(v.string(), v.transform(cleanLine), v.minLength(1), v.maxLength(limits.searchName.max)),
    ),
  ),
})
