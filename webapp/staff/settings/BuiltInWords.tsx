import { For } from 'solid-js'
import { phrases } from '#shared/moderation/suspicious.ts'
import { t } from '#webapp/staff/i18n.ts'
import { Section } from '#webapp/ui/Section.tsx'

/** What is looked for on every board. */
export const BuiltInWords = () => (
  <Section header={t('words.built_in')} footer={t('words.built_in_hint')}>
    <For each={['prepayment', 'card', 'delivery'] as const}>
      {(kind) => (
        <details class="words__built-in">
          <summary>
            {t(`words.built_in_${kind}`)}
            <span class="words__count">{phrases[kind].length}</span>
          </summary>
          <p>{phrases[kind].join(', ')}</p>
        </details>
      )}
    </For>
  </Section>
)
