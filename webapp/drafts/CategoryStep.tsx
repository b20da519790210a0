import { createMemo, createSignal, For, Show } from 'solid-js'
import { placesIn } from '#shared/ads/places.ts'
import type { AttributeValues } from '#shared/catalog/types.ts'
import type { CategoryView, TopCategoryView } from '#shared/catalog/view.ts'
import { catalog } from '#webapp/catalog/catalog.ts'
import { FormPage, useSteps } from '#webapp/drafts/FormPage.tsx'
import { answer, chooseCategory, draft, places, problems } from '#webapp/drafts/form.ts'
import { type Way, waysNamedIn, waysToCategories } from '#webapp/drafts/search-categories.ts'
import { t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { searchOptions } from '#webapp/ui/search-options.ts'
import { TextField } from '#webapp/ui/TextField.tsx'
import { toast } from '#webapp/ui/toast.tsx'

const mostFound = 30

/** What the ad is about: first the large groups, then what is in one; or straight by its name. */
export function CategoryStep() {
  const steps = useSteps('category')
  const [open, setOpen] = createSignal<TopCategoryView>()
  const [search, setSearch] = createSignal('')
  const tops = () => catalog()?.categories ?? []
  const ways = createMemo(() => waysToCategories(tops()))
  const found = () => (search().trim() ? searchOptions(ways(), search()).slice(0, mostFound) : undefined)
  /** What a text written before says of the category. */
  const guessed = createMemo(() => (draft().categoryId ? [] : waysNamedIn(draft().title ?? '', ways())))
  function choose(category: CategoryView, answers: AttributeValues = {}) {
    const left = places()
    if (left && placesIn(left, category.id) === 0) {
      haptic('error')
      return toast(t('draft.places_none_here'))
    }
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
            <Show when={guessed().length > 0 && !found()}>
              <Section header={t('draft.category_guessed')}>
                <For each={guessed()}>{(way) => <WayCell way={way} onChoose={choose} />}</For>
              </Section>
            </Show>
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
                    {(way) => <WayCell way={way} onChoose={choose} />}
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

/** A category found by its name, or by the name of a thing in it. */
function WayCell(props: { way: Way; onChoose: (category: CategoryView, answers: AttributeValues) => void }) {
  const byAnswer = () => Object.keys(props.way.answers).length > 0
  return (
    <Cell
      icon={props.way.category.icon}
      title={byAnswer() ? props.way.label : props.way.category.label}
      subtitle={byAnswer() ? props.way.category.label : props.way.top.label}
      onClick={() => props.onChoose(props.way.category, props.way.answers)}
    />
  )
}
