import '#webapp/polyfills.ts'
import { render } from 'solid-js/web'
import { App } from '#webapp/App.tsx'
import { boot } from '#webapp/boot.ts'
import { catalog } from '#webapp/catalog/catalog.ts'
import { unanswered } from '#webapp/drafts/unanswered.ts'
import { hearts } from '#webapp/favorites/saved.ts'
import { firstLocale, setLocale } from '#webapp/i18n.ts'
import { startPath } from '#webapp/launch.ts'
import { reloadWhenReachable } from '#webapp/parts.ts'
import { loadMe } from '#webapp/session.ts'
import { initTelegram, isTelegram, ready, startParam } from '#webapp/telegram.ts'
import '#webapp/ui/theme.css'

/**
 * A fresh launch (its parameters are in the fragment) opens the screen it asks for with the feed beneath, so that
 * going back leads into the board; after a reload the history is already there.
 */
function openFirstScreen() {
  if (!location.hash.includes('tgWebAppData')) return
  const path = location.pathname === '/' ? startPath(startParam) : location.pathname + location.search
  history.replaceState(history.state, '', '/')
  if (path !== '/') history.pushState(null, '', path)
}

async function start() {
  initTelegram(boot.telegramOrigin)
  openFirstScreen()
  // Asked for while the texts load; who needs it shows what went wrong.
  if (isTelegram) void loadMe().catch(() => undefined)
  await setLocale(firstLocale())
  const root = document.getElementById('app') as HTMLElement
  root.textContent = ''
  render(() => <App />, root)
  ready()
  if (isTelegram) setTimeout(prepareNext, 500)
}

/** What hearts are red, and, as most people open an ad next, what its page needs; or later, when it is asked for. */
function prepareNext() {
  void hearts.load().catch(() => undefined)
  void import('#webapp/ads/AdScreen.tsx').catch(() => undefined)
  catalog()
  if (unanswered()) void import('#webapp/drafts/submit.ts').then(({ sendWaiting }) => sendWaiting())
}

start().catch(() => {
  // The texts did not come, so nothing can be said.
  document.documentElement.className = 'lost'
  reloadWhenReachable()
})
