import { useLocation, useNavigate } from '@solidjs/router'
import {
  createEffect,
  createSignal,
  createUniqueId,
  ErrorBoundary,
  lazy,
  on,
  onCleanup,
  Show,
  Suspense,
  untrack,
} from 'solid-js'
import type { AdFilters } from '#shared/search/filters.ts'
import { t } from '#webapp/i18n.ts'
import { type Asked, type Found, readAsked, searchPath } from '#webapp/search/asked.ts'
import { haptic } from '#webapp/telegram.ts'
import { drawsBack, pressBack, takeBack } from '#webapp/ui/back.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import './search-field.css'

const loadPanel = () => import('#webapp/search/SearchPanel.tsx')
const SearchPanel = lazy(loadPanel)

/**
 * The field of a list; what is found keeps the list's `filters`. While it is used it takes the whole screen, with
 * earlier searches and suggestions below it: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function SearchField(props: { filters: AdFilters }) {
  const id = createUniqueId()
  const navigate = useNavigate()
  const location = useLocation()
  const words = () => props.filters.q ?? ''
  const [open, setOpen] = createSignal(false)
  const [text, setText] = createSignal(untrack(words))
  const [found, setFound] = createSignal<readonly Found[]>([])
  const [active, setActive] = createSignal(-1)
  let input!: HTMLInputElement

  createEffect(on(words, (next) => void setText(next), { defer: true }))
  createEffect(() => {
    if (!open()) return
    document.documentElement.classList.add('vb-searching')
    onCleanup(() => document.documentElement.classList.remove('vb-searching'))
    onCleanup(takeBack(close))
  })

  /** Leaves the field; what was typed and not searched for is forgotten. */
  function close() {
    setOpen(false)
    setText(words())
    input.blur()
  }

  async function search(words: string, category?: string) {
    const typed = words.replace(/\s+/g, ' ').trim()
    haptic('tap')
    setText(typed)
    setOpen(false)
    input.blur()
    const base = { ...props.filters, ...(category && { category }) }
    const before: Asked = { filters: base, ...readAsked(location.state) }
    // Without a connection the words alone are searched for: the list says what is wrong and tries again.
    const asked = await loadPanel()
      .then(({ ask }) => ask(typed, before))
      .catch(() => ({ filters: { ...base, q: typed }, parts: [], kept: [] }))
    const { filters, ...state } = asked
    navigate(searchPath(filters), { replace: location.pathname === '/search', state })
  }

  function onKeyDown(event: KeyboardEvent) {
    const count = found().length
    if (event.key === 'Escape') return close()
    if (event.key === 'Enter') {
      event.preventDefault()
      const chosen = found()[active()]
      return void search(chosen?.text ?? text(), chosen?.category)
    }
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || count === 0) return
    event.preventDefault()
    const step = event.key === 'ArrowDown' ? 1 : -1
    // Between the last and the first stands the field itself.
    setActive(((active() + 1 + step + count + 1) % (count + 1)) - 1)
  }

  return (
    <div class="search-field" classList={{ 'search-field--open': open() }}>
      <div role="search" class="search-field__layer">
        <div class="search-field__line">
          <Show when={open() && drawsBack()}>
            <button type="button" class="search-field__button" aria-label={t('app.back')} onClick={pressBack}>
              <Icon name="back" />
            </button>
          </Show>
          <label class="search-field__box">
            <Icon name="search" size={20} />
            <span class="vb-hidden">{t('search.label')}</span>
            <input
              ref={input}
              type="search"
              class="search-field__input"
              role="combobox"
              aria-expanded={open() && found().length > 0}
              aria-controls={`${id}-found`}
              aria-autocomplete="list"
              aria-activedescendant={active() >= 0 ? `${id}-found-${active()}` : undefined}
              placeholder={t('search.placeholder')}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              enterkeyhint="search"
              maxLength={100}
              value={text()}
              onFocus={() => setOpen(true)}
              onInput={(event) => {
                setText(event.currentTarget.value)
                setActive(-1)
              }}
              onKeyDown={onKeyDown}
            />
          </label>
          <Show when={text()}>
            <button
              type="button"
              class="search-field__button"
              aria-label={t('search.clear')}
              onClick={() => {
                setText('')
                input.focus()
              }}
            >
              <Icon name="close" size={20} />
            </button>
          </Show>
        </div>
        <Show when={open()}>
          <div class="search-field__panel">
            {/* Without a connection there are no suggestions, but a field. */}
            <ErrorBoundary fallback={(_) => null}>
              <Suspense>
                <SearchPanel
                  id={`${id}-found`}
                  text={text()}
                  active={active()}
                  onFound={(options) => {
                    setFound(options)
                    setActive(-1)
                  }}
                  onChoose={({ text, category }) => void search(text, category)}
                  onLeave={close}
                />
              </Suspense>
            </ErrorBoundary>
          </div>
        </Show>
      </div>
    </div>
  )
}
