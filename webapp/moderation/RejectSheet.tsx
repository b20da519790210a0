import { createSignal } from 'solid-js'
import { limits } from '#shared/limits.ts'
import { type RejectionReason, rejectionReasons } from '#shared/moderation/schema.ts'
import { t } from '#webapp/i18n.ts'
import { OptionList } from '#webapp/ui/OptionList.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'

interface Props {
  onReject: (reason: RejectionReason, note: string) => void
}

/** Asks why an ad is sent back; the seller reads the reason and the note. */
export const RejectSheet = (props: Props & { open: boolean; onClose: () => void }) => (
  <Sheet open={props.open} onClose={props.onClose} title={t('moderation.why')}>
    <RejectForm onReject={props.onReject} />
  </Sheet>
)

function RejectForm(props: Props) {
  const [reason, setReason] = createSignal<RejectionReason>()
  const [note, setNote] = createSignal('')
  const complete = () => {
    const chosen = reason()
    const explained = chosen !== 'other' || note().trim() !== ''
    return explained && note().length <= limits.rejectionNote.max ? chosen : undefined
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const chosen = complete()
        if (chosen) props.onReject(chosen, note().trim())
      }}
    >
      <OptionList
        label={t('moderation.why')}
        options={rejectionReasons.map((id) => ({ id, label: t(`reason.${id}`) }))}
        value={reason()}
        onChange={(id) => setReason(rejectionReasons.find((each) => each === id))}
      />
      <Section>
        <TextField
          label={t('moderation.note')}
          hint={t('moderation.note_hint')}
          value={note()}
          onInput={setNote}
          maxLength={limits.rejectionNote.max}
          multiline
        />
      </Section>
      <div class="queue__reject">
        <button type="submit" class="vb-button" disabled={!complete()}>
          {t('moderation.send_back')}
        </button>
      </div>
    </form>
  )
}
