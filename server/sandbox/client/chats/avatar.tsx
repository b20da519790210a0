import { Show } from 'solid-js'
import { Icon, type IconName } from '../icons.tsx'

/** Telegram's seven colours of people and chats without a picture. */
const COLORS = ['red', 'orange', 'violet', 'green', 'cyan', 'blue', 'pink']

export function Avatar(props: { id: number; name: string; icon?: IconName }) {
  const initials = () =>
    props.name
      .split(/\s+/)
      .map((word) => [...word.replace(/[^\p{L}\p{N}]/gu, '')][0] ?? '')
      .join('')
      .slice(0, 2)
      .toUpperCase()
  return (
    <span class={`avatar ${COLORS[Math.abs(props.id) % COLORS.length]}`} aria-hidden="true">
      <Show when={props.icon} fallback={initials()}>
        {(icon) => <Icon name={icon()} />}
      </Show>
    </span>
  )
}
