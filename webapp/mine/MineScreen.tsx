import { useNavigate } from '@solidjs/router'
import { createResource, createSignal, Show } from 'solid-js'
import type { MyAd } from '#server/ads/views.ts'
import type { AdState } from '#shared/ads/states.ts'
import { t } from '#webapp/i18n.ts'
import { isBegun } from '#webapp/mine/fix.ts'
import { MyAdCard } from '#webapp/mine/MyAdCard.tsx'
import { counts, listMyAds, loadCounts, loadDraft, myAd } from '#webapp/mine/queries.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { Page } from '#webapp/ui/Page.tsx'
import { PagedList } from '#webapp/ui/PagedList.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { BanSection } from '#webapp/users/BanSection.tsx'
import './mine-screen.css'

const segments = ['active', 'pending', 'rejected', 'expired', 'sold'] as const satisfies AdState[]

/** My ads: an unfinished one on top, then those sent, all or of one state. */
export default function MineScreen() {
  const navigate = useNavigate()
  const [state, setState] = createSignal<AdState>()
  const [draft] = createResource(() => loadDraft().catch(() => undefined))
  void loadCounts().catch(() => undefined)
  const begun = () => {
    const standing = knownOf(draft)
    return standing && isBegun(standing) ? standing.draft : undefined
  }
  return (
    <Page title={t('mine.title')} class="mine">
      <BanSection />
      <Show when={begun()}>
        {(unfinished) => (
          <Section header={t('mine.draft')}>
            <Cell
              icon="✏️"
              title={unfinished().title || t('mine.draft_untitled')}
              subtitle={t('mine.draft_continue')}
              href="/new"
            />
          </Section>
        )}
      </Show>
      <Chips
        row
        label={t('mine.states')}
        options={[
          { id: 'all', label: t('mine.all') },
          ...segments.map((id) => ({
            id,
            label: [t(`state.${id}`), counts()[id]].filter(Boolean).join(' '),
          })),
        ]}
        value={state() ?? 'all'}
        onChange={(id) => setState(segments.find((segment) => segment === id))}
      />
      <Show when={state() ?? 'all'} keyed>
        <PagedList
          load={(cursor) => listMyAds(state(), cursor)}
          skeleton={<CardSkeleton />}
          empty={
            <Show
              when={state()}
              fallback={
                <EmptyView
                  icon="🧺"
                  title={t('mine.empty_title')}
                  text={t('mine.empty_text')}
                  action={{ text: t('mine.empty_action'), onClick: () => navigate('/new') }}
                />
              }
            >
              <EmptyView icon="🧺" title={t('mine.empty_state')} />
            </Show>
          }
        >
          {(ad) => <Known ad={ad} />}
        </PagedList>
      </Show>
      <Section>
        <Show when={(counts().active ?? 0) > 0}>
          <Cell icon="🔳" title={t('mine.qr')} subtitle={t('mine.qr_hint')} href="/qr" />
        </Show>
        <Cell icon="⚙️" title={t('settings.title')} href="/settings" />
      </Section>
    </Page>
  )
}

/** The ad as it is now, which may be newer than the list; nothing once it was removed. */
function Known(props: { ad: MyAd }) {
  const ad = () => myAd(props.ad.id) ?? props.ad
  return (
    <Show when={ad().state !== 'removed'}>
      <MyAdCard ad={ad()} />
    </Show>
  )
}

const CardSkeleton = () => (
  <div class="my-ad-card">
    <div class="my-ad-card__ad">
      <Skeleton width={80} height={80} radius={10} />
      <div class="my-ad-card__text">
        <Skeleton width="50%" height={20} />
        <Skeleton width="90%" />
        <Skeleton width="40%" height={13} />
      </div>
    </div>
  </div>
)
