import { useLocation, useNavigate } from '@solidjs/router'
import { createMemo, createSignal, lazy, Show, Suspense } from 'solid-js'
import { type AdFilters, readFilters, type Sort, writeFilters } from '#shared/search/filters.ts'
import { searchLink } from '#shared/search/link.ts'
import { AdList } from '#webapp/ads/AdList.tsx'
import { listOf } from '#webapp/ads/feed.ts'
import { LookSwitch } from '#webapp/ads/LookSwitch.tsx'
import { NewAdsPill } from '#webapp/ads/NewAdsPill.tsx'
import { boot } from '#webapp/boot.ts'
import { attributesIn, subCategory, topCategory } from '#webapp/catalog/catalog.ts'
import { glance, locale, t } from '#webapp/i18n.ts'
import { type Asked, readAsked, searchPath } from '#webapp/search/asked.ts'
import { createCount } from '#webapp/search/count.ts'
import { activeFilters } from '#webapp/search/describe.ts'
import { EmptyResult } from '#webapp/search/EmptyResult.tsx'
import { FilterBar } from '#webapp/search/FilterBar.tsx'
import { placeLabel } from '#webapp/search/place.ts'
import { SearchField } from '#webapp/search/SearchField.tsx'
import { SortSheet } from '#webapp/search/SortSheet.tsx'
import { takeBackPart } from '#webapp/search/understand.ts'
import { BellButton } from '#webapp/searches/BellButton.tsx'
import { me } from '#webapp/session.ts'
import { haptic, share } from '#webapp/telegram.ts'
import { Chips } from '#webapp/ui/Chips.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { PullToRefresh } from '#webapp/ui/PullToRefresh.tsx'
import './search-screen.css'

const FilterSheet = lazy(() => import('#webapp/search/FilterSheet.tsx'))

/** The ads that pass; all of it stands in the address, so that back, a reload and a shared link show the same. */
export default function SearchScreen() {
  const location = useLocation()
  const navigate = useNavigate()
  // While another screen is being made ready the address is already that one's.
  const filters = createMemo<AdFilters>(
    (before) =>
      location.pathname === '/search' ? readFilters(new URLSearchParams(location.search)) : before,
    {},
  )
  const asked = (): Asked => ({ filters: filters(), ...readAsked(location.state) })
  const [sheet, setSheet] = createSignal<'filters' | 'sort'>()
  const list = createMemo(() => listOf(filters()))
  const counted = createCount(filters)

  function show(next: Asked) {
    const { filters: wanted, ...state } = next
    navigate(searchPath(wanted), { replace: true, state })
  }
  const apply = (next: AdFilters) => show({ ...asked(), filters: next })
  const active = createMemo(() =>
    activeFilters(filters(), {
      t,
      locale: locale(),
      top: (id) => glance().categories.find((top) => top.id === id),
      category: subCategory,
      attributes: attributesIn,
      place: placeLabel,
    }),
  )
  function remove(key: string, without: AdFilters) {
    const part = asked().parts.find((given) => gives(given.filters, key))
    show(part ? takeBackPart(asked(), part) : { ...asked(), filters: without })
  }
  const children = () => topCategory(filters().category ?? '')?.children ?? []
  const title = () => {
    const { q } = filters()
    return [q && `«${q}»`, ...active().map(({ label }) => label)].filter(Boolean).join(', ')
  }
  const link = () => {
    const username = me()?.bot.username ?? boot.bot?.username
    return username ? searchLink(username, filters()) : undefined
  }
  const sort = () => filters().sort ?? (filters().q ? 'best' : 'new')

  return (
    <Page back class="search-screen">
      <h1 class="vb-hidden">{title() || t('tabs.ads')}</h1>
      <SearchField filters={filters()} />
      <PullToRefresh onRefresh={() => list().refresh()}>
        <FilterBar
          active={active()}
          sort={sort()}
          onFilters={() => setSheet('filters')}
          onSort={() => setSheet('sort')}
          onRemove={remove}
        />
        <Show when={filters().category && !filters().category?.includes('.') && children().length > 1}>
          <Chips
            row
            label={t('ads.categories')}
            options={children()}
            value={undefined}
            onChange={(category) => apply({ ...filters(), category })}
          />
        </Show>
        <div class="search-screen__head">
          <p class="search-screen__count" role="status">
            {counted.told()}
          </p>
          <Show when={filters().q || active().length > 0}>
            <BellButton filters={filters()} />
          </Show>
          <Show when={link()}>
            {(url) => (
              <button
                type="button"
                class="look-switch"
                aria-label={t('search.share')}
                onClick={() => {
                  haptic('tap')
                  share(url(), title() || t('brand'))
                }}
              >
                <Icon name="share" />
              </button>
            )}
          </Show>
          <LookSwitch />
        </div>
        <Show when={!filters().q && sort() === 'new'}>
          <NewAdsPill filters={filters()} />
        </Show>
        <Show when={writeFilters(filters()) || 'all'} keyed>
          <AdList
            list={list()}
            empty={<EmptyResult filters={filters()} active={active()} onChoose={apply} onRemove={remove} />}
          />
        </Show>
      </PullToRefresh>
      <Show when={sheet() === 'filters'}>
        <Suspense>
          <FilterSheet
            filters={filters()}
            onClose={() => setSheet(undefined)}
            onApply={(next) => {
              setSheet(undefined)
              apply(next)
            }}
          />
        </Suspense>
      </Show>
      <SortSheet
        open={sheet() === 'sort'}
        sort={sort()}
        byWords={Boolean(filters().q)}
        onClose={() => setSheet(undefined)}
        onChoose={(chosen) => {
          setSheet(undefined)
          const { sort: _, ...rest } = filters()
          const usual: Sort = filters().q ? 'best' : 'new'
          apply(chosen === usual ? rest : { ...rest, sort: chosen })
        }}
      />
    </Page>
  )
}

/** Whether these words gave a filter, by its key among the active ones. */
function gives(given: AdFilters, key: string): boolean {
  if (key === 'place') return Boolean(given.region ?? given.district)
  if (key.startsWith('attr.')) return key.slice('attr.'.length) in (given.attributes ?? {})
  return key in given
}
