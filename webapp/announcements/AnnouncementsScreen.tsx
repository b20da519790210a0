import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { type Announcement, loadAnnouncements } from '#webapp/announcements/queries.ts'
import { turnsOf } from '#webapp/announcements/words.ts'
import { timeAgo } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { PagedList } from '#webapp/ui/PagedList.tsx'
import { Progress } from '#webapp/ui/Progress.tsx'
import { createPaged } from '#webapp/ui/paged.ts'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './announcements.css'

/** What was written to many, newest first, each with how far it is. */
export default function AnnouncementsScreen() {
  const navigate = useNavigate()
  const list = createPaged<Announcement>(loadAnnouncements)
  return (
    <Page
      back
      column
      title={t('announcements.title')}
      main={{ text: t('announcements.new'), onClick: () => navigate('/staff/announcements/new') }}
    >
      <PagedList
        list={list}
        skeleton={
          <div class="announcements__row">
            <Skeleton width="80%" />
          </div>
        }
        empty={<EmptyView icon="📣" title={t('announcements.none')} text={t('announcements.none_text')} />}
      >
        {(item) => <Row item={item} />}
      </PagedList>
    </Page>
  )
}

const Row = (props: { item: Announcement }) => (
  <a class="announcements__row" href={`/staff/announcements/${props.item.id}`}>
    <span class="announcements__text">{props.item.texts.uz}</span>
    <span class="announcements__hint">
      {t(`announcements.state_${props.item.state}`)} · {timeAgo(props.item.createdAt)}
    </span>
    <Show when={props.item.state !== 'draft'}>
      <Progress value={turnsOf(props.item).share} label={t('announcements.progress', turnsOf(props.item))} />
      <span class="announcements__hint">{t('announcements.progress', turnsOf(props.item))}</span>
    </Show>
  </a>
)
