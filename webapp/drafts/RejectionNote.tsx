import { createResource, Show, Suspense } from 'solid-js'
import { api, call } from '#webapp/api.ts'
import { mending } from '#webapp/drafts/form.ts'
import { t } from '#webapp/i18n.ts'

/** The ad that is being mended, with the moderator's reason. */
const loadRejection = async (id: number) =>
  (await call(api.ads[':id'].$get({ param: { id: String(id) } }))).rejection

/** Why the ad came back, above every screen on which it can be mended. */
export function RejectionNote() {
  const [rejection] = createResource(mending, (id) => loadRejection(id).catch(() => null))
  return (
    <Suspense>
      <Show when={mending() !== null ? rejection() : undefined}>
        {(rejected) => (
          <div class="vb-form__note">
            <p class="vb-form__note-title">{t('draft.rejected_title')}</p>
            <p>{t(`reason.${rejected().reason}`)}</p>
            <Show when={rejected().note}>
              <p>{rejected().note}</p>
            </Show>
          </div>
        )}
      </Show>
    </Suspense>
  )
}
