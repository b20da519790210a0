import type { ReportsKey } from '#shared/i18n/staff/uz/reports.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

export const reports: Dictionary<ReportsKey> = {
  'reports.title': 'Reports',
  'reports.none': 'No reports',
  'reports.none_text': 'Buyers have nothing to complain about.',
  'reports.first': 'first report',
  'reports.record': '{upheld} right, {dismissed} wrong',
  'reports.weight': 'Weight of the report',
  'reports.count': { one: '{count} report', other: '{count} reports' },
  'reports.all': 'All reports',
  'reports.settled': 'This report has been dealt with',
  'reports.sum': { one: '{count} report, weight {weight}', other: '{count} reports, weight {weight}' },
  'reports.hidden': 'hidden',
  'reports.take_down': 'Take down',
  'reports.dismiss': 'Nothing wrong',
  'reports.did_take_down': 'Taken down',
  'reports.did_dismiss': 'Reports dismissed',
}
