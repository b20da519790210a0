import { createSignal, Show } from 'solid-js'
import { limits } from '#shared/limits.ts'
import { type ReportReason, reportReasons } from '#shared/reports/schema.ts'
import { ApiError, api, call, messageOf } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { OptionList } from '#webapp/ui/OptionList.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** What is wrong with the ad, in one tap, and in words for those who want; what was typed stays when sending fails. */
export default function ReportSheet(props: { adId: number; onClose: () => void }) {
  const [reason, setReason] = createSignal<ReportReason>()
  const [note, setNote] = createSignal('')
  const [busy, setBusy] = createSignal(false)

  async function send(chosen: ReportReason) {
    if (busy()) return
    setBusy(true)
    try {
      const json = { reason: chosen, note: note() }
      await call(api.ads[':id'].report.$post({ param: { id: String(props.adId) }, json }))
      haptic('success')
      toast(t('ads.report_done'))
      props.onClose()
    } catch (error) {
      haptic('error')
      toast(messageOf(error))
      if (error instanceof ApiError && error.code === 'reports.already') props.onClose()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open onClose={() => props.onClose()} title={t('ads.report_title')}>
      <OptionList
        label={t('ads.report_title')}
        options={reportReasons.map((id) => ({ id, label: t(`report.${id}`) }))}
        value={reason()}
        onChange={(id) => setReason(id as ReportReason)}
      />
      <Show when={reason()}>
        {(chosen) => (
          <>
            <Section>
              <TextField
                label={t('ads.report_note')}
                multiline
                maxLength={limits.reportNote.max}
                value={note()}
                onInput={setNote}
              />
            </Section>
            <div class="vb-sheet__bar">
              <button
                type="button"
                class="vb-button"
                aria-busy={busy()}
                disabled={note().length > limits.reportNote.max}
                onClick={() => void send(chosen())}
              >
                {t('ads.report_send')}
              </button>
            </div>
          </>
        )}
      </Show>
    </Sheet>
  )
}
