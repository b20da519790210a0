import { createMemo, createSignal, For, Show } from 'solid-js'
import { fold } from '#shared/answers/fold.ts'
import { t } from '#webapp/staff/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'

/** So many words are drawn; the rest is found by searching. */
const drawn = 60
/** From this many on there is something to search. */
const searched = 8

/** The list, the newest first, with a search that is blind to script. */
export function WordRows(props: { words: readonly string[]; onRemove: (word: string) => void }) {
  const [search, setSearch] = createSignal('')
  const found = createMemo(() => {
    const wanted = fold(search().trim())
    return [...props.words].reverse().filter((word) => fold(word).includes(wanted))
  })
  return (
    <Section header={t('words.list', { count: props.words.length })}>
      <Show when={props.words.length >= searched}>
        <TextField
          label={t('words.search')}
          quiet
          placeholder={t('words.search')}
          value={search()}
          onInput={setSearch}
          type="search"
          inputMode="search"
        />
      </Show>
      <Show
        when={found().length > 0}
        fallback={
          <p class="words__none">{t(props.words.length === 0 ? 'words.empty' : 'words.none_found')}</p>
        }
      >
        <ul class="words__chips">
          <For each={found().slice(0, drawn)}>
            {(word) => (
              <li>
                <button
                  type="button"
                  class="vb-chip"
                  aria-label={t('words.remove', { word })}
                  onClick={() => {
                    haptic('tap')
                    props.onRemove(word)
                  }}
                >
                  <span class="words__word">{word}</span>
                  <Icon name="close" size={16} />
                </button>
              </li>
            )}
          </For>
        </ul>
        <Show when={found().length > drawn}>
          <p class="words__none">{t('words.rest', { count: found().length - drawn })}</p>
        </Show>
      </Show>
    </Section>
  )
}
