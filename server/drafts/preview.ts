import { voiceFor } from '#server/channels/queries.ts'
import type { Deps } from '#server/deps.ts'
import { findDraft, findDraftPhotos } from '#server/drafts/queries.ts'
import { AppError } from '#server/errors.ts'
import { currentRate } from '#server/rates/queries.ts'
import type { UserRow } from '#server/users/queries.ts'
import { checkAd } from '#shared/ads/check.ts'
import { postButtons } from '#shared/channel/buttons.ts'
import { composeCaption } from '#shared/channel/caption.ts'

/** The post that the draft would become, in the first channel that takes it. Throws `drafts.empty`, or `ads.invalid` with the fields. */
export async function previewDraft({ db, config, me }: Deps, user: UserRow) {
  const draft = await findDraft(db, user.id)
  if (!draft) throw new AppError('drafts.empty')
  const checked = checkAd(draft.data, await findDraftPhotos(db, user.id, draft.data.photoIds, draft.adId))
  if ('problems' in checked) throw new AppError('ads.invalid', checked.problems)
  const [{ locale, signature, style }, rate] = await Promise.all([
    voiceFor(db, config, checked.ad),
    currentRate(db),
  ])
  const buttons = postButtons(
    { id: 0, contactTelegram: checked.ad.contact.telegram, sellerUsername: user.username },
    { locale, botUsername: me.username },
  ).flat()
  const { text, entities } = composeCaption(checked.ad, {
    locale,
    rate,
    signature,
    ...(style === 'album' && { links: buttons }),
  })
  return { text, entities, style, buttons: style === 'album' ? [] : buttons.map((button) => button.text) }
}
