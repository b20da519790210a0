import { useNavigate } from '@solidjs/router'
import { t } from '#webapp/i18n.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Page } from '#webapp/ui/Page.tsx'

export function NotFoundScreen() {
  const navigate = useNavigate()
  return (
    <Page back>
      <EmptyView
        icon="🧭"
        title={t('app.not_found_title')}
        text={t('app.not_found_text')}
        action={{ text: t('app.to_ads'), onClick: () => navigate('/', { replace: true }) }}
      />
    </Page>
  )
}
