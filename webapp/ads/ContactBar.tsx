import { createSignal, Show } from 'solid-js'
import type { AdView } from '#server/ads/views.ts'
import { type Contact, revealContact } from '#webapp/ads/ad.ts'
import { copyText } from '#webapp/ads/copy-text.ts'
import { readablePhone } from '#webapp/ads/readable-phone.ts'
import { messageOf } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import { haptic, openTelegramLink } from '#webapp/telegram.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './contact-bar.css'

/** "Write" and "call"; the contact itself is asked for only when a finger wants it. */
export function ContactBar(props: { ad: AdView }) {
  const [contact, setContact] = createSignal<Contact>()
  const [open, setOpen] = createSignal(false)
  const [busy, setBusy] = createSignal(false)

  async function reveal(then: (contact: Contact) => void) {
    if (busy()) return
    haptic('tap')
    setBusy(true)
    try {
      then(setContact(contact() ?? (await revealContact(props.ad.id))))
    } catch (error) {
      haptic('error')
      toast(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  const write = () =>
    reveal(({ telegram }) => (telegram ? openTelegramLink(telegram.url) : toast(t('ads.no_contact'))))
  const call = () => reveal(({ phone }) => (phone ? setOpen(true) : toast(t('ads.no_contact'))))

  return (
    <>
      <div class="contact-bar" aria-busy={busy()}>
        <Show when={props.ad.contact.telegram}>
          <button
            type="button"
            class="vb-button"
            classList={{ 'vb-button--plain': props.ad.contact.phone }}
            onClick={() => void write()}
          >
            <Icon name="message" size={22} />
            {t('ads.write')}
          </button>
        </Show>
        <Show when={props.ad.contact.phone}>
          <button type="button" class="vb-button" onClick={() => void call()}>
            <Icon name="phone" size={22} />
            {t('ads.call')}
          </button>
        </Show>
      </div>
      <Sheet open={open()} onClose={() => setOpen(false)} title={contact()?.name || props.ad.seller.name}>
        <Show when={contact()?.phone}>{(phone) => <PhoneNumber phone={phone()} />}</Show>
      </Sheet>
    </>
  )
}

const PhoneNumber = (props: { phone: string }) => (
  <div class="phone-number">
    <p class="phone-number__digits">{readablePhone(props.phone)}</p>
    <div class="phone-number__buttons">
      <button
        type="button"
        class="vb-button vb-button--plain"
        onClick={() => void copyText(props.phone).then(() => toast(t('app.copied')))}
      >
        <Icon name="copy" size={22} />
        {t('app.copy')}
      </button>
      <a class="vb-button" href={`tel:${props.phone}`} rel="external">
        <Icon name="phone" size={22} />
        {t('ads.call')}
      </a>
    </div>
  </div>
)
