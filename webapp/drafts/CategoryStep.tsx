import { createMemo, createSignal, For, Show } from 'solid-js'
import type { CategoryView, TopCategoryView } from '#shared/catalog/view.ts'
import { catalog } from '#webapp/catalog/catalog.ts'
import { FormPage, useSteps } from '#webapp/drafts/FormPage.tsx'
import { chooseCategory, draft, problems } from '#webapp/drafts/form.ts'
import { t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { searchOptions } from '#webapp/ui/search-options.ts'
import { TextField } from '#webapp/ui/TextField.tsx'

/** What the ad is about: first the large groups, then what is in one; or straight by its name. */
export function CategoryStep() {
  const steps = useSteps('category')
  const [open, setOpen] = createSignal<TopCategoryView>()
  const [search, setSearch] = createSignal('')
  const tops = () => catalog()?.categories ?? []
  const found = createMemo(() => {
    if (!search().trim()) return undefined
    const all = tops().flatMap((top) =>
      top.children.map((child) => ({ child, top, label: `${child.label} ${top.label}` })),
    )
    return searchOptions(all, search()).slice(0, 30)
  })
  const choose = (category: CategoryView) => {
    chooseCategory(category)
    steps.next()
  }
  const choice = (category: CategoryView, top?: TopCategoryView) => (
    <Cell
      icon={category.icon}
      title={category.label}
      subtitle={top?.label}
      selected={category.id === draft().categoryId}
      onClick={() => choose(category)}
    />
  )
  return (
    <FormPage
      step="category"
      title={open()?.label ?? t('draft.step_category')}
      back={open() && (() => setOpen(undefined))}
      main={draft().categoryId ? undefined : null}
    >
      <Show when={problems()['categoryId']}>{(text) => <p class="vb-form__problem">{text()}</p>}</Show>
      <Show
        when={open()}
        fallback={
          <>
            <Section>
              <TextField
                label={t('app.search')}
                type="search"
                placeholder={t('draft.category_search')}
                value={search()}
                onInput={setSearch}
              />
            </Section>
            <Section>
              <Show
                when={found()}
                fallback={
                  <For each={tops()} fallback={<Skeleton height={480} radius={12} />}>
                    {(top) => (
                      <Cell
                        icon={top.icon}
                        title={top.label}
                        selected={draft().categoryId?.split('.')[0] === top.id}
                        onClick={() => setOpen(top)}
                      />
                    )}
                  </For>
                }
              >
                {(matches) => (
                  <For each={matches()} fallback={<p class="vb-options__none">{t('app.nothing_found')}</p>}>
                    {({ child, top }) => choice(child, top)}
                  </For>
                )}
              </Show>
            </Section>
          </>
        }
      >
        {(top) => (
          <Section>
            <For each={top().children}>{(child) => choice(child)}</For>
          </Section>
        )}
      </Show>
    </FormPage>
  )
}
