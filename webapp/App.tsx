import { Router, useLocation, useNavigate } from '@solidjs/router'
import { createEffect, ErrorBoundary, type JSX, lazy, on, onCleanup, Show, Suspense } from 'solid-js'
import { ApiError } from '#webapp/api.ts'
import { routes } from '#webapp/routes.tsx'
import { sessionProblem } from '#webapp/session.ts'
import { isTelegram, settingsButton } from '#webapp/telegram.ts'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { OfflineBanner } from '#webapp/ui/OfflineBanner.tsx'
import { Tabs } from '#webapp/ui/Tabs.tsx'
import { Toaster } from '#webapp/ui/toast.tsx'

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

const withTabs = new Set(['/', '/mine', '/queue'])

/** What stands around every screen. */
function Shell(props: { children?: JSX.Element }) {
  const location = useLocation()
  const navigate = useNavigate()
  settingsButton.show(true)
  onCleanup(settingsButton.onPress(() => navigate('/settings')))
  return (
    <>
      <OfflineBanner />
      <Show when={!sessionProblem()} fallback={<ErrorView error={sessionProblem()} />}>
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

/** A screen that failed: a request is tried again, a fault of the page itself needs it loaded anew. */
function Broken(props: { error: unknown; reset: () => void }) {
  const location = useLocation()
  createEffect(
    on(
      () => location.pathname,
      () => props.reset(),
      { defer: true },
    ),
  )
  return (
    <ErrorView
      error={props.error}
      retry={() => (props.error instanceof ApiError ? props.reset() : window.location.reload())}
    />
  )
}
