import { useLocation, useNavigate, useParams } from '@solidjs/router'
import { createResource, createSignal, For, Show } from 'solid-js'
import type { MyAd } from '#server/ads/views.ts'
import { shareAd } from '#webapp/ads/share.ts'
import { closedWord, subCategory } from '#webapp/catalog/catalog.ts'
import { locale, t } from '#webapp/i18n.ts'
import { AdStats } from '#webapp/mine/AdStats.tsx'
import { deedOn, markSold, remove, renew } from '#webapp/mine/deeds.ts'
import { useCopy, useFix } from '#webapp/mine/fix.ts'
import { AdSummary } from '#webapp/mine/MyAdCard.tsx'
import { PriceSheet } from '#webapp/mine/PriceSheet.tsx'
import { loadMyAd, myAd } from '#webapp/mine/queries.ts'
import { openTelegramLink } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { Page, type PageButton, useBack } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './my-ad-screen.css'

/** One of my ads: how it stands, and everything its seller can do to it. */
export default function MyAdScreen() {
  const params = useParams<{ id: string }>()
  const navigate = useNavigate()
  const id = () => Number(params.id)
  const [loaded, { refetch }] = createResource(id, loadMyAd)
  const ad = () => myAd(id())
  return (
    <Show
      when={ad()}
      fallback={
        <Page back title={t('ads.mine')}>
          <Show when={loaded.error} fallback={<Waiting />}>
            {(error) => <ErrorView error={error()} retry={() => void refetch()} />}
          </Show>
        </Page>
      }
    >
      {(known) => (
        <Show
          when={known().state !== 'removed'}
          fallback={
            <Page back>
              <EmptyView
                icon="🧺"
                title={t('mine.remove_done')}
                action={{ text: t('mine.title'), onClick: () => navigate('/mine', { replace: true }) }}
              />
            </Page>
          }
        >
          <Standing ad={known()} />
        </Show>
      )}
    </Show>
  )
}

function Standing(props: { ad: MyAd }) {
  // The bot's button for a new price leads here.
  const [pricing, setPricing] = createSignal(useLocation().query['price'] === '1')
  const fix = useFix()
  const copy = useCopy()
  const goBack = useBack()
  const is = (...states: MyAd['state'][]) => states.includes(props.ad.state)
  const policy = () => subCategory(props.ad.categoryId)?.price
  const priced = () => is('active', 'pending') && policy() !== 'none' && policy() !== 'free'

  async function removeIt() {
    if ((await remove(props.ad)) === 'done') goBack()
  }

  function main(): PageButton | undefined {
    if (pricing()) return undefined
    const busy = deedOn(props.ad.id) !== undefined
    if (is('active'))
      return { text: closedWord(props.ad.categoryId), busy, onClick: () => void markSold(props.ad) }
    if (is('expired') || is('sold'))
      return { text: t('mine.renew'), busy, onClick: () => void renew(props.ad) }
    if (is('rejected') && !props.ad.rejection?.final)
      return { text: t('mine.fix'), busy, onClick: () => void fix(props.ad) }
    return undefined
  }

  return (
    <Page back title={t('ads.mine')} main={main()}>
      <Section>
        <AdSummary ad={props.ad} href={`/ads/${props.ad.id}`} />
      </Section>
      <Show when={props.ad.rejection}>
        {(rejection) => (
          <Section header={t('mine.reason')}>
            <p class="my-ad__reason">{rejection().said[locale()]}</p>
            <Show when={rejection().note}>{(note) => <p class="my-ad__note">{note()}</p>}</Show>
            <For each={rejection().marks}>
              {({ field, suggestion }) => (
                <p class="my-ad__note">
                  {suggestion ? `${t(`field.${field}`)}: ${suggestion}` : t(`field.${field}`)}
                </p>
              )}
            </For>
            <Show when={rejection().final}>
              <p class="my-ad__note">{t('mine.final')}</p>
            </Show>
          </Section>
        )}
      </Show>
      <Show when={is('active', 'sold', 'expired')}>
        <AdStats adId={props.ad.id} />
      </Show>
      <Section header={t('mine.actions')}>
        <Show when={priced()}>
          <Cell icon="🏷️" title={t('mine.price')} onClick={() => setPricing(true)} />
        </Show>
        <Show when={is('active')}>
          <Cell
            icon="✏️"
            title={t('mine.edit')}
            subtitle={t('mine.edit_hint')}
            onClick={() => void fix(props.ad)}
          />
        </Show>
        <Show when={is('expired')}>
          <Cell icon="🤝" title={closedWord(props.ad.categoryId)} onClick={() => void markSold(props.ad)} />
        </Show>
        <Show when={is('active')}>
          <Cell icon="📤" title={t('ads.share')} onClick={() => void shareAd(props.ad)} />
        </Show>
        <Cell icon="📄" title={t('mine.copy')} onClick={() => void copy(props.ad)} />
        <Cell icon="👀" title={t('mine.as_buyer')} href={`/ads/${props.ad.id}`} />
        <Show when={props.ad.post}>
          {(post) => (
            <Cell icon="📣" title={t('ads.in_channel')} onClick={() => openTelegramLink(post().url)} />
          )}
        </Show>
        <Cell
          icon="🗑️"
          title={<span class="my-ad__remove">{t('mine.remove')}</span>}
          onClick={() => void removeIt()}
        />
      </Section>
      <PriceSheet ad={props.ad} policy={policy()} open={pricing()} onClose={() => setPricing(false)} />
    </Page>
  )
}

const Waiting = () => (
  <Section>
    <div class="my-ad-card__ad">
      <Skeleton width={80} height={80} radius={10} />
      <div class="my-ad-card__text">
        <Skeleton width="50%" height={20} />
        <Skeleton width="90%" />
      </div>
    </div>
  </Section>
)
