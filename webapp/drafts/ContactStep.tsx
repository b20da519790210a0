import { onMount, Show } from 'solid-js'
import type { Draft } from '#shared/ads/schema.ts'
import { limits } from '#shared/limits.ts'
import { formatPhone, parsePhone } from '#shared/text/phone.ts'
import { FormPage } from '#webapp/drafts/FormPage.tsx'
import { change, draft, problems, suggested } from '#webapp/drafts/form.ts'
import { firstName } from '#webapp/drafts/person.ts'
import { t } from '#webapp/i18n.ts'
import { confirmPhone, me } from '#webapp/session.ts'
import { haptic, requestContact } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Switch } from '#webapp/ui/Switch.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'
import { toast } from '#webapp/ui/toast.tsx'

type Contact = NonNullable<Draft['contact']>

/** How to reach the seller: as in the last ad, or by the name and number that Telegram knows. */
export function ContactStep() {
  /** What Telegram has vouched for before. */
  const known = () => {
    const phone = me()?.user.phone
    return phone && parsePhone(phone) ? { phone } : {}
  }
  onMount(() => {
    const {
      name = firstName(),
      phone,
      telegram,
    } = draft().contact ?? suggested().contact ?? { telegram: true, ...known() }
    change({ contact: { name, telegram, ...(phone && { phone: formatPhone(phone) }) } }, () => false)
  })
  const contact = (): Contact => draft().contact ?? { telegram: true }
  const set = (change_: Partial<Contact>) => change({ contact: { ...contact(), ...change_ } })

  const confirmed = () => {
    const phone = me()?.user.phone
    return phone && parsePhone(contact().phone ?? '') === phone
  }

  async function share() {
    const shared = await requestContact()
    const phone = phoneOf(shared)
    if (!shared || !phone) return toast(t('draft.phone_not_shared'))
    set({ phone: formatPhone(phone) })
    haptic('success')
    // The number stands either way; without a connection it is only not confirmed.
    await confirmPhone(shared).catch((error: Error) => toast(error.message))
  }

  return (
    <FormPage step="contact" title={t('draft.step_contact')}>
      <Section>
        <TextField
          label={t('draft.name')}
          autocomplete="name"
          maxLength={limits.contactName.max}
          value={contact().name ?? ''}
          onInput={(name) => set({ name })}
          problem={problems()['contact.name']}
        />
      </Section>
      <Section footer={t('draft.contact_hint')}>
        <TextField
          label={t('draft.phone')}
          hint={t('draft.phone_hint')}
          type="tel"
          inputMode="tel"
          autocomplete="tel"
          value={contact().phone ?? ''}
          onInput={(phone) => set({ phone })}
          onBlur={() => contact().phone && set({ phone: formatPhone(contact().phone ?? '') })}
          problem={problems()['contact.phone'] ?? problems()['contact']}
        />
        <Show
          when={confirmed()}
          fallback={<Cell icon="📱" title={t('draft.phone_from_telegram')} onClick={() => void share()} />}
        >
          <Cell icon={<Icon name="check" />} title={t('draft.phone_confirmed')} />
        </Show>
        <Switch
          label={t('draft.telegram_allowed')}
          checked={contact().telegram}
          onChange={(telegram) => set({ telegram })}
        />
      </Section>
    </FormPage>
  )
}

/** The number in what Telegram shares, `contact={"phone_number":…}&auth_date=…&hash=…`. */
function phoneOf(shared: string | null): string | undefined {
  try {
    const contact = JSON.parse(new URLSearchParams(shared ?? '').get('contact') ?? '{}') as {
      phone_number?: string
    }
    return contact.phone_number && `+${contact.phone_number.replace(/\D/g, '')}`
  } catch {
    return undefined
  }
}
