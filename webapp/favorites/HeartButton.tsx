import { Show } from 'solid-js'
import { hearts, isOwn } from '#webapp/favorites/saved.ts'
import { t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './heart-button.css'

/** Saves an ad or lets it go; not there on an ad of the person's own. */
export function HeartButton(props: { ad: { id: number; title: string }; onPicture?: boolean }) {
  function toggle() {
    haptic('select')
    const isFirst = hearts.ids().length === 0
    // Said once, by the first heart: what it is good for.
    if (hearts.toggle(props.ad.id) && isFirst) toast(t('favorites.first'))
  }
  return (
    <Show when={!isOwn(props.ad.id)}>
      <button
        type="button"
        class="heart-button"
        classList={{ 'heart-button--on-picture': props.onPicture ?? false }}
        aria-label={t('favorites.save', { title: props.ad.title })}
        aria-pressed={hearts.has(props.ad.id)}
        onClick={toggle}
      >
        <span class="heart-button__ground">
          <Icon name="heart" size={props.onPicture ? 20 : 24} />
        </span>
      </button>
    </Show>
  )
}
