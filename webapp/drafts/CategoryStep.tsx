import { createMemo, createSignal, For, Show } from 'solid-js'
import type { AttributeValues } from '#shared/catalog/types.ts'
import type { CategoryView, TopCategoryView } from '#shared/catalog/view.ts'
import { catalog } from '#webapp/catalog/catalog.ts'
import { FormPage, useSteps } from '#webapp/drafts/FormPage.tsx'
import { answer, chooseCategory, draft, problems } from '#webapp/drafts/form.ts'
import { waysToCategories } from '#webapp/drafts/search-categories.ts'
import { t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { searchOptions } from '#webapp/ui/search-options.ts'
import { TextField } from '#webapp/ui/TextField.tsx'

const mostFound = 30

/** What the ad is about: first the large groups, then what is in one; or straight by its name. */
export function CategoryStep() {
  const steps = useSteps('category')
  const [open, setOpen] = createSignal<TopCategoryView>()
  const [search, setSearch] = createSignal('')
  const tops = () => catalog()?.categories ?? []
  const ways = createMemo(() => waysToCategories(tops()))
  const found = () => (search().trim() ? searchOptions(ways(), search()).slice(0, mostFound) : undefined)
  function choose(category: CategoryView, answers: AttributeValues = {}) {
    chooseCategory(category)
    for (const [key, value] of Object.entries(answers)) answer(key, value)
    steps.next()
  }
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
                    {({ category, top, answers, label }) => (
                      <Cell
                        icon={category.icon}
                        title={Object.keys(answers).length > 0 ? label : category.label}
                        subtitle={Object.keys(answers).length > 0 ? category.label : top.label}
                        onClick={() => choose(category, answers)}
                      />
                    )}
                  </For>
                )}
              </Show>
            </Section>
          </>
        }
      >
        {(top) => (
          <Section>
            <For each={top().children}>
              {(category) => (
                <Cell
                  icon={category.icon}
                  title={category.label}
                  selected={category.id === draft().categoryId}
                  onClick={() => choose(category)}
                />
              )}
            </For>
          </Section>
        )}
      </Show>
    </FormPage>
  )
}
