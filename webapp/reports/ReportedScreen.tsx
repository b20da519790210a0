import { loadReported, type Reported } from '#webapp/reports/queries.ts'
import { ReportedAd } from '#webapp/reports/ReportedAd.tsx'
import { t } from '#webapp/staff/i18n.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { PagedList } from '#webapp/ui/PagedList.tsx'
import { createPaged } from '#webapp/ui/paged.ts'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './reported-screen.css'

/** All that buyers find wrong, ad by ad, the heaviest first: each is let be, taken down, or looked at more closely. */
export default function ReportedScreen() {
  const list = createPaged<Reported>(loadReported)
  const again = () => void list.refresh().catch(() => undefined)
  return (
    <Page back column title={t('reports.title')}>
      <PagedList
        list={list}
        skeleton={
          <div class="reported__skeleton">
            <Skeleton height={72} radius={12} />
          </div>
        }
        empty={<EmptyView icon="🕊️" title={t('reports.none')} text={t('reports.none_text')} />}
      >
        {(ad) => <ReportedAd ad={ad} onStale={again} />}
      </PagedList>
    </Page>
  )
}
