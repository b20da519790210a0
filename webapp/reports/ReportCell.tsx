import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'

const ReportSheet = lazy(() => import('#webapp/reports/ReportSheet.tsx'))

/** The way to say what is wrong with an ad. */
export function ReportCell(props: { adId: number }) {
  const [open, setOpen] = createSignal(false)
  return (
    <Section>
      <Cell icon="🚩" title={t('ads.report')} onClick={() => setOpen(true)} />
      <Show when={open()}>
        <Suspense>
          <ReportSheet adId={props.adId} onClose={() => setOpen(false)} />
        </Suspense>
      </Show>
    </Section>
  )
}
