import { createSignal, For } from 'solid-js'
import { catalog, subCategory, topCategory } from '#webapp/catalog/catalog.ts'
import { glance } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import type { BoardForm } from '#webapp/staff/settings/board-form.ts'
import { categoriesIn } from '#webapp/staff/settings/form.ts'
import { NumberSetting } from '#webapp/staff/settings/NumberSetting.tsx'
import { haptic } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { OptionList } from '#webapp/ui/OptionList.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'

/** The categories that have a number of their own, and the way to give one to another. */
export function CategorySettings(props: {
  form: BoardForm
  group: 'openAds' | 'lifetimeDays'
  unit: string
  /** Whether the categories below the top ones may be chosen too. */
  deep?: boolean | undefined
}) {
  const [choosing, setChoosing] = createSignal(false)
  const pathOf = (id: string) => `${props.group}.categories.${id}`
  const chosen = () => categoriesIn(props.group, props.form.typed())
  const options = () =>
    glance()
      .categories.flatMap((top) => [
        top,
        ...((props.deep && catalog()?.categories.find(({ id }) => id === top.id)?.children) || []).map(
          ({ id, label }) => ({ id, label: `${top.label} › ${label}` }),
        ),
      ])
      .filter(({ id }) => !chosen().includes(id))
  const common = () => props.form.typed()[`${props.group}.${props.group === 'openAds' ? 'category' : 'all'}`]

  function add(id: string) {
    props.form.set(pathOf(id), common() ?? '')
    setChoosing(false)
    requestAnimationFrame(() => document.getElementById(`setting-${id}`)?.querySelector('input')?.select())
  }
  return (
    <>
      <For each={chosen()}>
        {(id) => (
          <div id={`setting-${id}`}>
            <NumberSetting form={props.form} path={pathOf(id)} label={nameOf(id)} unit={props.unit}>
              <button
                type="button"
                class="setting__remove"
                aria-label={t('board.remove_category', { name: nameOf(id) })}
                onClick={() => {
                  haptic('tap')
                  props.form.set(pathOf(id), undefined)
                }}
              >
                <Icon name="close" size={20} />
              </button>
            </NumberSetting>
          </div>
        )}
      </For>
      <Cell icon="➕" title={t('board.add_category')} onClick={() => setChoosing(true)} />
      <Sheet open={choosing()} onClose={() => setChoosing(false)} title={t('board.choose_category')}>
        <OptionList label={t('board.choose_category')} options={options()} value={undefined} onChange={add} />
      </Sheet>
    </>
  )
}

function nameOf(id: string): string {
  const top = glance().categories.find((each) => each.id === id.split('.')[0])
  if (!id.includes('.')) return top?.label ?? id
  return `${top?.label ?? ''} › ${subCategory(id)?.label ?? topCategory(id)?.label ?? '…'}`
}
