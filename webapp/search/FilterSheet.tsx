import { createSignal, Match, Show, Switch, untrack } from 'solid-js'
import type { AdFilters, AttributeFilter } from '#shared/search/filters.ts'
import { attributesIn, subCategory, topCategory } from '#webapp/catalog/catalog.ts'
import { t } from '#webapp/i18n.ts'
import { AttributeFilters } from '#webapp/search/AttributeFilters.tsx'
import { CategoryChoice } from '#webapp/search/CategoryChoice.tsx'
import { createCount } from '#webapp/search/count.ts'
import { answered, inCategory, replaced } from '#webapp/search/narrow.ts'
import { OptionsChoice } from '#webapp/search/OptionsChoice.tsx'
import { offeredOptions } from '#webapp/search/offered.ts'
import { PlaceChoice } from '#webapp/search/PlaceChoice.tsx'
import { PriceFilter } from '#webapp/search/PriceFilter.tsx'
import { placeLabel } from '#webapp/search/place.ts'
import { haptic } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { Switch as Toggle } from '#webapp/ui/Switch.tsx'
import './filter-sheet.css'

/** What the sheet shows: all filters, or the choices of one; then `select` is an attribute's key. */
type View = { name: 'all' | 'category' | 'place' } | { name: 'select'; key: string }

/** All that a list can be narrowed by; the button says how many ads pass before it is pressed. */
export default function FilterSheet(props: {
  filters: AdFilters
  onClose: () => void
  onApply: (filters: AdFilters) => void
}) {
  const [filters, setFilters] = createSignal(untrack(() => props.filters))
  const [view, setView] = createSignal<View>({ name: 'all' })
  const counted = createCount(filters)
  const category = () => subCategory(filters().category ?? '')
  const select = () => {
    const now = view()
    const attribute = now.name === 'select' && category()?.attributes.find(({ key }) => key === now.key)
    return attribute && attribute.type === 'select' ? attribute : undefined
  }
  const all = () => setView({ name: 'all' })
  const change = (gone: readonly (keyof AdFilters)[], next: AdFilters) =>
    setFilters((before) => replaced(before, gone, next))
  const answer = (key: string, filter: AttributeFilter | undefined) =>
    setFilters((before) => answered(before, key, filter, category()?.attributes ?? []))
  const title = () => {
    const { name } = view()
    if (name === 'category') return t('ads.category')
    if (name === 'place') return t('ads.place')
    return select()?.label ?? t('search.filters')
  }
  const categoryLabel = () => category()?.label ?? topCategory(filters().category ?? '')?.label
  return (
    <Sheet open onClose={() => (view().name === 'all' ? props.onClose() : all())} title={title()}>
      <Switch>
        <Match when={view().name === 'category'}>
          <CategoryChoice
            value={filters().category}
            onChoose={(id) => {
              setFilters((before) => inCategory(before, id, attributesIn(id ?? '')))
              all()
            }}
          />
        </Match>
        <Match when={view().name === 'place'}>
          <PlaceChoice
            place={filters()}
            onChoose={(place) => {
              change(['region', 'district'], place)
              all()
            }}
          />
        </Match>
        <Match when={select()}>
          {(attribute) => (
            <OptionsChoice
              label={attribute().label}
              options={offeredOptions(attribute(), filters().attributes ?? {})}
              value={(filters().attributes?.[attribute().key] as readonly string[] | undefined) ?? []}
              onChange={(ids) => answer(attribute().key, ids.length > 0 ? ids : undefined)}
            />
          )}
        </Match>
        <Match when={view().name === 'all'}>
          <Section>
            <Cell
              icon="🗂️"
              title={t('ads.category')}
              after={<span class="filter-answer">{categoryLabel() ?? t('ads.all')}</span>}
              onClick={() => setView({ name: 'category' })}
            />
            <Cell
              icon="📍"
              title={t('ads.place')}
              after={<span class="filter-answer">{placeLabel(filters()) || t('search.everywhere')}</span>}
              onClick={() => setView({ name: 'place' })}
            />
          </Section>
          <Show when={category()?.price !== 'none' && category()?.price !== 'free'}>
            <PriceFilter
              price={filters().price}
              currency={filters().currency ?? 'UZS'}
              onChange={(price, currency) =>
                change(['price', 'currency'], {
                  ...(price && { price }),
                  ...(currency !== 'UZS' && { currency }),
                })
              }
            />
          </Show>
          <Show when={category()}>
            {(known) => (
              <AttributeFilters
                category={known()}
                values={filters().attributes ?? {}}
                onChange={answer}
                onOpen={(key) => setView({ name: 'select', key })}
              />
            )}
          </Show>
          <Section>
            <Toggle
              label={t('search.with_photos')}
              checked={filters().photos ?? false}
              onChange={(on) => change(['photos'], on ? { photos: true } : {})}
            />
            <Toggle
              label={t('search.negotiable')}
              checked={filters().negotiable ?? false}
              onChange={(on) => change(['negotiable'], on ? { negotiable: true } : {})}
            />
          </Section>
        </Match>
      </Switch>
      <div class="vb-sheet__bar">
        <Show
          when={view().name === 'all' && Object.keys(filters()).some((key) => key !== 'q' && key !== 'sort')}
        >
          <button
            type="button"
            class="vb-button vb-button--plain filter-sheet__clear"
            onClick={() => {
              haptic('select')
              const { q, sort } = filters()
              setFilters({ ...(q && { q }), ...(sort && { sort }) })
            }}
          >
            {t('search.clear_all')}
          </button>
        </Show>
        <Show
          when={view().name === 'all'}
          fallback={
            <button type="button" class="vb-button" onClick={all}>
              {t('draft.done')}
            </button>
          }
        >
          <button
            type="button"
            class="vb-button"
            aria-live="polite"
            onClick={() => {
              haptic('tap')
              props.onApply(filters())
            }}
          >
            {counted.text()}
          </button>
        </Show>
      </div>
    </Sheet>
  )
}
