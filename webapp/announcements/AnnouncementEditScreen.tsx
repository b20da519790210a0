import { useParams } from '@solidjs/router'
import { createResource, Match, Switch } from 'solid-js'
import { AnnouncementForm } from '#webapp/announcements/AnnouncementForm.tsx'
import { Missing } from '#webapp/announcements/AnnouncementParts.tsx'
import { loadAnnouncement } from '#webapp/announcements/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { knownOf } from '#webapp/ui/known.ts'
import { Page } from '#webapp/ui/Page.tsx'

/** A new announcement, or a draft once it is here: what is typed is never overtaken by what is loaded. */
export default function AnnouncementEditScreen() {
  const params = useParams<{ id?: string }>()
  const [draft, { refetch }] = createResource(
    () => (params.id === undefined ? undefined : Number(params.id)),
    loadAnnouncement,
  )
  return (
    <Switch
      fallback={
        <Page back column title={t('announcements.one')}>
          <Missing error={draft.error} retry={() => void refetch()} />
        </Page>
      }
    >
      <Match when={params.id === undefined}>
        <AnnouncementForm />
      </Match>
      <Match when={knownOf(draft)} keyed>
        {(known) => <AnnouncementForm draft={known} />}
      </Match>
    </Switch>
  )
}
