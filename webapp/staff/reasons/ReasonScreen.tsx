import { useParams } from '@solidjs/router'
import { createResource, Match, Switch } from 'solid-js'
import { newKey } from '#webapp/api.ts'
import { t } from '#webapp/staff/i18n.ts'
import { loadReasons, type Reason } from '#webapp/staff/reasons/queries.ts'
import { ReasonForm } from '#webapp/staff/reasons/ReasonForm.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { Page } from '#webapp/ui/Page.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './reasons.css'

/** One reason in all languages, or a new one. */
export default function ReasonScreen() {
  const params = useParams<{ id: string }>()
  // Chosen here, so that sending it twice makes one.
  const fresh = `r${newKey().slice(0, 9)}`
  const [found, { refetch }] = createResource(
    () => params.id,
    async (id): Promise<{ id: string; reason: Reason | undefined }> => {
      if (id === 'new') return { id: fresh, reason: undefined }
      return { id, reason: (await loadReasons()).find((reason) => reason.id === id) }
    },
  )
  return (
    <Switch
      fallback={
        <Page back column title={t('reasons.edit')}>
          <div class="reasons__waiting">
            <Skeleton height={420} radius={12} />
          </div>
        </Page>
      }
    >
      <Match when={found.error}>
        <Page back column title={t('reasons.edit')}>
          <ErrorView error={found.error} retry={() => void refetch()} />
        </Page>
      </Match>
      <Match when={params.id !== 'new' && knownOf(found)?.reason === undefined && found.state === 'ready'}>
        <Page back column title={t('reasons.edit')}>
          <EmptyView icon="🗂️" title={t('reasons.gone')} />
        </Page>
      </Match>
      <Match when={knownOf(found)} keyed>
        {({ id, reason }) => <ReasonForm id={id} first={reason} />}
      </Match>
    </Switch>
  )
}
