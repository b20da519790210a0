import { createStore } from 'solid-js/store'
import type { MyAd } from '#server/ads/views.ts'
import type { TextKey } from '#shared/i18n/app/uz/index.ts'
import type { Price } from '#shared/money/money.ts'
import { ApiError, api, call } from '#webapp/api.ts'
import { closedWord, isForSale } from '#webapp/catalog/catalog.ts'
import { t } from '#webapp/i18n.ts'
import { loadCounts, loadMyAd, remember } from '#webapp/mine/queries.ts'
import { confirm, haptic } from '#webapp/telegram.ts'
import { toast } from '#webapp/ui/toast.tsx'

export type Deed = 'sold' | 'renew' | 'remove' | 'price'

const [deeds, setDeeds] = createStore<Record<number, Deed | undefined>>({})
/** What is being done to an ad at this moment. */
export const deedOn = (id: number): Deed | undefined => deeds[id]

const of = (ad: MyAd) => ({ param: { id: String(ad.id) }, json: { revision: ad.revision } })

export const markSold = (ad: MyAd) =>
  act(
    ad,
    'sold',
    () => call(api.ads[':id'].sold.$post(of(ad))),
    isForSale(ad.categoryId) ? 'mine.sold_done' : 'mine.closed_done',
  )

export const renew = (ad: MyAd) =>
  act(ad, 'renew', () => call(api.ads[':id'].renew.$post(of(ad))), 'mine.renew_done')

/** Asks first: a removed ad does not come back. */
export async function remove(ad: MyAd): Promise<ApiError | 'done' | undefined> {
  const question = `${t('mine.remove_title')} ${t('mine.remove_text')}`
  if (!(await confirm(question, { text: t('mine.remove'), destructive: true }))) return undefined
  return act(ad, 'remove', () => call(api.ads[':id'].remove.$post(of(ad))), 'mine.remove_done')
}

export function changePrice(ad: MyAd, { kind, amount, currency }: Price) {
  const price = { kind, currency: currency ?? 'UZS', ...(amount !== null && { amount }) }
  const { param, json } = of(ad)
  return act(
    ad,
    'price',
    () => call(api.ads[':id'].$patch({ param, json: { ...json, price } })),
    'mine.price_done',
  )
}

/**
 * Does one thing at a time to an ad and tells how it ended; a second tap meanwhile does nothing. When the ad is not
 * any more what the person saw, it is shown as it is now.
 */
async function act(ad: MyAd, deed: Deed, request: () => Promise<MyAd>, done: TextKey) {
  if (deeds[ad.id]) return undefined
  setDeeds(ad.id, deed)
  try {
    remember(await request())
    if (deed !== 'price') void loadCounts().catch(() => undefined)
    haptic('success')
    toast(t(done, { word: closedWord(ad.categoryId).toLowerCase() }))
    return 'done' as const
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    haptic('error')
    if (error.code !== 'ads.invalid') toast(error.message)
    if (error.code === 'ads.changed' || error.code === 'ads.wrong_state')
      await loadMyAd(ad.id).catch(() => {})
    return error
  } finally {
    setDeeds(ad.id, undefined)
  }
}
