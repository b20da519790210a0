import '#webapp/polyfills.ts'
import { render } from 'solid-js/web'
import { App } from '#webapp/App.tsx'
import { boot } from '#webapp/boot.ts'
import { readCatalog } from '#webapp/catalog/catalog.ts'
import { firstLocale, setLocale } from '#webapp/i18n.ts'
import { startPath } from '#webapp/launch.ts'
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
  const locale = firstLocale()
  if (isTelegram) {
    // Both are asked for while the texts load; who needs them shows what went wrong.
    void loadMe().catch(() => undefined)
    void readCatalog(locale).catch(() => undefined)
  }
  await setLocale(locale)
  const root = document.getElementById('app') as HTMLElement
  root.textContent = ''
  render(() => <App />, root)
  ready()
  // Most people open an ad next; its screen comes while they look around.
  setTimeout(() => void import('#webapp/ads/AdScreen.tsx'), 2000)
}

void start()
