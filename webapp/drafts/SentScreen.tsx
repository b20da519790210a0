import { useNavigate } from '@solidjs/router'
import { t } from '#webapp/i18n.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Page } from '#webapp/ui/Page.tsx'

/** The ad is with the moderators: what happens now, and where to go. */
export function SentScreen() {
  const navigate = useNavigate()
  const go = (path: string) => navigate(path, { replace: true })
  return (
    <Page
      back={() => go('/')}
      main={{ text: t('draft.sent_mine'), onClick: () => go('/mine') }}
      secondary={{ text: t('draft.sent_again'), onClick: () => go('/new') }}
    >
      <EmptyView icon="✅" title={t('draft.sent_title')} text={t('draft.sent_text')} />
    </Page>
  )
}
