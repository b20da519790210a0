import { Show } from 'solid-js'
import { boot } from '#webapp/boot.ts'
import { locale, t } from '#webapp/i18n.ts'
import '#webapp/ui/page.css'
import '#webapp/ui/empty-view.css'

const adIn = (path: string) => /^\/ads\/(\d+)$/.exec(path)?.[1]

/** The address of the same screen inside Telegram, for those that have one. */
function botLink(username: string, path: string) {
  const ad = adIn(path)
  return `https://t.me/${username}${ad ? `?startapp=ad_${ad}` : ''}`
}

/** The page that shows the same ad, or all ads, to everybody. */
function publicPath(path: string) {
  const ad = adIn(path)
  return `/e/${locale()}${ad ? `/${ad}` : ''}`
}

/** What an ordinary browser sees: how to get to the board, and that its ads can be looked at right here. */
export const OutsideScreen = () => (
  <main class="vb-empty">
    <div class="vb-empty__icon" aria-hidden="true">
      🧺
    </div>
    <h1 class="vb-empty__title">{t('outside.title')}</h1>
    <p class="vb-empty__text">{t('outside.text')}</p>
    <Show when={boot.bot}>
      {(bot) => (
        <a class="vb-button vb-empty__action" href={botLink(bot().username, location.pathname)}>
          {t('outside.open')}
        </a>
      )}
    </Show>
    <a class="vb-button vb-button--plain vb-empty__action" href={publicPath(location.pathname)}>
      {t('app.to_ads')}
    </a>
  </main>
)
