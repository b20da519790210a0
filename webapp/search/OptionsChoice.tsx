import { createMemo, createSignal, For, Show } from 'solid-js'
import type { OptionView } from '#shared/catalog/view.ts'
import { t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { searchOptions } from '#webapp/ui/search-options.ts'
import { TextField } from '#webapp/ui/TextField.tsx'

/** From so many options on a field to look for one stands above them. */
const searchFrom = 12

/** One or more of many. */
export function OptionsChoice(props: {
  label: string
  options: readonly OptionView[]
  value: readonly string[]
  onChange: (ids: readonly string[]) => void
}) {
  const [search, setSearch] = createSignal('')
  const found = createMemo(() => searchOptions(props.options, search()))
  const toggle = (id: string) =>
    props.onChange(
      props.value.includes(id) ? props.value.filter((other) => other !== id) : [...props.value, id],
    )
  return (
    <>
      <Show when={props.options.length >= searchFrom}>
        <Section>
          <TextField label={t('app.search')} type="search" value={search()} onInput={setSearch} />
        </Section>
      </Show>
      <Section>
        <div role="group" aria-label={props.label}>
          <For each={found()} fallback={<p class="vb-options__none">{t('app.nothing_found')}</p>}>
            {({ id, label }) => (
              <Cell title={label} selected={props.value.includes(id)} onClick={() => toggle(id)} />
            )}
          </For>
        </div>
      </Section>
    </>
  )
}
