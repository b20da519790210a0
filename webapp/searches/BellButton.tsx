import { createSignal, Show } from 'solid-js'
import type { AdFilters } from '#shared/search/filters.ts'
import { t } from '#webapp/i18n.ts'
import { letBotWrite, ModeSheet } from '#webapp/searches/ModeSheet.tsx'
import { loadSearches, savedOf, saveSearch, searches } from '#webapp/searches/queries.ts'
import { haptic } from '#webapp/telegram.ts'
import { createAttempt } from '#webapp/ui/attempt.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import './searches.css'

/** Saves the shown list with one tap; then, and for one that is saved, asks when the bot is to write. */
export function BellButton(props: { filters: AdFilters; text?: string }) {
  const [sheet, setSheet] = createSignal(false)
  const { busy, attempt } = createAttempt()
  if (!searches()) void loadSearches().catch(() => undefined)
  const saved = () => savedOf(props.filters)

  async function press() {
    haptic('tap')
    if (saved()) return void setSheet(true)
    if (!(await attempt(saveSearch, props.filters))) return
    setSheet(true)
    await letBotWrite()
  }
  return (
    <>
      <button
        type="button"
        class={props.text ? 'vb-button vb-button--plain' : 'bell-button'}
        aria-label={t('searches.save')}
        aria-pressed={saved() !== undefined && saved()?.mode !== 'off'}
        aria-busy={busy()}
        onClick={() => void press()}
      >
        <Show when={!props.text} fallback={props.text}>
          <Icon name="bell" />
        </Show>
      </button>
      <Show when={sheet() && saved()}>
        {(search) => <ModeSheet search={search()} justSaved onClose={() => setSheet(false)} />}
      </Show>
    </>
  )
}
