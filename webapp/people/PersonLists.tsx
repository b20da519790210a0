import { createSignal, For, type JSX, Match, Switch } from 'solid-js'
import { formatPrice, timeAgo } from '#webapp/i18n.ts'
import { Notes } from '#webapp/people/Notes.tsx'
import {
  type AdOf,
  type DecisionOn,
  type Deed,
  loadAdsOf,
  loadDecisionsOn,
  loadHistoryOf,
  loadReportsOf,
  type Person,
  type ReportOf,
} from '#webapp/people/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { PagedList } from '#webapp/ui/PagedList.tsx'
import type { Load } from '#webapp/ui/paged.ts'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'

const lists = ['ads', 'notes', 'against', 'made', 'decisions', 'history'] as const
type List = (typeof lists)[number]

/** All that there is of a person, one kind at a time, each with how many there are. */
export function PersonLists(props: { person: Person; onNoted: () => void }) {
  const [shown, setShown] = createSignal<List>('ads')
  const counts = (): Partial<Record<List, number>> => ({
    ads: Object.values(props.person.counts).reduce<number>((sum, count) => sum + (count ?? 0), 0),
    notes: props.person.notes,
    against: props.person.reports.against,
    made: props.person.reports.made,
    decisions: props.person.decisions,
  })
  const id = () => props.person.id
  return (
    <>
      <Chips
        row
        label={t('people.lists')}
        options={lists.map((list) => ({
          id: list,
          label: [t(`people.${list}`), counts()[list]].filter(Boolean).join(' '),
        }))}
        value={shown()}
        onChange={(list) => setShown(list as List)}
      />
      <div class="people__list">
        <Switch>
          <Match when={shown() === 'ads'}>
            <Lines load={(cursor) => loadAdsOf(id(), cursor)}>{(ad) => <AdLine ad={ad} />}</Lines>
          </Match>
          <Match when={shown() === 'notes'}>
            <Notes personId={id()} onChanged={props.onNoted} />
          </Match>
          <Match when={shown() === 'against'}>
            <Lines load={(cursor) => loadReportsOf(id(), 'against', cursor)}>
              {(report) => <ReportLine report={report} />}
            </Lines>
          </Match>
          <Match when={shown() === 'made'}>
            <Lines load={(cursor) => loadReportsOf(id(), 'made', cursor)}>
              {(report) => <ReportLine report={report} />}
            </Lines>
          </Match>
          <Match when={shown() === 'decisions'}>
            <Lines load={(cursor) => loadDecisionsOn(id(), cursor)}>
              {(decision) => <DecisionLine decision={decision} />}
            </Lines>
          </Match>
          <Match when={shown() === 'history'}>
            <Lines load={(cursor) => loadHistoryOf(id(), cursor)}>{(deed) => <DeedLine deed={deed} />}</Lines>
          </Match>
        </Switch>
      </div>
    </>
  )
}

const Lines = <T extends { id: number }>(props: { load: Load<T>; children: (item: T) => JSX.Element }) => (
  <PagedList
    load={props.load}
    skeleton={
      <div class="vb-cell">
        <span class="vb-cell__text">
          <Skeleton width="60%" />
          <Skeleton width="40%" height={13} />
        </span>
      </div>
    }
    empty={<EmptyView icon="🗂️" title={t('people.nothing')} />}
  >
    {props.children}
  </PagedList>
)

const said = (...parts: (string | false | null | undefined)[]) => parts.filter(Boolean).join(' · ')
const nameOf = (by: { name: string } | null) => by?.name || t('people.by_board')

const AdLine = (props: { ad: AdOf }) => (
  <Cell
    title={props.ad.title || `№ ${props.ad.id}`}
    subtitle={said(t(`state.${props.ad.state}`), formatPrice(props.ad.price))}
    href={`/ads/${props.ad.id}`}
  />
)

const ReportLine = (props: { report: ReportOf }) => (
  <Cell
    title={t(`report.${props.report.reason}`)}
    subtitle={
      <>
        {said(props.report.title, props.report.note && `«${props.report.note}»`)}
        <br />
        {said(t(`people.report_${props.report.state}`), props.report.other.name, timeAgo(props.report.at))}
      </>
    }
    href={`/staff/people/${props.report.other.id}`}
  />
)

const DecisionLine = (props: { decision: DecisionOn }) => (
  <Cell
    title={props.decision.title || `№ ${props.decision.adId}`}
    subtitle={said(
      props.decision.undone ? t('moderation.undone') : t(`moderation.outcome_${props.decision.outcome}`),
      nameOf(props.decision.by),
      timeAgo(props.decision.at),
    )}
    href={`/ads/${props.decision.adId}`}
  />
)

const DeedLine = (props: { deed: Deed }) => (
  <Cell
    title={props.deed.text}
    subtitle={
      <>
        <For each={props.deed.changes}>
          {({ label, before, after }) => (
            <>
              {`${label}: ${[before, after].filter((value) => value !== null).join(' → ')}`}
              <br />
            </>
          )}
        </For>
        {timeAgo(props.deed.at)}
      </>
    }
  />
)
