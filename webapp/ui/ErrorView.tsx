import { Show } from 'solid-js'
import { ApiError, messageOf } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'

/** What went wrong in the person's words, with the one thing to do now. */
export function ErrorView(props: { error: unknown; retry?: (() => void) | undefined }) {
  const message = () => messageOf(props.error)
  const offline = () => props.error instanceof ApiError && props.error.code === 'network'
  return (
    <div role="alert">
      <Show
        when={props.retry}
        fallback={<EmptyView icon={offline() ? '📡' : '🌧️'} title={t('app.error_title')} text={message()} />}
      >
        {(retry) => (
          <EmptyView
            icon={offline() ? '📡' : '🌧️'}
            title={t(offline() ? 'app.offline' : 'app.error_title')}
            text={message()}
            action={{ text: t('app.retry'), onClick: () => retry()() }}
          />
        )}
      </Show>
    </div>
  )
}
