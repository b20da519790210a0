import { ErrorBoundary, lazy, Show, Suspense } from 'solid-js'
import { categoryIcon, placeName } from '#webapp/catalog/catalog.ts'
import { glance, locale } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { Bars } from '#webapp/stats/Bars.tsx'
import { formatValue, type MetricId, metrics, shortDay } from '#webapp/stats/metrics.ts'
import { NumbersTable } from '#webapp/stats/NumbersTable.tsx'
import { Panel } from '#webapp/stats/Panel.tsx'
import type { Numbers, NumbersPlace } from '#webapp/stats/queries.ts'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'

/** With the library that draws it, which the figures do not wait for. */
const DayChart = lazy(() => import('#webapp/stats/DayChart.tsx'))

/** One figure drawn by day, by category and by place; decisions also by what they were. */
export function MetricPanels(props: { id: MetricId; numbers: Numbers }) {
  const metric = () => metrics[props.id]
  const columns = () => [metric().main, ...metric().more]
  const format = (value: number | null, column = metric().main) =>
    formatValue(value, column.unit, locale(), t)
  const cells = (row: Parameters<ReturnType<typeof metric>['main']['of']>[0]) =>
    columns().map((column) => format(column.of(row), column))
  const head = (first: string) => [first, ...columns().map(({ name }) => t(name))]
  const title = (by: string) => `${t(metric().name)} · ${by.toLowerCase()}`
  const categoryLabel = (id: string) =>
    [categoryIcon(id), glance().categories.find((top) => top.id === id)?.label ?? id]
      .filter(Boolean)
      .join(' ')
  const districtLabel = (id: string) => placeName({ regionId: id.split('.')[0] ?? '', districtId: id }) || id
  /** The longest bar first; what nothing is known of is no bar. */
  const barsOf = (rows: readonly NumbersPlace[], label: (id: string) => string) =>
    rows
      .map((row) => ({ label: label(row.id), value: metric().main.of(row) }))
      .filter(({ value }) => value !== null && value > 0)
      .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
      .map((bar) => ({ ...bar, text: format(bar.value) }))

  const Days = () => (
    <NumbersTable
      caption={title(t('numbers.by_day'))}
      head={head(t('numbers.day'))}
      rows={[...props.numbers.days].reverse().map((day) => [shortDay(day.day), ...cells(day)])}
    />
  )
  return (
    <>
      <Panel
        title={title(t('numbers.by_day'))}
        chart={
          <ErrorBoundary fallback={<Days />}>
            <Suspense fallback={<Skeleton height={216} radius={8} />}>
              <DayChart
                name={t(metric().name)}
                unit={metric().main.unit}
                days={props.numbers.days.map(({ day }) => day)}
                values={props.numbers.days.map(metric().main.of)}
              />
            </Suspense>
          </ErrorBoundary>
        }
        table={<Days />}
      />
      <Show when={props.id === 'decisions'}>
        <Outcomes decisions={props.numbers.figures.decisions} />
      </Show>
      <Show when={metric().isPlaced}>
        <Panel
          title={title(t('numbers.by_category'))}
          chart={<Bars bars={barsOf(props.numbers.categories, categoryLabel)} />}
          table={
            <NumbersTable
              caption={title(t('numbers.by_category'))}
              head={head(t('numbers.category'))}
              rows={props.numbers.categories.map((row) => [categoryLabel(row.id), ...cells(row)])}
            />
          }
        />
        <Panel
          title={title(t('numbers.by_district'))}
          chart={<Bars bars={barsOf(props.numbers.districts, districtLabel)} />}
          table={
            <NumbersTable
              caption={title(t('numbers.by_district'))}
              head={head(t('numbers.place'))}
              rows={props.numbers.districts.map((row) => [districtLabel(row.id), ...cells(row)])}
            />
          }
        />
      </Show>
    </>
  )
}

const outcomes = ['approved', 'mended', 'rejected', 'kept', 'undone'] as const

function Outcomes(props: { decisions: Numbers['figures']['decisions'] }) {
  const bars = () =>
    outcomes.map((outcome) => ({
      label: t(`numbers.${outcome}`),
      value: props.decisions[outcome],
      text: formatValue(props.decisions[outcome], 'count', locale(), t),
    }))
  return (
    <Panel
      title={t('numbers.by_outcome')}
      chart={<Bars bars={bars()} />}
      table={
        <NumbersTable
          caption={t('numbers.by_outcome')}
          head={[t('numbers.outcome'), t('numbers.count')]}
          rows={bars().map(({ label, text }) => [label, text])}
        />
      }
    />
  )
}
