import { For, Show } from 'solid-js'
import { timeAgo } from '#webapp/i18n.ts'
import type { Reported } from '#webapp/reports/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import './report-lines.css'

type Report = Reported['reports'][number]

/**
 * What buyers find wrong with an ad: reason and note, who says so, what came of their earlier reports, and its weight where it is
 * another than that of most. A line leads to whoever says it.
 */
export const ReportLines = (props: { reports: readonly Report[] }) => (
  <ul class="report-lines" aria-label={t('reports.title')}>
    <For each={props.reports}>{(report) => <Line report={report} />}</For>
  </ul>
)

function Line(props: { report: Report }) {
  const record = () => {
    const { upheld, dismissed } = props.report.reporter
    return upheld + dismissed === 0 ? t('reports.first') : t('reports.record', { upheld, dismissed })
  }
  return (
    <li class="report-lines__line">
      <span aria-hidden="true">🚩</span>
      <a class="report-lines__text" href={`/staff/people/${props.report.reporter.id}`}>
        <span class="report-lines__reason">{t(`report.${props.report.reason}`)}</span>
        <Show when={props.report.note}>{(note) => <span class="report-lines__note">«{note()}»</span>}</Show>
        <span class="report-lines__who">
          {props.report.reporter.name} · {record()} · {timeAgo(props.report.at)}
        </span>
      </a>
      <Show when={props.report.weight !== 1}>
        <span class="report-lines__weight" title={t('reports.weight')}>
          <span class="vb-hidden">{t('reports.weight')}: </span>
          {formatWeight(props.report.weight)}
        </span>
      </Show>
    </li>
  )
}

/** "1", "0,75": as the sums of the board, with a comma. */
export const formatWeight = (weight: number): string =>
  String(Math.round(weight * 100) / 100).replace('.', ',')
