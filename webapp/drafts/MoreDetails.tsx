import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { furtherQuestions } from '#webapp/drafts/form.ts'
import type { StepId } from '#webapp/drafts/steps.ts'
import { t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { Section } from '#webapp/ui/Section.tsx'

/** The door to the questions that need not be answered; it leads back `to` the screen it stands on. */
export function MoreDetails(props: { to: StepId }) {
  const navigate = useNavigate()
  return (
    <Show when={furtherQuestions().length > 0}>
      <Section footer={t('draft.more_details_hint')}>
        <Cell
          icon={<Icon name="plus" />}
          title={t('draft.more_details')}
          onClick={() => navigate(`/new/details?to=${props.to}`, { replace: true })}
        />
      </Section>
    </Show>
  )
}
