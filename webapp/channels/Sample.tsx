import { createSignal, Show } from 'solid-js'
import { messageOf } from '#webapp/api.ts'
import { type Channel, deleteSample, sendSample } from '#webapp/channels/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** Sends a marked sample into the channel as it is set up, and deletes it again. */
export function Sample(props: { channel: Channel; onChange: () => void }) {
  const [busy, setBusy] = createSignal(false)
  const [url, setUrl] = createSignal<string>()
  const [refused, setRefused] = createSignal<string>()

  async function doing(deed: () => Promise<{ refused: string | null; url?: string | null }>, done: string) {
    setBusy(true)
    setRefused(undefined)
    try {
      const answer = await deed()
      haptic(answer.refused ? 'error' : 'success')
      setUrl(answer.url ?? undefined)
      if (answer.refused) setRefused(answer.refused)
      else toast(done)
      props.onChange()
    } catch (error) {
      haptic('error')
      toast(messageOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Section footer={t('channels.sample_hint')}>
      <button
        type="button"
        class="channels__action"
        disabled={busy()}
        aria-busy={busy()}
        onClick={() => void doing(() => sendSample(props.channel.id), t('channels.sample_sent'))}
      >
        {t('channels.sample')}
      </button>
      <Show when={refused()}>
        {(reason) => (
          <div class="channels__alarm" role="alert">
            <p class="channels__alarm-title">{t('channels.sample_refused')}</p>
            <p class="channels__reason">Telegram: {reason()}</p>
          </div>
        )}
      </Show>
      <Show when={url()}>{(link) => <Cell icon="👀" title={t('channels.sample_look')} href={link()} />}</Show>
      <Show when={props.channel.hasSample}>
        <button
          type="button"
          class="channels__action channels__bad"
          disabled={busy()}
          onClick={() => void doing(() => deleteSample(props.channel.id), t('channels.sample_deleted'))}
        >
          {t('channels.sample_delete')}
        </button>
      </Show>
    </Section>
  )
}
