import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { places } from '#webapp/drafts/form.ts'
import { t } from '#webapp/i18n.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'

/** From how many places on they are spoken of; more than that nobody needs to count. */
const few = 3

/** Whether the person may send no more ads at all; false while it is not known. */
export const isFull = (): boolean => places()?.all === 0

/** In a quiet line how many ads there may still be, when it is few. */
export const PlacesLeft = () => (
  <Show when={(places()?.all ?? few + 1) <= few}>
    <p class="vb-form__places">{t('draft.places_few', { count: places()?.all ?? 0 })}</p>
  </Show>
)

/** In place of the first question, before anything is typed in vain. */
export function NoPlaces() {
  const navigate = useNavigate()
  return (
    <EmptyView
      icon="🧺"
      title={t('draft.places_none')}
      text={t('draft.places_none_text')}
      action={{ text: t('tabs.mine'), onClick: () => navigate('/mine') }}
    />
  )
}
