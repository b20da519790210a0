import { useNavigate, useParams } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { AdCard, AdCardSkeleton } from '#webapp/ads/AdCard.tsx'
import { CategoryRow } from '#webapp/ads/CategoryRow.tsx'
import { feedOf } from '#webapp/ads/feed.ts'
import { NewAdsPill } from '#webapp/ads/NewAdsPill.tsx'
import { topCategory } from '#webapp/catalog/catalog.ts'
import { glance, t } from '#webapp/i18n.ts'
import { Chips } from '#webapp/ui/Chips.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { PagedList } from '#webapp/ui/PagedList.tsx'
import { PullToRefresh } from '#webapp/ui/PullToRefresh.tsx'
import './feed-screen.css'

/** The first screen: all live ads, newest first. */
export const FeedScreen = () => (
  <Page class="feed-screen">
    <h1 class="vb-hidden">{t('tabs.ads')}</h1>
    <Feed>
      <CategoryRow />
    </Feed>
  </Page>
)

/** A top category or one of its sub-categories (`/category/transport`, `/category/transport.cars`). */
export function CategoryScreen() {
  const params = useParams<{ id: string }>()
  const navigate = useNavigate()
  const topId = () => params.id.split('.')[0] as string
  const top = () => glance().categories.find(({ id }) => id === topId())
  const choices = () => [{ id: topId(), label: t('ads.all') }, ...(topCategory(topId())?.children ?? [])]
  return (
    <Page back title={top() && `${top()?.icon} ${top()?.label}`}>
      <Chips
        row
        label={t('ads.categories')}
        options={choices()}
        value={params.id}
        onChange={(id) => navigate(`/category/${id}`, { replace: true, scroll: false })}
      />
      <Show when={params.id} keyed>
        {(id) => <Feed category={id} />}
      </Show>
    </Page>
  )
}

function Feed(props: { category?: string; children?: JSX.Element }) {
  const navigate = useNavigate()
  const list = () => feedOf(props.category)
  return (
    <PullToRefresh onRefresh={() => list().refresh()}>
      {props.children}
      <NewAdsPill category={props.category} />
      <PagedList
        grid
        list={list()}
        skeleton={<AdCardSkeleton />}
        empty={
          <EmptyView
            icon="🧺"
            title={t('ads.empty_title')}
            text={t('ads.empty_text')}
            action={{ text: t('ads.empty_action'), onClick: () => navigate('/new') }}
          />
        }
      >
        {(ad) => <AdCard ad={ad} />}
      </PagedList>
    </PullToRefresh>
  )
}
