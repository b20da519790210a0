import type { AdRow } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import type { Deps } from '#server/deps.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { type BotKey, botTexts } from '#shared/i18n/bot/index.ts'
import type { PostKey } from './queries.ts'

/** Has the ad's post in a channel looked at again in so many seconds. */
export const again = ({ jobs }: Deps, tx: Db, { adId, channelId }: PostKey, seconds: number) =>
  jobs.enqueue(tx, 'channel.sync', { adId, channelId }, { delay: Math.max(1, Math.ceil(seconds)) })
/** Seconds; between tries of what fails for reasons that somebody must mend. */
const patience = { first: 5, longest: 15 * 60 }

/** Seconds until another try: as long again as the ad's last change has waited, so each wait doubles the whole. */
export function backoff({ updatedAt }: Pick<AdRow, 'updatedAt'>) {
  const waited = (Date.now() - updatedAt.getTime()) / 1000
  return Math.min(patience.longest, Math.max(patience.first, waited))
}

type Alert = Extract<BotKey, `channel.alert_${string}`>

/** Tells the admins what they must mend, in the channel's language. */
export const alert = ({ config, jobs }: Deps, tx: Db, key: Alert, ad: AdRow, error = '') => {
  const text = botTexts(config.telegram.channelLocale)(key, { title: asPlain(ad.title), error })
  return jobs.enqueue(tx, 'admins.alert', { text })
}
