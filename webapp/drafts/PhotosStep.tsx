import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { FormPage } from '#webapp/drafts/FormPage.tsx'
import { draft, isBegun, problems, setTextFirst, startOver } from '#webapp/drafts/form.ts'
import { isFull, NoPlaces, PlacesLeft } from '#webapp/drafts/PlacesLeft.tsx'
import { t } from '#webapp/i18n.ts'
import { PhotoGrid } from '#webapp/photos/PhotoGrid.tsx'
import { photos } from '#webapp/photos/photos.ts'
import { confirm, haptic } from '#webapp/telegram.ts'
import { toast } from '#webapp/ui/toast.tsx'

/** The first screen: pictures say most, and upload while the rest is answered. */
export function PhotosStep() {
  const navigate = useNavigate()
  async function clear() {
    if (!(await confirm(t('draft.start_over_text'), { text: t('draft.start_over'), destructive: true })))
      return
    await startOver().catch((error: Error) => toast(error.message))
  }
  return (
    <FormPage
      step="photos"
      main={isFull() ? null : undefined}
      title={t('draft.step_photos')}
      next={photos().length === 0 ? t('draft.later') : undefined}
    >
      <Show when={!isFull()} fallback={<NoPlaces />}>
        <PlacesLeft />
        <PhotoGrid problem={problems()['photoIds']} />
        <Show when={photos().length === 0 && !draft().categoryId}>
          <button
            type="button"
            class="vb-form__link"
            onClick={() => {
              haptic('tap')
              setTextFirst(true)
              navigate('/new/text', { replace: true })
            }}
          >
            {t('draft.begin_with_text')}
          </button>
        </Show>
        <Show when={isBegun()}>
          <button type="button" class="vb-form__link" onClick={() => void clear()}>
            {t('draft.start_over')}
          </button>
        </Show>
      </Show>
    </FormPage>
  )
}
