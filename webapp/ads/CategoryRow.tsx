import { For } from 'solid-js'
import { writeFilters } from '#shared/search/filters.ts'
import { glance, t } from '#webapp/i18n.ts'
import type { Place } from '#webapp/search/place.ts'
import { haptic } from '#webapp/telegram.ts'
import './category-row.css'

/** The top categories as round pictures in one line that scrolls sideways; each leads to its list, in the place looked at. */
export const CategoryRow = (props: { place: Place }) => (
  <nav class="category-row" aria-label={t('ads.categories')}>
    <For each={glance().categories}>
      {(category) => (
        <a
          class="category-row__item"
          href={`/search?${writeFilters({ ...props.place, category: category.id })}`}
          onClick={() => haptic('tap')}
        >
          <span class="category-row__icon" aria-hidden="true">
            {category.icon}
          </span>
          <span class="category-row__label">{category.label}</span>
        </a>
      )}
    </For>
  </nav>
)
