import * as v from 'valibot'
import { categoryById, topCategoryById } from '#shared/catalog/index.ts'
import { limits } from '#shared/limits.ts'
import { withoutRepeated, wordList, wordProblem } from '#shared/moderation/word-list.ts'
import { says } from '#shared/problems.ts'
import { trustLevels } from '#shared/users/trust.ts'

const type = says({ code: 'type' })
const between = (min: number, max: number) => {
  const range = says({ code: 'range', min, max })
  return v.pipe(v.number(type), v.minValue(min, range), v.maxValue(max, range))
}
const whole = (min: number, max: number) => v.pipe(between(min, max), v.integer(type))

const byCategory = (isKnown: (id: string) => boolean, value: ReturnType<typeof whole>) =>
  v.record(v.pipe(v.string(), v.check(isKnown, says({ code: 'category' }))), value)

const openAds = whole(0, limits.openAds)
const openAdsSchema = v.strictObject({
  all: openAds,
  category: openAds,
  categories: byCategory((id) => topCategoryById(id) !== undefined, openAds),
})

const days = whole(1, 365)
const lifetimeSchema = v.strictObject({
  all: days,
  categories: byCategory((id) => (topCategoryById(id) ?? categoryById(id)) !== undefined, days),
})

/** A word or phrase that ads are looked through for; how it is spelled does not matter. */
const word = v.pipe(
  v.string(),
  v.trim(),
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? wordProblem(dataset.value) : undefined
    if (problem) addIssue({ message: says(problem) })
  }),
)
const words = v.pipe(
  v.array(v.unknown()),
  v.maxLength(wordList.most, says({ code: 'too_many', max: wordList.most })),
  v.array(word),
  v.transform((entries) => withoutRepeated(entries)),
)

/** What admins may change while the board runs; what nobody has changed is as said here. */
export const settingsSchema = v.strictObject({
  /** How many ads a person may have open; null: as `OPEN_ADS` says. */
  openAds: v.optional(v.nullable(openAdsSchema), null),
  /** For how many days an ad is live; null: as the catalogue says. */
  lifetimeDays: v.optional(v.nullable(lifetimeSchema), null),
  /** So many days before an ad ends its seller is asked whether it is still for sale. */
  askDaysBefore: v.optional(whole(1, 30), 2),
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

/** What holds where nobody has changed anything. */
export const usualSettings = (): Settings => v.parse(settingsSchema, {})

/** `PUT /api/admin/settings`; the revision is the one the changes were made upon. */
export const putSettingsSchema = v.strictObject({
  /** Those that change; checked by `settingsSchema` afterwards, so that every wrong field can be named. */
  settings: v.record(v.string(), v.unknown()),
  revision: v.pipe(v.number(), v.integer()),
})
