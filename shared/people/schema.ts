import * as v from 'valibot'
import { adIdSchema } from '#shared/ads/schema.ts'
import { limits } from '#shared/limits.ts'
import { cursorSchema } from '#shared/schema.ts'
import { roles } from '#shared/users/schema.ts'

/** Why somebody is banned; the texts are `ban.<id>` in `shared/i18n/common`. */
export const banReasons = ['fraud', 'forbidden', 'spam', 'rude', 'other'] as const
export type BanReason = (typeof banReasons)[number]

/** For how long, from now; a day may be named instead. */
export const banTerms = ['day', 'week', 'month', 'forever'] as const
export type BanTerm = (typeof banTerms)[number]

const days = { day: 1, week: 7, month: 30 } as const
const dayMs = 86_400_000

/** When a ban of a term, or one through a day in Tashkent (`2026-03-12`), ends; null: never. */
export function banEnd(term: string, now = Date.now()): Date | null {
  if (term === 'forever') return null
  if (term in days) return new Date(now + days[term as keyof typeof days] * dayMs)
  return new Date(`${term}T23:59:00+05:00`)
}

/** What happens to the waiting and live ads of somebody who is banned. */
export const banAdsChoices = ['hide', 'keep'] as const
export type BanAds = (typeof banAdsChoices)[number]

export const banSchema = v.pipe(
  v.strictObject({
    reason: v.picklist(banReasons),
    /** The person reads it. */
    note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(limits.banNote.max)), ''),
    term: v.union([
      v.picklist(banTerms),
      v.pipe(
        v.string(),
        v.isoDate(),
        v.check((day) => (banEnd(day)?.getTime() ?? 0) > Date.now()),
      ),
    ]),
    ads: v.picklist(banAdsChoices),
    /** In place of a ban that holds. */
    again: v.optional(v.boolean(), false),
  }),
  v.check(({ reason, note }) => reason !== 'other' || note !== ''),
)
export type Ban = v.InferOutput<typeof banSchema>

export const peopleFilters = ['banned', 'moderators', 'trusted'] as const
export type PeopleFilter = (typeof peopleFilters)[number]

export const peopleQuerySchema = v.strictObject({
  /** A name, an @username, a Telegram id or a phone. */
  q: v.exactOptional(v.pipe(v.string(), v.maxLength(limits.query.max))),
  filter: v.exactOptional(v.picklist(peopleFilters)),
  /** When the last one was seen, in milliseconds, and their id. */
  cursor: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,14}-\d{1,15}$/))),
})
export type PeopleQuery = v.InferOutput<typeof peopleQuerySchema>

/** Reports of somebody's ads, or those that somebody made. */
export const reportSides = ['against', 'made'] as const
export type ReportSide = (typeof reportSides)[number]

export const roleSchema = v.strictObject({ role: v.picklist(roles) })

/** How many ads may wait and be live at a time; null: as many as everybody's. */
export const ownLimitSchema = v.strictObject({
  openAds: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limits.openAds))),
})

export const noteSchema = v.strictObject({
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.personNote.max)),
})

/** Whose reports: of the person's ads, or made by the person. */
export const reportsOfSchema = v.strictObject({ ...cursorSchema.entries, side: v.picklist(reportSides) })

export const noteIdSchema = v.object({ ...adIdSchema.entries, noteId: adIdSchema.entries.id })
