import type { AdCard } from '#server/ads/views.ts'
import { limits } from '#shared/limits.ts'
import { remember } from '#webapp/ads/known.ts'
import { api, call } from '#webapp/api.ts'
import { hearts } from '#webapp/favorites/saved.ts'
import { createPaged } from '#webapp/ui/paged.ts'

/** The saved ads, the one saved last first; kept while the app is open, so that going back finds them as they were. */
export const savedAds = createPaged<AdCard>(async (cursor) => {
  await hearts.heard()
  const page = await call(api.favorites.$get({ query: { ...(cursor && { cursor }) } }))
  remember(page.items)
  return page
})

let seen: readonly number[] = []

/** Reads them anew unless that would take somebody who has come far down, and saved nothing since, back to the top. */
export function revisit(): void {
  const before = seen
  seen = hearts.ids()
  const isShort = savedAds.items().length <= limits.page.default
  if (savedAds.state() !== 'new' && (isShort || seen.join() !== before.join()))
    void savedAds.refresh().catch(() => undefined)
}
