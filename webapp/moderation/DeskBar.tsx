import { For, Show } from 'solid-js'
import type { LastDecision } from '#webapp/moderation/desk.ts'
import type { QueueAd } from '#webapp/moderation/queries.ts'
import { type StaffOrAppKey, t } from '#webapp/staff/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import './desk-bar.css'

interface Button {
  kind: 'approve' | 'reject' | 'small'
  text: StaffOrAppKey
  /** The key that does the same; shown where there is a keyboard. */
  letter: string
  icon?: string
}
const buttons = [
  { kind: 'reject', text: 'moderation.reject', letter: 'R', deed: 'onReject' },
  { kind: 'small', text: 'moderation.edit', letter: 'E', icon: '✏️', deed: 'onEdit' },
  { kind: 'small', text: 'moderation.ban', letter: 'B', icon: '🚫', deed: 'onBan' },
  { kind: 'small', text: 'moderation.next', letter: 'N', icon: '⏭️', deed: 'onSkip' },
  { kind: 'approve', text: 'moderation.approve', letter: 'A', deed: 'onApprove' },
] as const satisfies readonly (Button & { deed: string })[]

/** All that can be done with an ad in one row under the thumb, the two that are needed most the widest. */
export function DeskBar(props: {
  ad: QueueAd | undefined
  busy: boolean
  last: LastDecision<QueueAd> | undefined
  onApprove: (ad: QueueAd) => void
  onReject: (ad: QueueAd) => void
  onEdit: (ad: QueueAd) => void
  onBan: (ad: QueueAd) => void
  onSkip: (ad: QueueAd) => void
  onUndo: () => void
}) {
  return (
    <div class="desk-bar" role="toolbar" aria-label={t('moderation.actions')}>
      <Show when={props.last}>
        {(last) => (
          <div class="desk-bar__last">
            <span class="desk-bar__told" role="status">
              {t(last().approved ? 'moderation.did_approve' : 'moderation.did_reject', {
                title: last().ad.title,
              })}
            </span>
            <button
              type="button"
              class="desk-bar__undo"
              disabled={last().id === undefined}
              onClick={() => props.onUndo()}
            >
              {t('moderation.undo')}
              <kbd aria-hidden="true">U</kbd>
            </button>
          </div>
        )}
      </Show>
      <Show when={props.ad}>
        {(ad) => (
          <div class="desk-bar__row">
            <For each={buttons}>
              {(button) => (
                <BarButton {...button} busy={props.busy} onClick={() => props[button.deed](ad())} />
              )}
            </For>
          </div>
        )}
      </Show>
    </div>
  )
}

function BarButton(props: Button & { busy: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      class={`desk-bar__button desk-bar__button--${props.kind}`}
      aria-keyshortcuts={props.letter}
      aria-disabled={props.busy}
      onClick={() => {
        haptic('tap')
        if (!props.busy) props.onClick()
      }}
    >
      <Show when={props.icon}>
        <span class="desk-bar__icon" aria-hidden="true">
          {props.icon}
        </span>
      </Show>
      <span class="desk-bar__text">{t(props.text)}</span>
      <kbd aria-hidden="true">{props.letter}</kbd>
    </button>
  )
}
