import { Show } from 'solid-js'
import { timeAgo } from '#webapp/i18n.ts'
import { type Decided, loadDecisions, undoDecision } from '#webapp/moderation/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { createAttempt } from '#webapp/ui/attempt.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { PagedList } from '#webapp/ui/PagedList.tsx'
import { PhotoView } from '#webapp/ui/PhotoView.tsx'
import { createPaged } from '#webapp/ui/paged.ts'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './queue-screen.css'

/** What I have decided, newest first; each can be taken back within the hour. */
export default function DecidedScreen() {
  const list = createPaged<Decided>(loadDecisions)
  const settle = (id: number, change: Partial<Decided>) =>
    list.update((items) => items.map((item) => (item.id === id ? { ...item, ...change } : item)))
  return (
    <Page back column title={t('moderation.decided')}>
      <PagedList
        list={list}
        skeleton={
          <div class="queue__row">
            <Skeleton width={56} height={56} radius={8} />
            <Skeleton width="60%" />
          </div>
        }
        empty={<EmptyView icon="🗂️" title={t('moderation.decided_none')} />}
      >
        {(item) => <Row item={item} onSettled={(change) => settle(item.id, change)} />}
      </PagedList>
    </Page>
  )
}

function Row(props: { item: Decided; onSettled: (change: Partial<Decided>) => void }) {
  const { busy, attempt } = createAttempt()
  const outcome = () =>
    props.item.undone ? t('moderation.undone') : t(`moderation.outcome_${props.item.outcome}`)
  async function undo() {
    if (await attempt(undoDecision, props.item.id)) props.onSettled({ undone: true, canUndo: false })
  }
  return (
    <div class="queue__row">
      <a class="queue__row-link" href={`/ads/${props.item.adId}`}>
        <span class="queue__row-picture">
          <Show when={props.item.cover}>
            {(photo) => <PhotoView photo={photo()} size={320} ratio={1} alt="" />}
          </Show>
        </span>
        <span class="queue__row-text">
          <span>{props.item.title}</span>
          <span class="queue__row-hint">
            {outcome()} · {timeAgo(props.item.at)}
          </span>
        </span>
      </a>
      <Show when={props.item.canUndo}>
        <button type="button" class="queue__row-undo" disabled={busy()} onClick={() => void undo()}>
          {t('moderation.undo')}
        </button>
      </Show>
    </div>
  )
}
