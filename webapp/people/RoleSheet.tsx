import { type Role, roles } from '#shared/users/schema.ts'
import { type Person, setRole } from '#webapp/people/queries.ts'
import { loadMe, me } from '#webapp/session.ts'
import { t } from '#webapp/staff/i18n.ts'
import { confirm } from '#webapp/telegram.ts'
import { createAttempt } from '#webapp/ui/attempt.ts'
import { OptionList } from '#webapp/ui/OptionList.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** Which role somebody has: a tap gives it. Only giving up one's own is asked about. */
export function RoleSheet(props: {
  person: Person
  open: boolean
  onClose: () => void
  onChanged: () => void
}) {
  const { busy, attempt } = createAttempt()
  const isMe = () => props.person.id === me()?.user.id
  async function choose(role: Role) {
    if (busy() || role === props.person.role) return
    const ask = { text: t('people.role_own_yes'), destructive: true }
    if (isMe() && !(await confirm(t('people.role_own'), ask))) return
    if (!(await attempt(setRole, props.person.id, role))) return
    toast(t('people.role_done'))
    props.onChanged()
    if (isMe()) await loadMe().catch(() => undefined)
  }
  return (
    <Sheet open={props.open} onClose={props.onClose} title={t('people.role')}>
      <OptionList
        label={t('people.role')}
        options={roles.map((id) => ({ id, label: t(`people.role_${id}`) }))}
        value={props.person.role}
        onChange={(id) => void choose(id as Role)}
      />
      <p class="vb-section__footer">{t('people.role_hint')}</p>
    </Sheet>
  )
}
