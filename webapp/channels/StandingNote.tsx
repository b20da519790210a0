import { Show } from 'solid-js'
import type { ListedChannel } from '#webapp/channels/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { formatAge } from '#webapp/time.ts'

/** In red what keeps the bot from working in a channel, since when, and what to do; nothing where all is well. */
export function StandingNote(props: {
  channel: Pick<ListedChannel, 'standing' | 'standingSince' | 'lacks' | 'lastError'>
}) {
  const isOut = () => props.channel.standing === 'out'
  const lacking = () => props.channel.lacks.map((right) => t(`channels.right_${right}`)).join(', ')
  return (
    <Show
      when={props.channel.standing !== 'fine'}
      fallback={
        <Show when={props.channel.lacks.length > 0}>
          <p class="channels__note">{t('channels.lacks', { rights: lacking() })}</p>
        </Show>
      }
    >
      <div class="channels__alarm" role="alert">
        <p class="channels__alarm-title">
          {t(isOut() ? 'channels.out' : 'channels.mute')} ·{' '}
          {formatAge(props.channel.standingSince, new Date(), t)}
        </p>
        <p>{t(isOut() ? 'channels.out_hint' : 'channels.mute_hint')}</p>
        <Show when={props.channel.lastError}>
          {(error) => <p class="channels__reason">Telegram: {error()}</p>}
        </Show>
      </div>
    </Show>
  )
}
