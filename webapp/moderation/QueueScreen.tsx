import { useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, Match, on, onCleanup, onMount, Show, Switch } from 'solid-js'
import { ApiError, messageOf } from '#webapp/api.ts'
import { DeskBar } from '#webapp/moderation/DeskBar.tsx'
import { createDesk, type DeskDoor } from '#webapp/moderation/desk.ts'
import { EditSheet } from '#webapp/moderation/EditSheet.tsx'
import { FilterSheet } from '#webapp/moderation/FilterSheet.tsx'
import { carryKept } from '#webapp/moderation/kept.ts'
import { QueueAdView } from '#webapp/moderation/QueueAdView.tsx'
import {
  leaveDesk,
  loadDesk,
  loadReasons,
  type QueueAd,
  sendVerdict,
  undoDecision,
  type Verdict,
} from '#webapp/moderation/queries.ts'
import { RejectSheet } from '#webapp/moderation/RejectSheet.tsx'
import type { Side } from '#webapp/moderation/swipe.ts'
import { BanSheet } from '#webapp/people/BanSheet.tsx'
import { loadMe } from '#webapp/session.ts'
import { t } from '#webapp/staff/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { photoUrl } from '#webapp/ui/PhotoView.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './queue-screen.css'

/** The number on the tab follows; without a connection it waits for the next verdict. */
const countAgain = () => void loadMe().catch(() => undefined)

/** The ad whose mended answers will not do, and which of them. */
const [refused, setRefused] = createSignal<{ id: number; fields: Readonly<Record<string, string>> }>()

const door: DeskDoor<QueueAd> = {
  load: loadDesk,
  send: sendVerdict,
  undo: undoDecision,
  onSent() {
    haptic('success')
    countAgain()
  },
  onFailed(error, ad) {
    haptic('error')
    toast(messageOf(error))
    if (ad && error instanceof ApiError && error.code === 'ads.invalid')
      setRefused({ id: ad.id, fields: error.fields })
    countAgain()
  },
  onChanged: () => toast(t('moderation.changed')),
  onLost: (by) => toast(by === null ? t('error.moderation.decided') : t('moderation.lost', { name: by })),
}

/** Milliseconds between signs of life: a claim holds three times as long. */
const pulseMs = 30_000

/** Lives as long as the app: whoever looks at a hint, a seller or the settings comes back to the ad they had. */
const desk = createDesk<QueueAd>(door)

/** The moderators' work: one ad after another, approved, mended, sent back or put off. `?ad=<id>` begins with that one. */
export default function QueueScreen() {
  const [search, setSearch] = useSearchParams<{ ad?: string }>()
  const [sheet, setSheet] = createSignal<'reject' | 'edit' | 'ban' | 'filter'>()
  const current = () => desk.items()[0]
  /** The ad on the screen: what is learned of it meanwhile (a hint) neither closes a sheet nor loses what was typed. */
  const key = createMemo<string | undefined>((before) => {
    const ad = current()
    const now = ad && `${ad.id}.${ad.revision}`
    if (before && isSameAd(before, now)) carryKept(`reject ${before}`, `reject ${now}`)
    return now
  })
  const shown = createMemo<QueueAd | undefined>((before) => current() ?? before)
  function close() {
    setSheet(undefined)
    setRefused(undefined)
  }
  const filters = () => Object.keys(desk.filter()).length
  let view: HTMLDivElement | undefined

  const approve = (ad: QueueAd) => void desk.decide(ad, { approve: true })
  function decide(verdict: Verdict) {
    const ad = current()
    if (ad) void desk.decide(ad, verdict)
  }
  const open = (which: 'reject' | 'edit' | 'ban') => !desk.settling() && setSheet(which)
  function onSwipe(side: Side) {
    const ad = current()
    if (side === 'left') open('reject')
    else if (ad && !desk.settling()) approve(ad)
  }
  /** Ads that were taken down with their seller are no more to be decided upon. */
  function afterBan({ hidden }: { hidden: boolean }) {
    const seller = current()?.seller.id
    close()
    if (hidden) desk.drop((ad) => ad.seller.id === seller)
  }
  const undoLast = () => {
    const id = desk.last()?.id
    if (id !== undefined) void desk.undo(id)
  }

  /** By the place of the key: on a Cyrillic keyboard A and R carry other letters. */
  const keys: Partial<Record<string, (ad: QueueAd) => unknown>> = {
    KeyA: approve,
    KeyR: () => open('reject'),
    KeyE: () => open('edit'),
    KeyB: () => open('ban'),
    KeyN: (ad) => desk.skip(ad),
    ArrowRight: () => turnPhotos(view, 1),
    ArrowLeft: () => turnPhotos(view, -1),
  }
  function onKeyDown(event: KeyboardEvent) {
    if (sheet() || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
    const ad = current()
    if (event.code === 'KeyU') undoLast()
    else if (ad && keys[event.code]) keys[event.code]?.(ad)
    else return
    event.preventDefault()
  }
  const onReturn = () => {
    if (!document.hidden) void desk.sync()
  }
  const leave = () => void leaveDesk().catch(() => undefined)

  onMount(() => {
    const first = Number(search.ad)
    void desk.begin(first > 0 ? first : undefined)
    // Coming back here leads to the ad that was left, not once more to this one.
    if (search.ad !== undefined) setSearch({ ad: undefined }, { replace: true })
    void loadReasons().catch(() => undefined)
    const pulse = setInterval(() => !document.hidden && void desk.sync(), pulseMs)
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('visibilitychange', onReturn)
    window.addEventListener('pagehide', leave)
    onCleanup(() => {
      clearInterval(pulse)
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('visibilitychange', onReturn)
      window.removeEventListener('pagehide', leave)
      leave()
    })
  })
  createEffect(() => preloadPhotos(desk.items()[1]))
  createEffect(
    on(
      key,
      (now, before) => {
        // What will not do is there again, to be corrected.
        if (refused() && refused()?.id === current()?.id) return void setSheet('edit')
        // What is chosen in the filter changes the ad below it; what is said of an ad holds when its seller changed it.
        if (sheet() !== 'filter' && !(sheet() === 'reject' && isSameAd(before, now))) close()
        window.scrollTo(0, 0)
      },
      { defer: true },
    ),
  )

  return (
    <Page back class="queue">
      <div class="queue__head">
        <p class="queue__count" aria-live="polite">
          {filters() > 0
            ? t('moderation.fitting', { count: desk.numbers().fitting, total: desk.numbers().total })
            : t('moderation.waiting', { count: desk.numbers().total })}
        </p>
        <button
          type="button"
          class="queue__tool"
          aria-pressed={filters() > 0}
          onClick={() => setSheet('filter')}
        >
          {t('moderation.filter')}
          {filters() > 0 && ` (${filters()})`}
        </button>
        <a class="queue__tool" href="/staff">
          {t('staff.title')}
        </a>
      </div>
      <Show when={desk.numbers().trusted > 1}>
        <a class="queue__trusted" href="/queue/trusted">
          {t('moderation.trusted_waiting', { count: desk.numbers().trusted })}
        </a>
      </Show>
      <Switch fallback={<Waiting />}>
        <Match when={key()} keyed>
          <div class="queue__ad" ref={view}>
            <QueueAdView ad={shown() as QueueAd} onSwipe={onSwipe} />
            <RejectSheet
              ad={shown() as QueueAd}
              open={sheet() === 'reject'}
              onClose={close}
              onReject={(rejection) => decide({ approve: false, ...rejection })}
            />
            <EditSheet
              ad={shown() as QueueAd}
              open={sheet() === 'edit'}
              problems={refused()?.fields ?? {}}
              onClose={close}
              onApprove={(changes) => decide({ approve: true, changes })}
            />
            <BanSheet
              person={(shown() as QueueAd).seller}
              open={sheet() === 'ban'}
              onClose={close}
              onBanned={afterBan}
            />
          </div>
        </Match>
        <Match when={desk.state() === 'failed'}>
          <ErrorView error={desk.error()} retry={() => void desk.sync()} />
        </Match>
        <Match when={desk.done() && filters() > 0 && desk.numbers().fitting === 0}>
          <EmptyView
            icon="🔎"
            title={t('moderation.fitting_none')}
            text={t('moderation.waiting', { count: desk.numbers().total })}
            action={{ text: t('moderation.filter_off'), onClick: () => desk.choose({}) }}
          />
        </Match>
        <Match when={desk.done() && desk.numbers().total > 0}>
          <EmptyView
            icon="🤝"
            title={t('moderation.others_title')}
            text={t('moderation.others_text')}
            action={{ text: t('moderation.empty_action'), onClick: () => void desk.sync() }}
          />
        </Match>
        <Match when={desk.done()}>
          <EmptyView
            icon="🎉"
            title={t('moderation.empty_title')}
            text={t('moderation.empty_text')}
            action={{ text: t('moderation.empty_action'), onClick: () => void desk.sync() }}
          />
        </Match>
      </Switch>
      <DeskBar
        ad={current()}
        busy={desk.settling()}
        last={desk.last()}
        onApprove={approve}
        onReject={() => open('reject')}
        onEdit={() => open('edit')}
        onBan={() => open('ban')}
        onSkip={(ad) => desk.skip(ad)}
        onUndo={undoLast}
      />
      <FilterSheet
        open={sheet() === 'filter'}
        filter={desk.filter()}
        count={desk.numbers().fitting}
        onClose={close}
        onChange={(filter) => desk.choose(filter)}
      />
    </Page>
  )
}

/** Of two revisions, `7.1` and `7.2`. */
const isSameAd = (one: string | undefined, other: string | undefined) =>
  one !== undefined && one.split('.')[0] === other?.split('.')[0]

function turnPhotos(view: HTMLElement | undefined, by: number) {
  const strip = view?.querySelector('.gallery__strip')
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
