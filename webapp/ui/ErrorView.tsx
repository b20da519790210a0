import { ApiError, messageOf } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import { isLost } from '#webapp/parts.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'

/** What went wrong in the person's words, with the one thing to do now. */
export function ErrorView(props: { error: unknown; retry?: (() => void) | undefined }) {
  const isAnswer = () => props.error instanceof ApiError
  const offline = () =>
    isLost(props.error) || (props.error instanceof ApiError && props.error.code === 'network')
  const action = () => {
    const { retry } = props
    const text = t(isAnswer() || isLost(props.error) ? 'app.retry' : 'app.reload')
    return retry && { text, onClick: () => retry() }
  }
  return (
    <div role="alert">
      <EmptyView
        icon={offline() ? '📡' : '🌧️'}
        title={t(offline() ? 'app.offline' : 'app.error_title')}
        text={messageOf(props.error)}
        action={action()}
      />
    </div>
  )
}
