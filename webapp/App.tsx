import { Router, useLocation, useNavigate } from '@solidjs/router'
import {
  createEffect,
  createSignal,
  ErrorBoundary,
  type JSX,
  lazy,
  on,
  onCleanup,
  Show,
  Suspense,
  untrack,
} from 'solid-js'
import { ApiError, launchProblem, standingDoubted } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import { isLost, reloadIfReachable, reloadWhenReachable } from '#webapp/parts.ts'
import { routes } from '#webapp/routes.tsx'
import { loadMe, me, moderates } from '#webapp/session.ts'
import { close, haptic, isTelegram, settingsButton } from '#webapp/telegram.ts'
import { takeBack } from '#webapp/ui/back.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { OfflineBanner } from '#webapp/ui/OfflineBanner.tsx'
import { useBack } from '#webapp/ui/Page.tsx'
import { RoutingNote } from '#webapp/ui/RoutingNote.tsx'
import { Tabs } from '#webapp/ui/Tabs.tsx'
import { Toaster, toast } from '#webapp/ui/toast.tsx'

const OutsideScreen = lazy(async () => ({
  default: (await import('#webapp/OutsideScreen.tsx')).OutsideScreen,
}))

export const App = () => (
  <Show
    when={isTelegram}
    fallback={
      <Suspense>
        <OutsideScreen />
      </Suspense>
    }
  >
    <Router root={Shell} scrollRestoration>
      {routes}
    </Router>
  </Show>
)

const withTabs = new Set(['/', '/saved', '/mine'])

/** What stands around every screen. */
function Shell(props: { children?: JSX.Element }) {
  const location = useLocation()
  const navigate = useNavigate()
  settingsButton.show(true)
  onCleanup(settingsButton.onPress(() => navigate('/settings')))
  createEffect(
    on(
      () => location.pathname,
      () => {
        // The number of ads that wait is on the tab bar of every moderator.
        if (moderates() && withTabs.has(location.pathname)) void loadMe().catch(() => undefined)
      },
      { defer: true },
    ),
  )
  createEffect(
    on(standingDoubted, (refusal) => {
      if (refusal) void learnStanding(refusal)
    }),
  )
  /** Who has lost a role while the app was open leaves what is not theirs any more. */
  async function learnStanding(refusal: ApiError) {
    const before = me()?.user.role
    await loadMe().catch(() => undefined)
    if (me()?.user.role === before || !/^\/(queue|staff)/.test(location.pathname)) return
    navigate(moderates() ? '/staff' : '/', { replace: true })
    toast(refusal.message)
  }
  return (
    <>
      <OfflineBanner />
      <RoutingNote />
      <Show when={!launchProblem()} fallback={<Ended />}>
        <ErrorBoundary fallback={(error, reset) => <Broken error={error} reset={reset} />}>
          <Suspense>{props.children}</Suspense>
        </ErrorBoundary>
        <Show when={withTabs.has(location.pathname)}>
          <Tabs />
        </Show>
      </Show>
      <Toaster />
    </>
  )
}

/** The server does not know this launch (any more): all that helps is opening the app anew. */
const Ended = () => (
  <EmptyView
    icon="🔑"
    title={t('app.error_title')}
    text={launchProblem()?.message}
    action={{ text: t('app.close'), onClick: close }}
  />
)

/**
 * A screen that failed: a request is tried again, a fault of the page itself needs it loaded anew, and for want of a
 * part that happens by itself.
 */
function Broken(props: { error: unknown; reset: () => void }) {
  const location = useLocation()
  const isMissing = untrack(() => isLost(props.error))
  const [isTold, tell] = createSignal(!isMissing)
  if (isMissing) {
    onCleanup(reloadWhenReachable())
    // A newer app is there sooner than anything can be read.
    const timer = setTimeout(() => tell(true), 1000)
    onCleanup(() => clearTimeout(timer))
  }
  // Where it had come to, no screen has taken the back button.
  if (!withTabs.has(untrack(() => location.pathname))) onCleanup(takeBack(useBack()))
  createEffect(
    on(
      () => location.pathname,
      () => props.reset(),
      { defer: true },
    ),
  )
  async function retry() {
    if (props.error instanceof ApiError) return props.reset()
    if (await reloadIfReachable()) return
    haptic('error')
    toast(t('app.offline'))
  }
  return (
    <Show when={isTold()}>
      <ErrorView error={props.error} retry={() => void retry()} />
    </Show>
  )
}
