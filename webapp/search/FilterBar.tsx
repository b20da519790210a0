import { For, Show } from 'solid-js'
import type { AdFilters, Sort } from '#shared/search/filters.ts'
import { type TextKey, t } from '#webapp/i18n.ts'
import type { ActiveFilter } from '#webapp/search/describe.ts'
import { haptic } from '#webapp/telegram.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import './filter-bar.css'

export const sortTexts: Record<Sort, TextKey> = {
  new: 'search.sort_new',
  cheap: 'search.sort_cheap',
  dear: 'search.sort_dear',
  best: 'search.sort_best',
}

/** Filters and order, then what is filtered by, each a tap from being gone; one line that scrolls sideways. */
export const FilterBar = (props: {
  active: readonly ActiveFilter[]
  sort: Sort
  onFilters: () => void
  onSort: () => void
  onRemove: (key: string, without: AdFilters) => void
}) => (
  <div class="filter-bar">
    <button
      type="button"
      class="vb-chip filter-bar__chip filter-bar__chip--lead"
      aria-label={
        props.active.length > 0
          ? t('search.filters_active', { count: props.active.length })
          : t('search.filters')
      }
      onClick={() => {
        haptic('tap')
        props.onFilters()
      }}
    >
      <Icon name="filter" size={20} />
      {t('search.filters')}
      <Show when={props.active.length > 0}>
        <span class="filter-bar__count">{props.active.length}</span>
      </Show>
    </button>
    <button
      type="button"
      class="vb-chip filter-bar__chip"
      aria-label={t('search.sort_now', { sort: t(sortTexts[props.sort]) })}
      onClick={() => {
        haptic('tap')
        props.onSort()
      }}
    >
      <Icon name="sort" size={20} />
      {/* What is filtered by matters more than the order, and a narrow phone has room for one of them. */}
      <Show when={props.active.length === 0}>{t(sortTexts[props.sort])}</Show>
    </button>
    <For each={props.active}>
      {(filter) => (
        <button
          type="button"
          class="vb-chip filter-bar__chip"
          aria-label={t('search.remove', { filter: filter.label })}
          onClick={() => {
            haptic('select')
            props.onRemove(filter.key, filter.without)
          }}
        >
          <span class="filter-bar__label">{filter.label}</span>
          <Icon name="close" size={16} />
        </button>
      )}
    </For>
  </div>
)
