import { messageOf } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import './retry-line.css'

/** What went wrong beside what is on the screen already, with another try. */
export const RetryLine = (props: { error: unknown; retry: () => void }) => (
  <div class="vb-retry" role="alert">
    <span>{messageOf(props.error)}</span>
    <button type="button" class="vb-retry__button" onClick={() => props.retry()}>
      {t('app.retry')}
    </button>
  </div>
)
