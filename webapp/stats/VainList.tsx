import { createResource, Show } from 'solid-js'
import type { Period } from '#shared/stats/schema.ts'
import { placeName, subCategory } from '#webapp/catalog/catalog.ts'
import { glance, locale } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { Bars } from '#webapp/stats/Bars.tsx'
import { formatValue } from '#webapp/stats/metrics.ts'
import { NumbersTable } from '#webapp/stats/NumbersTable.tsx'
import { Panel } from '#webapp/stats/Panel.tsx'
import { loadVain, type Vain } from '#webapp/stats/queries.ts'
import { knownOf } from '#webapp/ui/known.ts'

/** What people looked for and did not find, the most wanted first. */
export function VainList(props: { period: Period }) {
  const [rows] = createResource(() => props.period, loadVain)
  const known = () => knownOf(rows)
  const bars = (all: readonly Vain[]) =>
    all.map((row) => ({
      label: labelOf(row),
      value: row.times,
      text: formatValue(row.times, 'count', locale(), t),
    }))
  return (
    <Show when={known()}>
      {(all) => (
        <Show when={all().length > 0} fallback={<Nothing />}>
          <Panel
            title={t('numbers.searched')}
            chart={<Bars bars={bars(all())} />}
            table={
              <NumbersTable
                caption={t('numbers.searched')}
                head={[t('numbers.vain'), t('numbers.times')]}
                rows={bars(all()).map(({ label, text }) => [label, text])}
              />
            }
          />
        </Show>
      )}
    </Show>
  )
}

const Nothing = () => (
  <section class="numbers__panel">
    <h2 class="numbers__panel-title">{t('numbers.searched')}</h2>
    <div class="numbers__panel-body">
      <p class="numbers__none">{t('numbers.searched_none')}</p>
    </div>
  </section>
)

/** "«qizil» · Yengil avtomobillar · Asaka". */
function labelOf({ typed, category, place }: Vain) {
  const where = [
    category &&
      (subCategory(category)?.label ?? glance().categories.find(({ id }) => id === category)?.label),
    place && placeName({ regionId: place.split('.')[0] ?? '', districtId: place }),
  ]
  return [`«${typed}»`, ...where.filter(Boolean)].join(' · ')
}
