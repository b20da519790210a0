import { useNavigate } from '@solidjs/router'
import { AdList } from '#webapp/ads/AdList.tsx'
import { revisit, savedAds } from '#webapp/favorites/queries.ts'
import { hearts } from '#webapp/favorites/saved.ts'
import { t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { PullToRefresh } from '#webapp/ui/PullToRefresh.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import './saved-screen.css'

/** Saved ads. One that is let go here stays, with an empty heart, until the next visit: a second tap takes it back. */
export default function SavedScreen() {
  const navigate = useNavigate()
  revisit()
  void hearts.load().catch(() => undefined)
  return (
    <Page title={t('favorites.title')} class="saved-screen">
      <Section>
        <Cell
          icon={<Icon name="bell" />}
          title={t('searches.title')}
          subtitle={t('searches.hint')}
          href="/saved/searches"
        />
      </Section>
      <PullToRefresh onRefresh={savedAds.refresh}>
        <AdList
          list={savedAds}
          empty={
            <EmptyView
              icon="🤍"
              title={t('favorites.empty')}
              action={{ text: t('app.to_ads'), onClick: () => navigate('/') }}
            />
          }
        />
      </PullToRefresh>
    </Page>
  )
}
