import { For } from 'solid-js'
import { catalog } from '#webapp/catalog/catalog.ts'
import { t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './category-row.css'

const placeholders = [1, 2, 3, 4, 5, 6]

/** The top categories as round pictures in one line that scrolls sideways. */
export const CategoryRow = () => (
  <nav class="category-row" aria-label={t('ads.categories')}>
    <For
      each={catalog()?.categories}
      fallback={
        <For each={placeholders}>
          {() => (
            <span class="category-row__item">
              <Skeleton width={60} height={60} radius={30} />
              <span class="category-row__label">
                <Skeleton width={48} height={11} />
              </span>
            </span>
          )}
        </For>
      }
    >
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
