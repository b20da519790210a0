import * as v from 'valibot'

/** How far back numbers go: today alone, or so many days with today. */
export const periods = ['today', '7', '30', '90'] as const
export type Period = (typeof periods)[number]

export const daysOf = (period: Period): number => (period === 'today' ? 1 : Number(period))

export const numbersSchema = v.strictObject({ period: v.optional(v.picklist(periods), '30') })

/** Tables that can be had as a file; figures of single moderators are apart, for admins. */
export const numberTables = ['days', 'categories', 'districts', 'vain'] as const
export type NumberTable = (typeof numberTables)[number] | 'moderators'

export const exportNumbersSchema = v.strictObject({
  period: v.picklist(periods),
  table: v.picklist(numberTables),
})
export const exportModeratorsSchema = v.strictObject({ period: v.picklist(periods) })
