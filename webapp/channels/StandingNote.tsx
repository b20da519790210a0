import { Show } from 'solid-js'
import type { ListedChannel } from '#webapp/channels/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { formatAge } from '#webapp/time.ts'

/**
 * In red what keeps the bot from working in a channel, since when, and what to do; nothing where all is well. A bot that
 * may post may do all it needs: what it lacks otherwise is about messages of others.
 */
export function StandingNote(props: {
  channel: Pick<ListedChannel, 'standing' | 'standingSince' | 'lacks' | 'lastError'>
}) {
  const isOut = () => props.channel.standing === 'out'
  const hint = () => {
    if (isOut()) return t('channels.out_hint')
    return t(props.channel.lacks.includes('edit') ? 'channels.mute_all_hint' : 'channels.mute_hint')
  }
  return (
    <Show when={props.channel.standing !== 'fine'}>
      <div class="channels__alarm" role="alert">
        <p class="channels__alarm-title">
          {t(isOut() ? 'channels.out' : 'channels.mute')} ·{' '}
          {formatAge(props.channel.standingSince, new Date(), t)}
        </p>
        <p>{hint()}</p>
        <Show when={props.channel.lastError}>
          {(error) => <p class="channels__reason">Telegram: {error()}</p>}
        </Show>
      </div>
    </Show>
  )
}
