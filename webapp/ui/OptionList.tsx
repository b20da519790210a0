import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import { moveFocus, tabIndexOf } from '#webapp/ui/roving.ts'
import { searchOptions } from '#webapp/ui/search-options.ts'
import './cell.css'
import './option-list.css'

export interface ListOption {
  readonly id: string
  readonly label: string
  readonly icon?: string
}

/** A long choice as rows; from `searchFrom` options on (12 by default) a search field stands above them. */
export function OptionList(props: {
  label: string
  options: readonly ListOption[]
  value: string | undefined
  onChange: (id: string) => void
  searchFrom?: number | undefined
  problem?: string | undefined
}) {
  const id = createUniqueId()
  const [search, setSearch] = createSignal('')
  const found = createMemo(() => searchOptions(props.options, search()))
  const nothingChosen = () => !found().some((option) => option.id === props.value)
  const isSearched = () => props.options.length >= (props.searchFrom ?? 12)
  return (
    <div class="vb-options" classList={{ 'vb-options--searched': isSearched() }}>
      <Show when={isSearched()}>
        <div class="vb-options__search">
          <Icon name="search" size={20} />
          <input
            type="search"
            aria-label={t('app.search')}
            aria-controls={id}
            placeholder={t('app.search')}
            autocomplete="off"
            value={search()}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
      </Show>
      <Show when={props.problem}>
        <p class="vb-options__problem" id={`${id}-problem`}>
          {props.problem}
        </p>
      </Show>
      <div
        role="radiogroup"
        id={id}
        aria-label={props.label}
        aria-describedby={props.problem ? `${id}-problem` : undefined}
        aria-invalid={Boolean(props.problem)}
        class="vb-options__list"
        onKeyDown={moveFocus}
      >
        <For each={found()} fallback={<p class="vb-options__none">{t('app.nothing_found')}</p>}>
          {(option, index) => (
            <button
              type="button"
              role="radio"
              class="vb-cell"
              aria-checked={option.id === props.value}
              tabIndex={tabIndexOf(option.id === props.value, nothingChosen(), index())}
              onClick={() => {
                haptic('select')
                props.onChange(option.id)
              }}
            >
              <Show when={option.icon}>
                <span class="vb-cell__icon" aria-hidden="true">
                  {option.icon}
                </span>
              </Show>
              <span class="vb-cell__text">{option.label}</span>
              <Show when={option.id === props.value}>
                <span class="vb-cell__tick">
                  <Icon name="check" />
                </span>
              </Show>
            </button>
          )}
        </For>
      </div>
    </div>
  )
}
