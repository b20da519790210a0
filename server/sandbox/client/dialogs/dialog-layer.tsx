import { createSignal, For, onCleanup, onMount, Show, untrack } from 'solid-js'
import type { Answer, Dialogs, Question } from './dialogs.ts'

/** Shows the question that waits for an answer, over the place its parent covers. */
export function DialogLayer(props: { dialogs: Dialogs }) {
  return (
    <Show when={props.dialogs.current()} keyed>
      {(question) => <Popup question={question} answer={question.answer} />}
    </Show>
  )
}

function Popup(props: { question: Question; answer(answer: Answer): void }) {
  const [value, setValue] = createSignal(untrack(() => props.question.input?.value ?? ''))
  let box!: HTMLFormElement
  const before = document.activeElement
  const answer = (button?: string) =>
    props.answer({ value: value(), ...(button === undefined ? {} : { button }) })

  onMount(() => box.querySelector<HTMLElement>('input, button:last-of-type')?.focus())
  onCleanup(() => before instanceof HTMLElement && before.focus())

  const keepFocus = (event: KeyboardEvent) => {
    if (event.key === 'Escape') answer()
    if (event.key !== 'Tab') return
    const stops = [...box.querySelectorAll<HTMLElement>('input, button')]
    const edge = event.shiftKey ? stops[0] : stops.at(-1)
    if (document.activeElement !== edge) return
    event.preventDefault()
    ;(event.shiftKey ? stops.at(-1) : stops[0])?.focus()
  }

  return (
    <div
      class="dialog-layer"
      onKeyDown={keepFocus}
      onPointerDown={(event) => event.target === event.currentTarget && answer()}
    >
      <form
        ref={box}
        class="dialog"
        role="alertdialog"
        aria-modal="true"
        aria-label={props.question.title ?? props.question.message ?? ''}
        data-testid="popup"
        onSubmit={(event) => {
          event.preventDefault()
          answer(props.question.buttons.at(-1)?.id)
        }}
      >
        <Show when={props.question.title}>
          <h2 dir="auto">{props.question.title}</h2>
        </Show>
        <Show when={props.question.message}>
          <p dir="auto">{props.question.message}</p>
        </Show>
        <Show when={props.question.input}>
          {(input) => (
            <label>
              {input().label}
              <input value={value()} onInput={(event) => setValue(event.currentTarget.value)} />
            </label>
          )}
        </Show>
        <div class="dialog-buttons" classList={{ stacked: props.question.buttons.length > 2 }}>
          <For each={props.question.buttons}>
            {(button) => (
              <button
                type="button"
                class={button.style ?? ''}
                data-testid={`popup-button-${button.id}`}
                onClick={() => answer(button.id)}
              >
                {button.text}
              </button>
            )}
          </For>
        </div>
      </form>
    </div>
  )
}
