import { useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { type TextKey, t } from '#webapp/i18n.ts'
import { me, moderates } from '#webapp/session.ts'
import { haptic } from '#webapp/telegram.ts'
import { Icon, type IconName } from '#webapp/ui/Icon.tsx'
import './tabs.css'

interface Tab {
  href: string
  icon: IconName
  text: TextKey
}
const ads: Tab = { href: '/', icon: 'ads', text: 'tabs.ads' }
const saved: Tab = { href: '/saved', icon: 'heart', text: 'tabs.saved' }
const create: Tab = { href: '/new', icon: 'plus', text: 'tabs.new' }
const mine: Tab = { href: '/mine', icon: 'mine', text: 'tabs.mine' }
const queue: Tab = { href: '/queue', icon: 'queue', text: 'tabs.queue' }

/** The bar below the main screens; moderators have one tab more, with the number of ads that wait. */
export function Tabs() {
  const location = useLocation()
  const tabs = () => (moderates() ? [ads, saved, create, mine, queue] : [ads, saved, create, mine])
  const waiting = (tab: Tab) => (tab === queue ? (me()?.pendingCount ?? 0) : 0)
  return (
    <nav class="vb-tabs" aria-label={t('tabs.label')}>
      <For each={tabs()}>
        {(tab) => (
          <a
            class="vb-tab"
            classList={{ 'vb-tab--create': tab === create }}
            href={tab.href}
            aria-current={location.pathname === tab.href ? 'page' : undefined}
            onClick={(event) => {
              haptic('select')
              if (location.pathname !== tab.href) return
              // The tab one is on leads to its top, as everywhere in Telegram.
              event.preventDefault()
              window.scrollTo({ top: 0, behavior: 'smooth' })
            }}
          >
            <span class="vb-tab__icon">
              <Icon name={tab.icon} />
              <Show when={waiting(tab) > 0}>
                <span class="vb-tab__count">{waiting(tab) > 99 ? '99+' : waiting(tab)}</span>
              </Show>
            </span>
            <span class="vb-tab__text">{t(tab.text)}</span>
          </a>
        )}
      </For>
    </nav>
  )
}
