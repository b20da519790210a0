import { For } from 'solid-js'
import { glance, t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import './category-row.css'

/** The top categories as round pictures in one line that scrolls sideways. */
export const CategoryRow = () => (
  <nav class="category-row" aria-label={t('ads.categories')}>
    <For each={glance().categories}>
      {(category) => (
        <a class="category-row__item" href={`/category/${category.id}`} onClick={() => haptic('tap')}>
          <span class="category-row__icon" aria-hidden="true">
            {category.icon}
          </span>
          <span class="category-row__label">{category.label}</span>
        </a>
      )}
    </For>
  </nav>
)
