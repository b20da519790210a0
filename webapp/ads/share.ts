import { createSignal } from 'solid-js'
import { adLink } from '#shared/channel/links.ts'
import { prepareCard } from '#webapp/ads/ad.ts'
import { ApiError, messageOf } from '#webapp/api.ts'
import { boot } from '#webapp/boot.ts'
import { me } from '#webapp/session.ts'
import { haptic, share, sharePrepared, sharesPrepared } from '#webapp/telegram.ts'
import { toast } from '#webapp/ui/toast.tsx'

const [sharing, setSharing] = createSignal<number>()

/** The ad whose card is being prepared or sent at this moment. */
export { sharing }

/**
 * Shares an ad as a card with its picture; where the client is too old for that, or the card does not come about, as
 * a link, so that it always works. A second tap meanwhile does nothing.
 */
export async function shareAd(ad: { id: number; title: string }): Promise<void> {
  if (sharing() !== undefined) return
  setSharing(ad.id)
  try {
    const id = sharesPrepared ? await prepareCard(ad.id) : null
    if (id === null || !(await sharePrepared(id))) shareLink(ad)
  } catch (error) {
    if (error instanceof ApiError && isRefused(error)) {
      haptic('error')
      toast(messageOf(error))
    } else shareLink(ad)
  } finally {
    setSharing(undefined)
  }
}

/** What a link would only get around: the ad is gone, or this person may not share. */
const isRefused = ({ code }: ApiError) => code === 'ads.not_found' || code.startsWith('auth.')

function shareLink({ id, title }: { id: number; title: string }) {
  const username = me()?.bot.username ?? boot.bot?.username
  if (username) share(adLink(username, id), title)
}
