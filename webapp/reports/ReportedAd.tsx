import { createSignal, Show } from 'solid-js'
import { ApiError, messageOf } from '#webapp/api.ts'
import { placeName } from '#webapp/catalog/catalog.ts'
import { formatPrice } from '#webapp/i18n.ts'
import { undoDecision } from '#webapp/moderation/queries.ts'
import { type Rejection, RejectSheet } from '#webapp/moderation/RejectSheet.tsx'
import { dismiss, type Reported, takeDown } from '#webapp/reports/queries.ts'
import { formatWeight, ReportLines } from '#webapp/reports/ReportLines.tsx'
import { loadMe } from '#webapp/session.ts'
import { type StaffOrAppKey, t } from '#webapp/staff/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { PhotoView } from '#webapp/ui/PhotoView.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** The ad is another now, or somebody else was faster: what is shown is out of date. */
const stale = new Set<string>(['ads.changed', 'ads.not_found', 'moderation.decided', 'moderation.undo_late'])

/** One reported ad with its verdicts; what was decided stays in its place with the way back. */
export function ReportedAd(props: { ad: Reported; onStale: () => void }) {
  const [done, setDone] = createSignal<{ id: number; text: StaffOrAppKey }>()
  const [busy, setBusy] = createSignal(false)
  const [asking, setAsking] = createSignal(false)

  async function attempt(deed: Promise<unknown>) {
    setBusy(true)
    try {
      await deed
      haptic('success')
      void loadMe().catch(() => undefined)
    } catch (error) {
      haptic('error')
      toast(messageOf(error))
      if (error instanceof ApiError && stale.has(error.code)) props.onStale()
    } finally {
      setBusy(false)
    }
  }
  const told = (text: StaffOrAppKey) => (decision: { decisionId: number }) =>
    setDone({ id: decision.decisionId, text })
  const letBe = () => attempt(dismiss(props.ad).then(told('reports.did_dismiss')))
  function take(rejection: Rejection) {
    setAsking(false)
    return attempt(takeDown(props.ad, rejection).then(told('reports.did_take_down')))
  }
  async function undo(id: number) {
    await attempt(undoDecision(id).then(() => setDone(undefined)))
    // What comes back has another revision.
    props.onStale()
  }

  return (
    <article class="reported__ad">
      <a class="reported__head" href={hrefOf(props.ad)}>
        <Show when={props.ad.cover}>
          {(photo) => (
            <span class="reported__picture">
              <PhotoView photo={photo()} size={320} ratio={1} alt="" />
            </span>
          )}
        </Show>
        <span class="reported__text">
          <span class="reported__title">{props.ad.title}</span>
          <span class="reported__line">
            {[formatPrice(props.ad.price), placeName(props.ad), props.ad.seller.name]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <span class="reported__line">
            {props.ad.weight === props.ad.count
              ? t('reports.count', { count: props.ad.count })
              : t('reports.sum', { count: props.ad.count, weight: formatWeight(props.ad.weight) })}
            <Show when={props.ad.state === 'pending'}>
              {' · '}
              <b class="reported__hidden">{t('reports.hidden')}</b>
            </Show>
          </span>
        </span>
      </a>
      <Show
        when={done()}
        fallback={
          <>
            <ReportLines reports={props.ad.reports} />
            <div class="reported__verdicts">
              <button
                type="button"
                class="reported__button reported__button--down"
                disabled={busy()}
                onClick={() => setAsking(true)}
              >
                {t('reports.take_down')}
              </button>
              <button type="button" class="reported__button" disabled={busy()} onClick={() => void letBe()}>
                {t('reports.dismiss')}
              </button>
            </div>
          </>
        }
      >
        {(decision) => (
          <div class="reported__done">
            <span role="status">{t(decision().text)}</span>
            <button
              type="button"
              class="reported__undo"
              disabled={busy()}
              onClick={() => void undo(decision().id)}
            >
              {t('moderation.undo')}
            </button>
          </div>
        )}
      </Show>
      <RejectSheet
        ad={props.ad}
        open={asking()}
        onClose={() => setAsking(false)}
        onReject={(rejection) => void take(rejection)}
      />
    </article>
  )
}

/** What waits is opened on the desk, where it is mended too; what is live as buyers see it. */
const hrefOf = ({ id, state }: Reported) => (state === 'pending' ? `/queue?ad=${id}` : `/ads/${id}`)
