import { Show } from 'solid-js'
import { boot } from '#webapp/boot.ts'
import { t } from '#webapp/i18n.ts'
import '#webapp/ui/page.css'
import '#webapp/ui/empty-view.css'

/** The address of the same screen inside Telegram, for those that have one. */
function botLink(username: string, path: string) {
  const ad = /^\/ads\/(\d+)$/.exec(path)?.[1]
  return `https://t.me/${username}${ad ? `?startapp=ad_${ad}` : ''}`
}

/** What an ordinary browser sees: how to get to the board. */
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
  </main>
)
