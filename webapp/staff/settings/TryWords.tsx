import { createMemo, createSignal, For, Show } from 'solid-js'
import { hintText } from '#shared/moderation/hint-text.ts'
import { suspicions } from '#shared/moderation/suspicious.ts'
import { t as appText } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { Section } from '#webapp/ui/Section.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'

const longest = 2000

/** A text as an ad might say it, and what a moderator would be warned of: by this list as it stands here, and by what is built in. */
export function TryWords(props: { words: readonly string[] }) {
  const [text, setText] = createSignal('')
  const found = createMemo(() => suspicions(text().slice(0, longest), props.words))
  return (
    <Section header={t('words.try')}>
      <TextField
        label={t('words.try_field')}
        value={text()}
        onInput={setText}
        maxLength={longest}
        multiline
      />
      <ul class="words__found" aria-live="polite">
        <For each={found()}>{(finding) => <li>⚠️ {hintText({ kind: 'words', ...finding }, appText)}</li>}</For>
        <Show when={text().trim() !== '' && found().length === 0}>
          <li>{t('words.try_none')}</li>
        </Show>
      </ul>
    </Section>
  )
}
