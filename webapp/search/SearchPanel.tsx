import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { AdStrip } from '#webapp/ads/AdStrip.tsx'
import { viewed } from '#webapp/ads/viewed.ts'
import { subCategory, topCategory } from '#webapp/catalog/catalog.ts'
import { t } from '#webapp/i18n.ts'
import type { Found } from '#webapp/search/asked.ts'
import { suggest, understand } from '#webapp/search/queries.ts'
import { forgetSearches, recentSearches } from '#webapp/search/recent.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import './search-panel.css'

export { ask } from '#webapp/search/queries.ts'

/** How long the fingers must rest before the server is asked. */
const pauseMs = 150

/** Below the field: what was searched for and looked at before, or what the typed words may become. */
export default function SearchPanel(props: {
  id: string
  text: string
  active: number
  onFound: (found: readonly Found[]) => void
  onChoose: (found: Found) => void
  onLeave: () => void
}) {
  const [recent, setRecent] = createSignal(recentSearches())
  const [settled, setSettled] = createSignal('')
  createEffect(
    on(
      () => props.text.trim(),
      (text) => {
        const timer = setTimeout(() => setSettled(text), text ? pauseMs : 0)
        onCleanup(() => clearTimeout(timer))
      },
    ),
  )
  const [suggestions, setSuggestions] = createSignal<readonly Found[]>([])
  createEffect(
    on(settled, (text) => {
      // An answer to words that are no longer there is thrown away.
      let current = true
      onCleanup(() => {
        current = false
      })
      if (!text) return void setSuggestions([])
      // What they mean is asked for along the way, so that it is there when they are sent.
      void understand(text).catch(() => undefined)
      suggest(text).then(
        (lines) => current && setSuggestions(lines),
        () => current && setSuggestions([]),
      )
    }),
  )
  /** Who has not searched yet sees how it may be written. */
  const examples = () => [t('search.example_1'), t('search.example_2'), t('search.example_3')]
  const found = createMemo<readonly Found[]>(() => {
    if (!props.text.trim()) return (recent().length > 0 ? recent() : examples()).map((text) => ({ text }))
    return suggestions()
  })
  createEffect(() => props.onFound(found()))
  const categoryName = (id: string) => subCategory(id)?.label ?? topCategory(id)?.label

  return (
    <>
      <Show when={!props.text.trim()}>
        <div class="search-panel__head">
          <h2 class="search-panel__title">{t(recent().length > 0 ? 'search.recent' : 'search.examples')}</h2>
          <Show when={recent().length > 0}>
            <button
              type="button"
              class="search-panel__forget"
              onClick={() => {
                forgetSearches()
                setRecent([])
              }}
            >
              {t('search.forget')}
            </button>
          </Show>
        </div>
      </Show>
      <div role="listbox" id={props.id} class="search-panel__list" aria-label={t('search.suggestions')}>
        <For each={found()}>
          {(line, index) => (
            <div
              role="option"
              id={`${props.id}-${index()}`}
              class="search-panel__option"
              aria-selected={props.active === index()}
              // The field keeps the focus, so that the keyboard does not go and come.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => props.onChoose(line)}
            >
              <span class="search-panel__icon">
                <Icon name={!props.text.trim() && recent().length > 0 ? 'clock' : 'search'} size={20} />
              </span>
              <span class="search-panel__text">
                {line.text}
                <Show when={line.category && categoryName(line.category)}>
                  {(name) => <span class="search-panel__category">{name()}</span>}
                </Show>
              </span>
            </div>
          )}
        </For>
      </div>
      <Show when={!props.text.trim() && viewed().length > 0}>
        <AdStrip title={t('search.viewed')} ads={viewed()} onOpen={() => props.onLeave()} />
      </Show>
    </>
  )
}
