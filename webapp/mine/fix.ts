import { useNavigate } from '@solidjs/router'
import type { MyAd } from '#server/ads/views.ts'
import { t } from '#webapp/i18n.ts'
import { loadDraft } from '#webapp/mine/queries.ts'
import { popup } from '#webapp/telegram.ts'

/** Opens the form with a rejected ad in it; asks first when that would push another unfinished ad aside. */
export function useFix() {
  const navigate = useNavigate()
  return async (ad: MyAd) => {
    const standing = await loadDraft().catch(() => undefined)
    const another = standing && isBegun(standing) && standing.adId !== ad.id
    if (another && !(await agreesToReplace())) return
    navigate(`/new?from=${ad.id}`)
  }
}

/** Whether anything was answered yet. */
export const isBegun = ({ draft }: Awaited<ReturnType<typeof loadDraft>>): boolean =>
  Boolean(draft && (draft.categoryId || draft.title || draft.photoIds.length > 0))

const agreesToReplace = async () =>
  (await popup({
    title: t('mine.fix_title'),
    message: t('mine.fix_text'),
    buttons: [
      { id: 'fix', text: t('mine.fix'), type: 'destructive' },
      { id: 'cancel', type: 'cancel' },
    ],
  })) === 'fix'
