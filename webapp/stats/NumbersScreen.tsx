import { createResource, createSignal, For, Show } from 'solid-js'
import { type Period, periods } from '#shared/stats/schema.ts'
import { locale } from '#webapp/i18n.ts'
import { isAdmin } from '#webapp/session.ts'
import { t } from '#webapp/staff/i18n.ts'
import { FigureCard } from '#webapp/stats/FigureCard.tsx'
import { Files } from '#webapp/stats/Files.tsx'
import { MetricPanels } from '#webapp/stats/MetricPanels.tsx'
import { Moderators } from '#webapp/stats/Moderators.tsx'
import { formatSpan, groupNumber, isEmpty, type MetricId, metricIds } from '#webapp/stats/metrics.ts'
import { loadNumbers, type Numbers, period, setPeriod } from '#webapp/stats/queries.ts'
import { VainList } from '#webapp/stats/VainList.tsx'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { Page } from '#webapp/ui/Page.tsx'
import { moveFocus } from '#webapp/ui/roving.ts'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './numbers.css'

/** The board in numbers: figures to glance at, and the one that is tapped drawn by day, category and place. */
export default function NumbersScreen() {
  const [numbers, { refetch }] = createResource(period, loadNumbers)
  const known = () => knownOf(numbers)
  return (
    <Page back title={t('numbers.title')} class="numbers">
      <Chips
        row
        label={t('numbers.period')}
        options={periods.map((id) => ({ id, label: t(`numbers.period_${id}`) }))}
        value={period()}
        onChange={(id) => setPeriod(id as Period)}
      />
      <Show when={numbers.error === undefined} fallback={<ErrorView error={numbers.error} retry={refetch} />}>
        <Show when={known()} fallback={<Placeholder />}>
          {(loaded) => (
            <Show
              when={!isEmpty(loaded())}
              fallback={
                <EmptyView icon="📊" title={t('numbers.empty_title')} text={t('numbers.empty_text')} />
              }
            >
              <Loaded numbers={loaded()} busy={numbers.loading} />
            </Show>
          )}
        </Show>
      </Show>
    </Page>
  )
}

function Loaded(props: { numbers: Numbers; busy: boolean }) {
  const [chosen, choose] = createSignal<MetricId>('newAds')
  return (
    <div class="numbers__all" aria-busy={props.busy}>
      <Waiting numbers={props.numbers} />
      <div class="numbers__cards" role="radiogroup" aria-label={t('numbers.choose')} onKeyDown={moveFocus}>
        <For each={metricIds}>
          {(id) => (
            <FigureCard
              id={id}
              numbers={props.numbers}
              selected={chosen() === id}
              tabIndex={chosen() === id ? 0 : -1}
              onSelect={() => choose(id)}
            />
          )}
        </For>
      </div>
      <div class="numbers__panels">
        <MetricPanels id={chosen()} numbers={props.numbers} />
        <Show when={isAdmin()}>
          <Moderators period={props.numbers.period} />
        </Show>
        <VainList period={props.numbers.period} />
      </div>
      <Files period={props.numbers.period} />
    </div>
  )
}

/** What waits this moment, and the way to it. */
function Waiting(props: { numbers: Numbers }) {
  const wait = () => props.numbers.figures.wait
  const text = () =>
    wait().waiting === 0
      ? t('numbers.waiting_none')
      : t('numbers.waiting_now', {
          count: groupNumber(wait().waiting, locale()),
          time: formatSpan(wait().oldest ?? 0, t),
        })
  return (
    <Section>
      <Cell icon="⏳" title={text()} href={wait().waiting > 0 ? '/queue' : undefined} />
    </Section>
  )
}

const Placeholder = () => (
  <div class="numbers__cards" aria-hidden="true">
    <For each={metricIds}>{() => <Skeleton height={124} radius={12} />}</For>
  </div>
)
