import { revalidate, useNavigate, useParams } from '@solidjs/router'
import { createEffect, createMemo, createResource, type JSX, Match, Show, Switch } from 'solid-js'
import type { AdCard, AdView, PhotoView } from '#server/ads/views.ts'
import { AdAttributes, AdDescription, AdHead, AdPlace, AdSeller } from '#webapp/ads/AdFacts.tsx'
import { readAd } from '#webapp/ads/ad.ts'
import { ContactBar } from '#webapp/ads/ContactBar.tsx'
import { Gallery } from '#webapp/ads/Gallery.tsx'
import { knownCard } from '#webapp/ads/known.ts'
import { ShareButton } from '#webapp/ads/ShareButton.tsx'
import { Similar } from '#webapp/ads/Similar.tsx'
import { forgetViewed, noteViewed } from '#webapp/ads/viewed.ts'
import { ApiError } from '#webapp/api.ts'
import { closedWord } from '#webapp/catalog/catalog.ts'
import { HeartButton } from '#webapp/favorites/HeartButton.tsx'
import { type TextKey, t } from '#webapp/i18n.ts'
import { ReportCell } from '#webapp/reports/ReportCell.tsx'
import { openTelegramLink } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { Page } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './ad-screen.css'

/** An ad's page: what its card showed stands there at once, the rest follows. */
export function AdScreen() {
  const params = useParams<{ id: string }>()
  const navigate = useNavigate()
  const id = createMemo(() => Number(params.id))
  const [full, { refetch }] = createResource(id, readAd)
  const view = () => {
    const ad = knownOf(full)
    return ad?.id === id() ? ad : undefined
  }
  const card = () => view() ?? knownCard(id())
  const gone = () => full.error instanceof ApiError && full.error.code === 'ads.not_found'
  createEffect(() => {
    const ad = view()
    if (gone()) forgetViewed(id())
    else if (ad && !ad.mine) noteViewed(ad)
  })
  function retry() {
    void revalidate(readAd.keyFor(id()))
    void refetch()
  }
  const rest = () => (
    <Show when={full.error} fallback={<RestSkeleton />}>
      {(error) => <ErrorView error={error()} retry={retry} />}
    </Show>
  )
  return (
    <Page
      back
      class={isClosed(card()) ? 'ad-screen ad-screen--closed' : 'ad-screen'}
      main={view()?.mine ? { text: t('ads.manage'), onClick: () => navigate(`/mine/${id()}`) } : undefined}
    >
      <Switch fallback={<AdSkeleton />}>
        <Match when={gone()}>
          <Gone />
        </Match>
        <Match when={card()}>{(ad) => <Body card={ad()} ad={view()} rest={rest()} />}</Match>
        <Match when={full.error}>{rest()}</Match>
      </Switch>
    </Page>
  )
}

const stateTexts: Partial<Record<AdCard['state'], TextKey>> = {
  expired: 'ads.state_expired',
  removed: 'ads.state_removed',
  pending: 'ads.state_pending',
  rejected: 'ads.state_rejected',
}

const isClosed = (ad: AdCard | undefined) => ad?.state === 'sold' || ad?.state === 'expired'

/** What the card knows, and the rest of the ad or, until it is there, what stands in its place. */
function Body(props: { card: AdCard; ad: AdView | undefined; rest: JSX.Element }) {
  // The cover keeps its identity when the rest comes, so that the picture is not drawn anew.
  const photos = createMemo<readonly PhotoView[]>((before) => {
    const now = props.ad?.photos ?? (props.card.cover ? [props.card.cover] : [])
    return now.map((photo) => before.find(({ id }) => id === photo.id) ?? photo)
  }, [])
  const stateText = () => {
    const { state, categoryId } = props.card
    if (state === 'sold') return closedWord(categoryId)
    const text = stateTexts[state] ?? (props.ad?.mine ? 'ads.mine' : undefined)
    return text && t(text)
  }
  return (
    <>
      <Show when={photos().length > 0}>
        <Gallery
          photos={photos()}
          count={props.ad?.photos.length ?? props.card.photoCount}
          title={props.card.title}
        />
      </Show>
      <Show when={stateText()}>{(text) => <p class="ad-state">{text()}</p>}</Show>
      <AdHead ad={props.card}>
        <Show when={props.card.state === 'active'}>
          <ShareButton ad={props.card} />
        </Show>
        <Show when={!props.ad?.mine && (props.card.state === 'active' || isClosed(props.card))}>
          <HeartButton ad={props.card} />
        </Show>
      </AdHead>
      <Show when={isClosed(props.card)}>
        <Similar ad={props.card} />
      </Show>
      <AdAttributes ad={props.card} />
      <Show when={props.ad} fallback={props.rest}>
        {(ad) => (
          <>
            <Show when={ad().description}>{(text) => <AdDescription text={text()} />}</Show>
            <AdPlace ad={ad()} />
            <AdSeller ad={ad()} />
            <Show when={ad().post}>
              {(post) => (
                <Section>
                  <Cell icon="📣" title={t('ads.in_channel')} onClick={() => openTelegramLink(post().url)} />
                </Section>
              )}
            </Show>
            <Show when={ad().state === 'active' && !ad().mine}>
              <ReportCell adId={ad().id} />
              <ContactBar ad={ad()} />
            </Show>
            <Show when={ad().state === 'active'}>
              <Similar ad={props.card} />
            </Show>
          </>
        )}
      </Show>
    </>
  )
}

function Gone() {
  const navigate = useNavigate()
  return (
    <EmptyView
      icon="🍂"
      title={t('ads.gone_title')}
      text={t('ads.gone_text')}
      action={{ text: t('app.to_ads'), onClick: () => navigate('/', { replace: true }) }}
    />
  )
}

const AdSkeleton = () => (
  <div aria-busy="true">
    <div class="ad-screen__picture">
      <Skeleton height="100%" radius={0} />
    </div>
    <div class="ad-head">
      <Skeleton width="55%" height={32} />
      <div class="ad-head__title">
        <Skeleton width="85%" height={24} />
      </div>
      <p class="ad-head__line">
        <Skeleton width="45%" height={16} />
      </p>
    </div>
    <RestSkeleton />
  </div>
)

const RestSkeleton = () => (
  <Section>
    <div class="ad-screen__rest" aria-hidden="true">
      <Skeleton width="90%" />
      <Skeleton width="75%" />
      <Skeleton width="82%" />
    </div>
  </Section>
)
