import * as v from 'valibot'
import { announceFeedChange } from '#server/ads/feed.ts'
import { rates } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { Rate } from '#shared/money/money.ts'

/** The Central Bank of Uzbekistan's list, https://cbu.uz/uz/arkhiv-kursov-valyut/json/: rates per nominal, dates DD.MM.YYYY. */
const listSchema = v.array(
  v.object({
    Ccy: v.string(),
    Rate: v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/), v.transform(Number), v.minValue(1)),
    Nominal: v.pipe(v.string(), v.regex(/^[1-9]\d*$/), v.transform(Number)),
    Date: v.pipe(v.string(), v.regex(/^\d{2}\.\d{2}\.\d{4}$/)),
  }),
)

/** Job `rates.refresh`: takes the day's rate, at which prices of both currencies are compared from then on. */
export async function refreshRate(deps: Deps) {
  const { ratesUrl } = deps.config
  if (!ratesUrl) return
  const response = await fetch(ratesUrl, { signal: AbortSignal.timeout(10_000) })
  if (!response.ok) throw new Error(`the rates service answered ${response.status}`)
  const dollar = v.parse(listSchema, await response.json()).find((row) => row.Ccy === 'USD')
  if (!dollar) throw new Error('the rates service named no USD')
  const date = dollar.Date.split('.').reverse().join('-')
  await setRate(deps, { uzsPerUsd: dollar.Rate / dollar.Nominal, date })
}

async function setRate(deps: Deps, rate: Rate) {
  await deps.db.transaction(async (tx) => {
    await tx
      .insert(rates)
      .values(rate)
      .onConflictDoUpdate({ target: rates.date, set: { uzsPerUsd: rate.uzsPerUsd } })
    await announceFeedChange(tx)
  })
}
