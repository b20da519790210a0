import * as v from 'valibot'
import { topCategoryById } from '#shared/catalog/index.ts'
import type { Problem, Problems } from '#shared/errors.ts'

/** How much a seller is trusted: new, known, proven; set by moderators. */
export const trustLevels = [0, 1, 2] as const
export type Trust = (typeof trustLevels)[number]

/** Entries of a word list and letters of an entry. */
const list = { most: 1000, length: 60 }

/** A schema's message that is a problem to be shown beside the field; `problemOf` reads it. */
const says = (problem: Problem) => JSON.stringify(problem)
const type = says({ code: 'type' })
const between = (min: number, max: number) => {
  const range = says({ code: 'range', min, max })
  return v.pipe(v.number(type), v.minValue(min, range), v.maxValue(max, range))
}
const whole = (min: number, max: number) => v.pipe(between(min, max), v.integer(type))

const openAdsSchema = v.strictObject({
  all: whole(0, 100_000),
  category: whole(0, 100_000),
  categories: v.record(
    v.pipe(
      v.string(),
      v.check((id) => topCategoryById(id) !== undefined, says({ code: 'category' })),
    ),
    whole(0, 100_000),
  ),
})

/** A word or phrase that ads are looked through for; how it is spelled does not matter. */
const word = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(2, says({ code: 'too_short', min: 2 })),
  v.maxLength(list.length, says({ code: 'too_long', max: list.length })),
  v.check((text) => /[\p{L}\p{N}]{2}/u.test(text), says({ code: 'too_short', min: 2 })),
)
const words = v.pipe(
  v.array(v.unknown()),
  v.maxLength(list.most, says({ code: 'too_many', max: list.most })),
  v.array(word),
  v.transform((entries) => [...new Set(entries)]),
)

/** What admins may change while the board runs; what nobody has changed is as said here. */
export const settingsSchema = v.strictObject({
  /** How many ads a person may have open; null: as `OPEN_ADS` says. */
  openAds: v.optional(v.nullable(openAdsSchema), null),
  /** So'm for a dollar; null: the rate as fetched. */
  uzsPerUsd: v.optional(v.nullable(between(100, 10_000_000)), null),
  /** Of how many ads a person may ask for the contact on a day. */
  contactsPerDay: v.optional(whole(1, 10_000), 50),
  /** From this trust on ads go live without a moderator; null: never. */
  autoApproveFrom: v.optional(v.nullable(v.picklist(trustLevels)), null),
  /** Reports, by the weight of who reports, at which an ad is hidden until a moderator has looked. */
  hideAtReports: v.optional(whole(1, 1000), 3),
  /** Moderators see which of these an ad has. */
  suspiciousWords: v.optional(words, []),
})
export type Settings = v.InferOutput<typeof settingsSchema>

/** `PUT /api/admin/settings`; the revision is the one the changes were made upon. */
export const putSettingsSchema = v.strictObject({
  /** Checked by `settingsSchema` afterwards, so that every wrong field can be named. */
  settings: v.record(v.string(), v.unknown()),
  revision: v.pipe(v.number(), v.integer()),
})

/** Field path (`suspiciousWords.3`, `openAds.all`) → what is wrong with it. */
export const problemsOf = (issues: readonly v.BaseIssue<unknown>[]): Problems =>
  Object.fromEntries(issues.map((issue) => [v.getDotPath(issue as never) ?? '', problemOf(issue)]))

function problemOf({ message }: v.BaseIssue<unknown>): Problem {
  return message.startsWith('{') ? (JSON.parse(message) as Problem) : { code: 'option' }
}
