import type { Sort } from '#shared/search/filters.ts'
import { t } from '#webapp/i18n.ts'
import { sortTexts } from '#webapp/search/FilterBar.tsx'
import { OptionList } from '#webapp/ui/OptionList.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'

/** In what order; the best match means something only where there are words. */
export const SortSheet = (props: {
  open: boolean
  sort: Sort
  byWords: boolean
  onClose: () => void
  onChoose: (sort: Sort) => void
}) => {
  const offered = (): Sort[] => [...(props.byWords ? (['best'] as const) : []), 'new', 'cheap', 'dear']
  return (
    <Sheet open={props.open} onClose={() => props.onClose()} title={t('search.sort')}>
      <OptionList
        label={t('search.sort')}
        options={offered().map((id) => ({ id, label: t(sortTexts[id]) }))}
        value={props.sort}
        onChange={(id) => props.onChoose(id as Sort)}
      />
    </Sheet>
  )
}
