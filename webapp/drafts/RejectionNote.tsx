import { createResource, For, Show, Suspense } from 'solid-js'
import type { AdView } from '#server/ads/views.ts'
import type { AdField } from '#shared/moderation/schema.ts'
import { api, call } from '#webapp/api.ts'
import { mending } from '#webapp/drafts/form.ts'
import type { StepId } from '#webapp/drafts/steps.ts'
import { locale, t } from '#webapp/i18n.ts'
import { PhotoView } from '#webapp/ui/PhotoView.tsx'

/** The ad that is being mended, with the moderator's reason. */
const loadRejected = (id: number) => call(api.ads[':id'].$get({ param: { id: String(id) } }))

/** The screen on which a marked place is mended. */
const stepOf: Record<AdField, StepId> = {
  photos: 'photos',
  title: 'text',
  description: 'text',
  category: 'category',
  attributes: 'details',
  price: 'price',
  place: 'place',
  contact: 'contact',
}

/** Why the ad came back and what to change, above every screen on which it can be mended: each place leads to its own. */
export function RejectionNote(props: { step: StepId }) {
  const [rejected] = createResource(mending, (id) => loadRejected(id).catch(() => null))
  const marks = () => rejected()?.rejection?.marks ?? []
  const photosOf = (ids: readonly string[] | undefined): AdView['photos'] =>
    (rejected()?.photos ?? []).filter(({ id }) => ids?.includes(id))
  return (
    <Suspense>
      <Show when={mending() !== null ? rejected()?.rejection : undefined}>
        {(rejection) => (
          <div class="vb-form__note">
            <p class="vb-form__note-title">{t('draft.rejected_title')}</p>
            <p>{rejection().said[locale()]}</p>
            <Show when={rejection().note}>
              <p>{rejection().note}</p>
            </Show>
            <Show when={marks().length > 0}>
              <ul class="vb-form__marks">
                <For each={marks()}>
                  {({ field, suggestion, photoIds }) => (
                    <li>
                      <Show
                        when={stepOf[field] !== props.step}
                        fallback={<strong class="vb-form__mark">{t(`field.${field}`)}</strong>}
                      >
                        <a class="vb-form__mark" href={`/new/${stepOf[field]}?to=preview`}>
                          {t(`field.${field}`)}
                        </a>
                      </Show>
                      <Show when={suggestion}>
                        <span> → {suggestion}</span>
                      </Show>
                      <span class="vb-form__mark-photos">
                        <For each={photosOf(photoIds)}>
                          {(photo) => (
                            <span class="vb-form__mark-photo">
                              <PhotoView photo={photo} size={320} ratio={1} alt="" />
                            </span>
                          )}
                        </For>
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </div>
        )}
      </Show>
    </Suspense>
  )
}
