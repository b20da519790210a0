import { createSignal, For, onMount, Show, untrack } from 'solid-js'
import { limits } from '#shared/limits.ts'
import { type AdField, adFields, type RejectionMark } from '#shared/moderation/schema.ts'
import { locale } from '#webapp/i18n.ts'
import { createKept } from '#webapp/moderation/kept.ts'
import { loadReasons, type QueueAd, reasons } from '#webapp/moderation/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { OptionList } from '#webapp/ui/OptionList.tsx'
import { PhotoView } from '#webapp/ui/PhotoView.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { Switch } from '#webapp/ui/Switch.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'

export interface Rejection {
  reason: string
  note: string
  marks: RejectionMark[]
  final: boolean
}
interface Props {
  ad: Pick<QueueAd, 'id' | 'revision' | 'title' | 'photos'>
  onReject: (rejection: Rejection) => void
}

/** Asks why an ad is sent back and what to change; the seller reads it all. */
export const RejectSheet = (props: Props & { open: boolean; onClose: () => void }) => (
  <Sheet open={props.open} onClose={props.onClose} title={t('moderation.why')}>
    <RejectForm ad={props.ad} onReject={props.onReject} />
  </Sheet>
)

function RejectForm(props: Props) {
  const { fields, change } = createKept(
    untrack(() => `reject ${props.ad.id}.${props.ad.revision}`),
    (): Rejection => ({ reason: '', note: '', marks: [], final: false }),
  )
  const [failure, setFailure] = createSignal<unknown>()
  const reason = () => reasons().find(({ id }) => id === fields().reason)
  const marks = () => fields().marks
  const isMarked = (field: AdField) => marks().some((mark) => mark.field === field)
  const pictures = () => props.ad.photos.filter(({ state }) => state === 'ready')
  const places = () => adFields.filter((field) => field !== 'photos' || pictures().length > 0)

  /** Also when some are known: admins may have changed them since. */
  const load = () => loadReasons().then(() => setFailure(undefined), setFailure)
  onMount(load)

  function choose(id: string) {
    const next = reasons().find((each) => each.id === id)
    if (!next) return
    change({
      reason: next.id,
      marks: next.fields.filter((field) => places().includes(field)).map((field) => ({ field })),
      final: next.final,
    })
  }
  function toggle(field: AdField) {
    haptic('select')
    change({
      marks: isMarked(field) ? marks().filter((mark) => mark.field !== field) : [...marks(), { field }],
    })
  }
  const mend = (field: AdField, part: Partial<RejectionMark>) =>
    change({ marks: marks().map((mark) => (mark.field === field ? { ...mark, ...part } : mark)) })
  const marked = (id: string) => marks().some(({ photoIds }) => photoIds?.includes(id))
  function togglePhoto(id: string) {
    const before = marks().find(({ field }) => field === 'photos')?.photoIds ?? []
    mend('photos', {
      photoIds: before.includes(id) ? before.filter((each) => each !== id) : [...before, id],
    })
  }

  /** Marks of what there still is: the seller may have taken a photo away. */
  const standing = () =>
    marks()
      .filter(({ field }) => places().includes(field))
      .map((mark) => ({
        ...mark,
        photoIds: mark.photoIds?.filter((id) => pictures().some((photo) => photo.id === id)),
      }))

  const rejection = (): Rejection | undefined => {
    const chosen = reason()
    const { note, final } = fields()
    if (!chosen || (chosen.needsNote && note.trim() === '') || note.length > limits.rejectionNote.max)
      return undefined
    return { reason: chosen.id, note: note.trim(), marks: final ? [] : standing().map(tidy), final }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const complete = rejection()
        if (complete) props.onReject(complete)
      }}
    >
      <Show when={reasons().length > 0} fallback={<ReasonsMissing failure={failure()} retry={load} />}>
        <OptionList
          label={t('moderation.why')}
          options={reasons().map(({ id, text }) => ({ id, label: text[locale()] }))}
          value={reason()?.id}
          onChange={choose}
        />
      </Show>
      <Show when={reason()}>
        <Section>
          <Switch
            label={t('moderation.final')}
            checked={fields().final}
            onChange={(final) => change({ final })}
          />
        </Section>
        <Show when={!fields().final}>
          <Section header={t('moderation.marks')}>
            <div class="vb-chips">
              <div class="vb-chips__options" role="group" aria-label={t('moderation.marks')}>
                <For each={places()}>
                  {(field) => (
                    <button
                      type="button"
                      class="vb-chip queue__mark"
                      aria-pressed={isMarked(field)}
                      onClick={() => toggle(field)}
                    >
                      {t(`field.${field}`)}
                    </button>
                  )}
                </For>
              </div>
            </div>
            <Show when={isMarked('photos')}>
              <p class="queue__thumbs-hint">{t('moderation.which_photos')}</p>
              <div class="queue__thumbs">
                <For each={pictures()}>
                  {(photo, index) => (
                    <button
                      type="button"
                      class="queue__thumb"
                      aria-pressed={marked(photo.id)}
                      aria-label={t('ads.photo', { title: props.ad.title, number: index() + 1 })}
                      onClick={() => togglePhoto(photo.id)}
                    >
                      <PhotoView photo={photo} size={320} ratio={1} alt="" />
                    </button>
                  )}
                </For>
              </div>
            </Show>
            <For each={adFields.filter((field) => field !== 'photos' && isMarked(field))}>
              {(field) => (
                <TextField
                  label={t('moderation.suggestion', { field: t(`field.${field}`) })}
                  value={marks().find((mark) => mark.field === field)?.suggestion ?? ''}
                  onInput={(suggestion) => mend(field, { suggestion })}
                  maxLength={limits.rejectionNote.max}
                />
              )}
            </For>
          </Section>
        </Show>
      </Show>
      <Section>
        <TextField
          label={t('moderation.note')}
          hint={t(reason()?.needsNote ? 'moderation.note_needed' : 'moderation.note_hint')}
          value={fields().note}
          onInput={(note) => change({ note })}
          maxLength={limits.rejectionNote.max}
          multiline
        />
      </Section>
      <div class="vb-sheet__bar">
        <button type="submit" class="vb-button" disabled={!rejection()}>
          {t('moderation.send_back')}
        </button>
      </div>
    </form>
  )
}

const ReasonsMissing = (props: { failure: unknown; retry: () => void }) => (
  <Show when={props.failure} fallback={<Skeleton height={432} radius={12} />}>
    <ErrorView error={props.failure} retry={() => props.retry()} />
  </Show>
)

/** Without what was left empty. */
const tidy = ({ field, suggestion, photoIds }: RejectionMark): RejectionMark => ({
  field,
  ...(suggestion?.trim() && { suggestion: suggestion.trim() }),
  ...(photoIds?.length && { photoIds }),
})
