import { type JSX, Show } from 'solid-js'
import { t } from '#webapp/staff/i18n.ts'
import type { BoardForm } from '#webapp/staff/settings/board-form.ts'
import { haptic } from '#webapp/telegram.ts'
import { TextField } from '#webapp/ui/TextField.tsx'

/** A number with its unit, what it does, what it usually is, and the way back to that. */
export function NumberSetting(props: {
  form: BoardForm
  path: string
  label: string
  unit: string
  hint?: string | undefined
  decimal?: boolean | undefined
  /** Beside the field. */
  children?: JSX.Element
}) {
  const value = () => props.form.typed()[props.path] ?? ''
  const usual = () => props.form.usual()[props.path]
  const note = () => {
    const known = usual()
    return [props.hint, known !== undefined && t('board.usual', { value: known })].filter(Boolean).join(' ')
  }
  const problem = () => props.form.problems()[props.path] ?? clashOf(props.form.clashes()[props.path])
  return (
    <div class="setting">
      <div class="setting__row">
        <TextField
          label={props.label}
          value={value()}
          onInput={(text) => props.form.set(props.path, text)}
          inputMode={props.decimal ? 'decimal' : 'numeric'}
          suffix={props.unit}
          hint={note()}
          problem={problem()}
        />
        {props.children}
      </div>
      <Show when={usual() !== undefined && usual() !== value()}>
        <button
          type="button"
          class="setting__usual"
          onClick={() => {
            haptic('tap')
            props.form.set(props.path, usual())
          }}
        >
          {t('board.to_usual', { value: usual() ?? '' })}
        </button>
      </Show>
    </div>
  )
}

/** What another admin has made of a field that was changed here too. */
export const clashOf = (theirs: string | undefined) =>
  theirs === undefined
    ? undefined
    : theirs === ''
      ? t('board.clash_removed')
      : t('board.clash', { value: theirs })
