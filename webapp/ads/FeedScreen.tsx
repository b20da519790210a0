import { useNavigate } from '@solidjs/router'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { AdList } from '#webapp/ads/AdList.tsx'
import { CategoryRow } from '#webapp/ads/CategoryRow.tsx'
import { listOf } from '#webapp/ads/feed.ts'
import { LookSwitch } from '#webapp/ads/LookSwitch.tsx'
import { NewAdsPill } from '#webapp/ads/NewAdsPill.tsx'
import { t } from '#webapp/i18n.ts'
import { nearby, placeLabel, placeShown, showPlace } from '#webapp/search/place.ts'
import { SearchField } from '#webapp/search/SearchField.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { PullToRefresh } from '#webapp/ui/PullToRefresh.tsx'
import './feed-screen.css'

/** The first screen: what one looks for, the categories, and all live ads or those nearby, newest first. */
export const FeedScreen = () => {
  const list = () => listOf(placeShown())
  return (
    <Page class="feed-screen">
      <h1 class="vb-hidden">{t('tabs.ads')}</h1>
      <SearchField filters={placeShown()} />
      <PullToRefresh onRefresh={() => list().refresh()}>
        <CategoryRow place={placeShown()} />
        <header class="feed-screen__head">
          <h2 class="feed-screen__title">{t('search.newest')}</h2>
          <LookSwitch />
        </header>
        <PlaceChips />
        <NewAdsPill filters={placeShown()} />
        <AdList list={list()} empty={<Nothing />} />
      </PullToRefresh>
    </Page>
  )
}

const PlaceSheet = lazy(() => import('#webapp/search/PlaceSheet.tsx'))

/** The whole valley or the place nearby, one tap apart; any other place is chosen from a list. */
function PlaceChips() {
  const [choosing, setChoosing] = createSignal(false)
  const options = () => {
    const near = nearby()
    return [
      { id: 'all', label: t('search.everywhere') },
      ...(near ? [{ id: 'near', label: placeLabel(near), icon: '📍' }] : []),
      { id: 'other', label: near ? t('search.place_other') : t('search.place_choose') },
    ]
  }
  return (
    <>
      <Chips
        row
        label={t('ads.place')}
        options={options()}
        value={placeLabel(placeShown()) ? 'near' : 'all'}
        onChange={(id) =>
          id === 'other' ? setChoosing(true) : showPlace(id === 'near' ? nearby() : undefined)
        }
      />
      <Show when={choosing()}>
        <Suspense>
          <PlaceSheet
            place={placeShown()}
            onClose={() => setChoosing(false)}
            onChoose={(place) => {
              showPlace(placeLabel(place) ? place : undefined)
              setChoosing(false)
            }}
          />
        </Suspense>
      </Show>
    </>
  )
}

/** No ads at all, or none in this place yet. */
function Nothing() {
  const navigate = useNavigate()
  const there = () => placeLabel(placeShown())
  return (
    <EmptyView
      icon="🧺"
      title={there() ? t('search.none_there', { place: there() }) : t('ads.empty_title')}
      text={there() ? undefined : t('ads.empty_text')}
      action={
        there()
          ? { text: t('search.show_everywhere'), onClick: () => showPlace(undefined) }
          : { text: t('ads.empty_action'), onClick: () => navigate('/new') }
      }
    />
  )
}
