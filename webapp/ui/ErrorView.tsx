import { ApiError, messageOf } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'

/** What went wrong in the person's words, with the one thing to do now. */
export function ErrorView(props: { error: unknown; retry?: (() => void) | undefined }) {
  const answered = () => props.error instanceof ApiError
  // A part of the app that could not be fetched is no fault of the page when there is no connection.
  const unreachable = () => !answered() && !navigator.onLine
  const offline = () => unreachable() || (props.error instanceof ApiError && props.error.code === 'network')
  const action = () => {
    const { retry } = props
    const text = t(answered() || unreachable() ? 'app.retry' : 'app.reload')
    return retry && { text, onClick: () => retry() }
  }
  return (
    <div role="alert">
      <EmptyView
        icon={offline() ? '📡' : '🌧️'}
        title={t(offline() ? 'app.offline' : 'app.error_title')}
        text={unreachable() ? t('app.error_network') : messageOf(props.error)}
        action={action()}
      />
    </div>
  )
}
