import { useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import type { MyAd } from '#server/ads/views.ts'
import { api, call, messageOf } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import { loadDraft } from '#webapp/mine/queries.ts'
import { isLost, reloadIfReachable } from '#webapp/parts.ts'
import { popup } from '#webapp/telegram.ts'
import { toast } from '#webapp/ui/toast.tsx'

/** Opens the form with an ad in it, to be sent again; asks first when that would push another unfinished ad aside. */
export function useFix() {
  const navigate = useNavigate()
  return async (ad: MyAd) => {
    const standing = await loadDraft().catch(() => undefined)
    const another = standing && isBegun(standing) && standing.adId !== ad.id
    if (another && !(await agreesToReplace())) return
    navigate(`/new?from=${ad.id}`)
  }
}

/** Opens the form with a new ad like this one; asks first when that would push an unfinished ad aside. */
export function useCopy() {
  const navigate = useNavigate()
  const [busy, setBusy] = createSignal(false)
  return async (ad: MyAd) => {
    if (busy()) return
    setBusy(true)
    try {
      const standing = await loadDraft().catch(() => undefined)
      if (standing && isBegun(standing) && !(await agreesToReplace())) return
      // The form, which most visits to my ads do without.
      const { autosave, openForm } = await import('#webapp/drafts/form.ts')
      await openForm()
      await autosave.replace(await call(api.draft.copy[':id'].$post({ param: { id: String(ad.id) } })))
      navigate('/new')
    } catch (error) {
      if (!isLost(error) || !(await reloadIfReachable())) toast(messageOf(error))
    } finally {
      setBusy(false)
    }
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
      { id: 'fix', text: t('mine.replace'), type: 'destructive' },
      { id: 'cancel', type: 'cancel' },
    ],
  })) === 'fix'
