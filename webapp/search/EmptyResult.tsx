import { createResource, For, Show } from 'solid-js'
import type { AdFilters } from '#shared/search/filters.ts'
import { t } from '#webapp/i18n.ts'
import { countText } from '#webapp/search/count.ts'
import type { ActiveFilter } from '#webapp/search/describe.ts'
import { countAds } from '#webapp/search/queries.ts'
import { BellButton } from '#webapp/searches/BellButton.tsx'
import { Cell } from '#webapp/ui/Cell.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { Section } from '#webapp/ui/Section.tsx'

/** Nothing passes: says so, how many ads there would be without each of the filters, and that the bot can watch. */
export function EmptyResult(props: {
  filters: AdFilters
  active: readonly ActiveFilter[]
  onChoose: (filters: AdFilters) => void
  onRemove: (key: string, without: AdFilters) => void
}) {
  const ways = (): readonly ActiveFilter[] => {
    const { q, sort: _, ...rest } = props.filters
    return [
      ...props.active,
      ...(q && props.active.length > 0 ? [{ key: 'q', label: `«${q}»`, without: rest }] : []),
    ]
  }
  const [loosened] = createResource(ways, async (all) => {
    const counts = await Promise.all(all.map(({ without }) => countAds(without).catch(() => undefined)))
    return all.flatMap((way, index) => {
      const found = counts[index]
      return found && found.count > 0 ? [{ ...way, found }] : []
    })
  })
  const there = () => knownOf(loosened) ?? []
  return (
    <>
      <EmptyView
        icon="🔍"
        title={t('app.nothing_found')}
        text={there()?.length ? t('search.loosen') : t('search.other_words')}
        action={
          there()?.length ? undefined : { text: t('search.show_all'), onClick: () => props.onChoose({}) }
        }
      />
      <Show when={there()?.length}>
        <Section>
          <For each={there()}>
            {(way) => (
              <Cell
                title={t('search.without', { filter: way.label })}
                after={countText(way.found)}
                onClick={() =>
                  way.key === 'q' ? props.onChoose(way.without) : props.onRemove(way.key, way.without)
                }
              />
            )}
          </For>
        </Section>
      </Show>
      <div class="search-screen__bell">
        <BellButton filters={props.filters} text={t('searches.save')} />
      </div>
    </>
  )
}
