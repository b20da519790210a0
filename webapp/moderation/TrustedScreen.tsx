import { createResource, createSignal, For, Match, Show, Switch } from 'solid-js'
import { hintText } from '#shared/moderation/hint-text.ts'
import { placeName } from '#webapp/catalog/catalog.ts'
import { formatPrice } from '#webapp/i18n.ts'
import { approveMany, loadTrusted, type QueueAd } from '#webapp/moderation/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { createAttempt } from '#webapp/ui/attempt.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { Page } from '#webapp/ui/Page.tsx'
import { PhotoView } from '#webapp/ui/PhotoView.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './queue-screen.css'

/** What was ticked or not against the usual; a look at an ad loses none of it. */
const [turned, setTurned] = createSignal<ReadonlySet<number>>(new Set())

/** Waiting ads of trusted sellers at a glance, to be approved together; what has a hint is left out unless it is ticked. */
export default function TrustedScreen() {
  const [page, { refetch }] = createResource(() => loadTrusted())
  const { busy, attempt } = createAttempt()
  const items = () => knownOf(page)?.items ?? []
  const isChosen = (ad: QueueAd) => (ad.hints?.length === 0) !== turned().has(ad.id)
  const chosen = () => items().filter(isChosen)
  const turn = (id: number) =>
    setTurned(
      (before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]),
    )

  async function approve() {
    const { approved, refused } = await approveMany(chosen())
    toast(t('moderation.approved_many', { count: approved.length }))
    if (refused[0]) toast(t(`error.${refused[0].code}`))
    await refetch()
  }

  return (
    <Page
      back
      column
      title={t('moderation.trusted')}
      main={
        chosen().length > 0
          ? {
              text: t('moderation.approve_many', { count: chosen().length }),
              busy: busy(),
              onClick: () => void attempt(approve),
            }
          : undefined
      }
    >
      <Switch
        fallback={
          <Section>
            <div class="queue__row">
              <Skeleton width="70%" />
            </div>
          </Section>
        }
      >
        <Match when={page.error}>
          <ErrorView error={page.error} retry={() => void refetch()} />
        </Match>
        <Match when={items().length > 0}>
          <Section footer={t('moderation.trusted_hint')}>
            <For each={items()}>
              {(ad) => <Row ad={ad} chosen={isChosen(ad)} onTurn={() => turn(ad.id)} />}
            </For>
          </Section>
        </Match>
        <Match when={!page.loading}>
          <EmptyView icon="🎉" title={t('moderation.empty_title')} />
        </Match>
      </Switch>
    </Page>
  )
}

const Row = (props: { ad: QueueAd; chosen: boolean; onTurn: () => void }) => (
  <div class="queue__row">
    <label class="queue__row-link">
      <input type="checkbox" class="queue__tick" checked={props.chosen} onChange={() => props.onTurn()} />
      <Show when={props.ad.cover}>
        {(photo) => (
          <span class="queue__row-picture">
            <PhotoView photo={photo()} size={320} ratio={1} alt="" />
          </span>
        )}
      </Show>
      <span class="queue__row-text">
        <span>{props.ad.title}</span>
        <span class="queue__row-hint">
          {[formatPrice(props.ad.price), placeName(props.ad), props.ad.seller.name]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <For each={props.ad.hints ?? []}>
          {(hint) => <span class="queue__row-hint">⚠️ {hintText(hint, t)}</span>}
        </For>
      </span>
    </label>
    <a
      class="queue__row-look"
      href={`/queue?ad=${props.ad.id}`}
      aria-label={t('moderation.look', { title: props.ad.title })}
    >
      <Icon name="chevron" size={20} />
    </a>
  </div>
)
