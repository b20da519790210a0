import { createEffect, createMemo, createSignal, on, Show, untrack } from 'solid-js'
import { type PostList, postLists } from '#shared/channels/choices.ts'
import { messageOf } from '#webapp/api.ts'
import { type Channel, type ListedPost, loadPosts, retryPosts } from '#webapp/channels/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { formatAge, formatDay } from '#webapp/time.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { PagedList } from '#webapp/ui/PagedList.tsx'
import { createPaged } from '#webapp/ui/paged.ts'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** "07:00" where it is today, else with the day. */
function clockOf(iso: string): string {
  const time = new Date(iso).toLocaleTimeString('ru', { hour: '2-digit', minute: '2-digit' })
  return new Date(iso).toDateString() === new Date().toDateString()
    ? time
    : `${new Date(iso).toLocaleDateString('ru', { day: '2-digit', month: '2-digit' })} ${time}`
}

/** What waits, what failed and why, what was sent; failed posts are tried again one by one or all together. */
export function Posts(props: { channel: Channel; onChange: () => void }) {
  const [list, setList] = createSignal<PostList>(
    untrack(() => (props.channel.counts.failed > 0 ? 'failed' : 'waiting')),
  )
  const paged = createMemo(() => {
    const shown = list()
    return createPaged<ListedPost>((cursor) => loadPosts(props.channel.id, shown, cursor))
  })
  // What the channel says of itself is newer than the list.
  createEffect(
    on(
      () => props.channel,
      () =>
        void paged()
          .refresh()
          .catch(() => undefined),
      { defer: true },
    ),
  )

  async function retry(adId?: number) {
    try {
      const { retried } = await retryPosts(props.channel.id, adId)
      haptic('success')
      toast(t('channels.retried', { count: retried }))
      props.onChange()
    } catch (error) {
      haptic('error')
      toast(messageOf(error))
    }
  }

  const counts = () => props.channel.counts
  const labelOf = (id: PostList) => {
    const count = { waiting: counts().waiting, failed: counts().failed, sent: 0 }[id]
    return count > 0 ? `${t(`channels.list_${id}`)} · ${count}` : t(`channels.list_${id}`)
  }
  return (
    <Section header={t('channels.posts')}>
      <Chips
        label={t('channels.posts')}
        row
        options={postLists.map((id) => ({ id, label: labelOf(id) }))}
        value={list()}
        onChange={(id) => setList(id as PostList)}
      />
      <Show when={list() === 'waiting' && counts().waiting > 0}>
        <p class="channels__note">{whyWaiting(props.channel)}</p>
      </Show>
      <Show when={list() === 'failed' && counts().failed > 1}>
        <button type="button" class="channels__action" onClick={() => void retry()}>
          {t('channels.retry_all')}
        </button>
      </Show>
      <PagedList
        list={paged()}
        skeleton={
          <div class="channels__skeleton">
            <Skeleton height={18} width="70%" />
          </div>
        }
        empty={<p class="channels__empty">{t(`channels.empty_${list()}`)}</p>}
      >
        {(post) => <Post post={post} list={list()} onRetry={() => void retry(post.adId)} />}
      </PagedList>
    </Section>
  )
}

function whyWaiting({ standing, enabled, nextAt }: Channel): string {
  if (standing !== 'fine') return t(standing === 'out' ? 'channels.waits_bot' : 'channels.waits_right')
  if (!enabled) return t('channels.waits_off')
  return nextAt ? t('channels.waits_until', { time: clockOf(nextAt) }) : t('channels.waits_soon')
}

const Post = (props: { post: ListedPost; list: PostList; onRetry: () => void }) => (
  <div class="channels__post">
    <Cell
      title={props.post.title}
      subtitle={
        props.list === 'sent' && props.post.sentAt
          ? `${formatDay(props.post.sentAt, new Date(), t)}, ${clockOf(props.post.sentAt)}`
          : t('channels.waits_since', { age: formatAge(props.post.queuedAt, new Date(), t) })
      }
      href={props.list === 'sent' && props.post.url ? props.post.url : `/ads/${props.post.adId}`}
    />
    <Show when={props.list === 'failed'}>
      <p class="channels__reason channels__bad">
        {t(props.post.state === 'sent' ? 'channels.not_edited' : 'channels.not_sent')}. Telegram:{' '}
        {props.post.error}
      </p>
      <button type="button" class="channels__action" onClick={() => props.onRetry()}>
        {t('channels.retry')}
      </button>
    </Show>
  </div>
)
