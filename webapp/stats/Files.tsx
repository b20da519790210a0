import { createSignal, For } from 'solid-js'
import { type NumberTable, numberTables, type Period } from '#shared/stats/schema.ts'
import { messageOf } from '#webapp/api.ts'
import { isAdmin } from '#webapp/session.ts'
import { t } from '#webapp/staff/i18n.ts'
import { sendTable } from '#webapp/stats/queries.ts'
import { haptic, requestWriteAccess } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** Tables as files: a Mini App can hardly keep one, so the bot sends it into the chat. */
export function Files(props: { period: Period }) {
  const [busy, setBusy] = createSignal(false)
  const tables = (): readonly NumberTable[] => (isAdmin() ? [...numberTables, 'moderators'] : numberTables)
  async function send(table: NumberTable) {
    if (busy()) return
    setBusy(true)
    try {
      await requestWriteAccess()
      await sendTable(table, props.period)
      haptic('success')
      toast(t('numbers.file_sent'))
    } catch (error) {
      haptic('error')
      toast(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section header={t('numbers.files')} footer={t('numbers.files_hint')}>
      <For each={tables()}>
        {(table) => <Cell icon="📄" title={t(`numbers.file_${table}`)} onClick={() => void send(table)} />}
      </For>
    </Section>
  )
}
