import { Show } from 'solid-js'
import { isAdmin, me, moderates } from '#webapp/session.ts'
import { t } from '#webapp/staff/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'

/** Leads to all that moderators and admins do; what a person may not open is not shown. */
export default function StaffScreen() {
  return (
    <Page back column title={t('staff.title')}>
      <Show when={moderates()}>
        <Section>
          <Cell icon="📥" title={t('staff.queue')} after={me()?.pendingCount} href="/queue" />
          <Cell icon="🚩" title={t('reports.title')} after={me()?.reportedCount} href="/staff/reports" />
          <Cell icon="👥" title={t('people.title')} href="/staff/people" />
          <Cell icon="↩️" title={t('moderation.decided')} href="/queue/decided" />
          <Cell icon="📊" title={t('staff.numbers')} href="/staff/numbers" />
          <Cell icon="🧾" title={t('staff.audit')} href="/staff/audit" />
        </Section>
      </Show>
      <Show when={isAdmin()}>
        <Section>
          <Cell icon="📢" title={t('channels.title')} href="/staff/channels" />
          <Cell icon="📣" title={t('announcements.title')} href="/staff/announcements" />
          <Cell icon="⚙️" title={t('board.title')} href="/staff/settings" />
        </Section>
      </Show>
    </Page>
  )
}
