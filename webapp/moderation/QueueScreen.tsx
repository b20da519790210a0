import { useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, Match, on, onCleanup, onMount, Switch } from 'solid-js'
import { ApiError } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import { QueueAdView } from '#webapp/moderation/QueueAdView.tsx'
import { loadQueue, type QueueAd, sendVerdict } from '#webapp/moderation/queries.ts'
import { createQueue, type QueueDoor } from '#webapp/moderation/queue.ts'
import { RejectSheet } from '#webapp/moderation/RejectSheet.tsx'
import { loadMe } from '#webapp/session.ts'
import { haptic } from '#webapp/telegram.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { Page, type PageButton } from '#webapp/ui/Page.tsx'
import { photoUrl } from '#webapp/ui/PhotoView.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './queue-screen.css'

/** The number on the tab follows; without a connection it waits for the next verdict. */
const countAgain = () => void loadMe().catch(() => undefined)

const door: QueueDoor<QueueAd> = {
  load: loadQueue,
  send: sendVerdict,
  onSent() {
    haptic('success')
    countAgain()
  },
  onFailed(error) {
    haptic('error')
    toast(error instanceof ApiError ? error.message : t('app.error_crash'))
    countAgain()
  },
  onGone: () => toast(t('error.moderation.decided')),
}

/** The moderators' work: one ad after another, approved or sent back. `?ad=<id>` begins with that one. */
export default function QueueScreen() {
  const [search] = useSearchParams<{ ad?: string }>()
  const first = Number(search.ad)
  const queue = createQueue<QueueAd>(door, first > 0 ? first : undefined)
  const [rejecting, setRejecting] = createSignal(false)
  const current = () => queue.items()[0]
  let view!: HTMLDivElement

  const approve = (ad: QueueAd) => void queue.decide(ad, { approve: true })
  const button = (text: string, onClick: () => void): PageButton | undefined =>
    current() && !rejecting() ? { text, onClick, disabled: queue.settling() } : undefined

  function onKeyDown(event: KeyboardEvent) {
    const ad = current()
    if (!ad || rejecting() || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
    // By the place of the key: on a Cyrillic keyboard A and R carry other letters.
    if (event.code === 'KeyA') approve(ad)
    else if (event.code === 'KeyR') setRejecting(!queue.settling())
    else if (event.code === 'ArrowRight') turnPhotos(view, 1)
    else if (event.code === 'ArrowLeft') turnPhotos(view, -1)
    else return
    event.preventDefault()
  }
  const onReturn = () => {
    if (!document.hidden && queue.done()) void queue.reload()
  }

  onMount(() => {
    void queue.load()
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('visibilitychange', onReturn)
  })
  onCleanup(() => {
    document.removeEventListener('keydown', onKeyDown)
    document.removeEventListener('visibilitychange', onReturn)
  })
  createEffect(() => preloadPhotos(queue.items()[1]))
  createEffect(on(current, () => window.scrollTo(0, 0), { defer: true }))

  return (
    <Page
      class="queue"
      main={button(t('moderation.approve'), () => approve(current() as QueueAd))}
      secondary={button(t('moderation.reject'), () => setRejecting(true))}
    >
      <Switch fallback={<Waiting />}>
        <Match when={current()} keyed>
          {(ad) => (
            <div class="queue__ad" ref={view}>
              <QueueAdView ad={ad} waiting={queue.waiting()} />
              <RejectSheet
                open={rejecting()}
                onClose={() => setRejecting(false)}
                onReject={(reason, note) => {
                  setRejecting(false)
                  void queue.decide(ad, { approve: false, reason, note })
                }}
              />
            </div>
          )}
        </Match>
        <Match when={queue.state() === 'failed'}>
          <ErrorView error={queue.error()} retry={() => void queue.load()} />
        </Match>
        <Match when={queue.done()}>
          <EmptyView
            icon="🎉"
            title={t('moderation.empty_title')}
            text={t('moderation.empty_text')}
            action={{ text: t('moderation.empty_action'), onClick: () => void queue.reload() }}
          />
        </Match>
      </Switch>
    </Page>
  )
}

function turnPhotos(view: HTMLElement, by: number) {
  const strip = view.querySelector('.gallery__strip')
  strip?.scrollBy({ left: by * strip.clientWidth, behavior: 'smooth' })
}

/** So that the next ad slides in with its pictures. */
function preloadPhotos(next: QueueAd | undefined) {
  for (const photo of next?.photos.slice(0, 3) ?? []) new Image().src = photoUrl(photo, 800) ?? ''
}

const Waiting = () => (
  <div class="queue__picture" aria-busy="true">
    <Skeleton height="100%" radius={0} />
  </div>
)
