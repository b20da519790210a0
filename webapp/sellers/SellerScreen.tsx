import { useParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { AdList } from '#webapp/ads/AdList.tsx'
import { remember } from '#webapp/ads/known.ts'
import { api, call } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Page } from '#webapp/ui/Page.tsx'

/** All live ads of one seller. */
export default function SellerScreen() {
  const params = useParams<{ id: string }>()
  const [name, setName] = createSignal<string>()

  async function load(cursor: string | undefined) {
    const request = { param: { id: params.id }, query: { ...(cursor && { cursor }) } }
    const page = await call(api.sellers[':id'].$get(request))
    remember(page.items)
    setName(page.seller.name)
    return page
  }
  return (
    <Page back title={name() ?? t('sellers.ads')}>
      <Show when={params.id} keyed>
        <AdList load={load} empty={<EmptyView icon="🧺" title={t('sellers.empty')} />} />
      </Show>
    </Page>
  )
}
