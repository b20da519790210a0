import { For } from 'solid-js'
import { type NumberTable, numberTables, type Period } from '#shared/stats/schema.ts'
import { isAdmin } from '#webapp/session.ts'
import { t } from '#webapp/staff/i18n.ts'
import { sendTable } from '#webapp/stats/queries.ts'
import { requestWriteAccess } from '#webapp/telegram.ts'
import { createAttempt } from '#webapp/ui/attempt.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** Tables as files: a Mini App can hardly keep one, so the bot sends it into the chat. */
export function Files(props: { period: Period }) {
  const { attempt } = createAttempt()
  const tables = (): readonly NumberTable[] => (isAdmin() ? [...numberTables, 'moderators'] : numberTables)
  async function send(table: NumberTable) {
    await requestWriteAccess()
    await sendTable(table, props.period)
    toast(t('numbers.file_sent'))
  }
  return (
    <Section header={t('numbers.files')} footer={t('numbers.files_hint')}>
      <For each={tables()}>
        {(table) => (
          <Cell icon="📄" title={t(`numbers.file_${table}`)} onClick={() => void attempt(send, table)} />
        )}
      </For>
    </Section>
  )
}
