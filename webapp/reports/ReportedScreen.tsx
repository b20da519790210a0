import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { loadReported, type Reported } from '#webapp/reports/queries.ts'
import { ReportedAd } from '#webapp/reports/ReportedAd.tsx'
import { t } from '#webapp/staff/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { PagedList } from '#webapp/ui/PagedList.tsx'
import { createPaged } from '#webapp/ui/paged.ts'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './reported-screen.css'

/**
 * All that buyers find wrong, ad by ad, the heaviest first: each is let be, taken down, or looked at more closely.
 * `?ad=<id>` shows that one alone.
 */
export default function ReportedScreen() {
  const [search] = useSearchParams<{ ad?: string }>()
  return (
    <Page back column title={t('reports.title')}>
      <Show when={search.ad ?? 'all'} keyed>
        {(ad) => <List ad={ad === 'all' ? undefined : ad} />}
      </Show>
      <Show when={search.ad}>
        <Section>
          <Cell icon="🚩" title={t('reports.all')} href="/staff/reports" />
        </Section>
      </Show>
    </Page>
  )
}

function List(props: { ad: string | undefined }) {
  const list = createPaged<Reported>((cursor) =>
    loadReported({ ...(props.ad && { ad: props.ad }), ...(cursor && { cursor }) }),
  )
  const again = () => void list.refresh().catch(() => undefined)
  return (
    <PagedList
      list={list}
      skeleton={
        <div class="reported__skeleton">
          <Skeleton height={72} radius={12} />
        </div>
      }
      empty={
        <Show
          when={props.ad}
          fallback={<EmptyView icon="🕊️" title={t('reports.none')} text={t('reports.none_text')} />}
        >
          <EmptyView icon="✅" title={t('reports.settled')} />
        </Show>
      }
    >
      {(ad) => <ReportedAd ad={ad} onStale={again} />}
    </PagedList>
  )
}
