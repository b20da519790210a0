import { createResource, createSignal, For, onCleanup, Show } from 'solid-js'
import { limits } from '#shared/limits.ts'
import { searchPeople } from '#webapp/people/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { TextField } from '#webapp/ui/TextField.tsx'

export interface Picked {
  id: number
  name: string
}

const pauseMs = 250
const most = 5

/** One of all people, found by what is typed; whoever is chosen stands alone, and a tap lets them go. */
export function PersonPicker(props: {
  label: string
  value: Picked | undefined
  onChange: (person: Picked | undefined) => void
}) {
  const [typed, setTyped] = createSignal('')
  const [asked, setAsked] = createSignal('')
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  function type(text: string) {
    setTyped(text)
    clearTimeout(timer)
    timer = setTimeout(() => setAsked(text.trim()), pauseMs)
  }
  const [found] = createResource(asked, async (q) => (await searchPeople({ q })).items.slice(0, most))
  const nameOf = ({ id, name }: Picked) => name || t('people.nameless', { id })
  return (
    <Show
      when={props.value}
      fallback={
        <>
          <TextField label={props.label} value={typed()} onInput={type} maxLength={limits.query.max} />
          <Show when={knownOf(found)}>
            {(people) => (
              <For each={people()} fallback={<Cell title={t('people.none')} />}>
                {(person) => (
                  <Cell
                    icon="👤"
                    title={nameOf(person)}
                    subtitle={[person.username && `@${person.username}`, `ID ${person.id}`]
                      .filter(Boolean)
                      .join(' · ')}
                    selected={false}
                    onClick={() => props.onChange(person)}
                  />
                )}
              </For>
            )}
          </Show>
        </>
      }
    >
      {(person) => (
        <Cell icon="👤" title={nameOf(person())} selected onClick={() => props.onChange(undefined)} />
      )}
    </Show>
  )
}
