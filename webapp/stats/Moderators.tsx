import { createResource, Show } from 'solid-js'
import type { Period } from '#shared/stats/schema.ts'
import { locale } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { Bars } from '#webapp/stats/Bars.tsx'
import { formatSpan, formatValue } from '#webapp/stats/metrics.ts'
import { NumbersTable } from '#webapp/stats/NumbersTable.tsx'
import { Panel } from '#webapp/stats/Panel.tsx'
import { loadModerators, type Moderator } from '#webapp/stats/queries.ts'
import { knownOf } from '#webapp/ui/known.ts'

/** Who decided how much and how fast; nothing at all while it is not known. */
export function Moderators(props: { period: Period }) {
  const [rows] = createResource(() => props.period, loadModerators)
  const known = () => knownOf(rows)
  const number = (value: number) => formatValue(value, 'count', locale(), t)
  const nameOf = (row: Moderator) => row.name ?? (row.id === null ? t('numbers.board') : String(row.id))
  const decided = (row: Moderator) => row.approved + row.mended + row.rejected + row.kept
  const bars = (all: readonly Moderator[]) =>
    all.map((row) => ({
      label: nameOf(row),
      value: decided(row),
      text:
        row.median === null
          ? number(decided(row))
          : t('numbers.decided_count', { count: number(decided(row)), time: formatSpan(row.median, t) }),
    }))
  return (
    <Show when={known()}>
      {(all) => (
        <Panel
          title={t('numbers.by_moderator')}
          chart={<Bars bars={bars(all())} />}
          table={
            <NumbersTable
              caption={t('numbers.by_moderator')}
              head={[
                t('numbers.moderator'),
                t('numbers.approved'),
                t('numbers.rejected'),
                t('numbers.kept'),
                t('numbers.undone'),
                t('numbers.median'),
              ]}
              rows={all().map((row) => [
                nameOf(row),
                number(row.approved + row.mended),
                number(row.rejected),
                number(row.kept),
                number(row.undone),
                row.median === null ? t('numbers.none') : formatSpan(row.median, t),
              ])}
            />
          }
        />
      )}
    </Show>
  )
}
