import { createSignal, For, Show, untrack } from 'solid-js'
import { catalog, topCategory } from '#webapp/catalog/catalog.ts'
import { t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'

/** All categories, a large one, or one within it. */
export function CategoryChoice(props: {
  value: string | undefined
  onChoose: (id: string | undefined) => void
}) {
  const [open, setOpen] = createSignal(untrack(() => topCategory(props.value ?? '')?.id))
  const top = () => topCategory(open() ?? '')
  return (
    <>
      <Show
        when={top()}
        fallback={
          <Section>
            <Cell
              title={t('search.all_categories')}
              selected={!props.value}
              onClick={() => props.onChoose(undefined)}
            />
            <For each={catalog()?.categories} fallback={<Skeleton height={480} radius={12} />}>
              {({ id, icon, label }) => <Cell icon={icon} title={label} onClick={() => setOpen(id)} />}
            </For>
          </Section>
        }
      >
        {(chosen) => (
          <>
            <Section>
              <Cell icon="↩️" title={t('search.all_categories')} onClick={() => setOpen(undefined)} />
              <Cell
                icon={chosen().icon}
                title={`${chosen().label}: ${t('ads.all').toLowerCase()}`}
                selected={props.value === chosen().id}
                onClick={() => props.onChoose(chosen().id)}
              />
            </Section>
            <Section>
              <For each={chosen().children}>
                {(category) => (
                  <Cell
                    icon={category.icon}
                    title={category.label}
                    selected={props.value === category.id}
                    onClick={() => props.onChoose(category.id)}
                  />
                )}
              </For>
            </Section>
          </>
        )}
      </Show>
    </>
  )
}
