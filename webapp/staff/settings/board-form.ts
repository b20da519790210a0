import { createMemo, createSignal, untrack } from 'solid-js'
import { ApiError, messageOf } from '#webapp/api.ts'
import { t } from '#webapp/staff/i18n.ts'
import { changesOf, typedOf } from '#webapp/staff/settings/form.ts'
import { loadSettings, type Shown, saveSettings } from '#webapp/staff/settings/queries.ts'
import { differing, rebase, type Typed, type Unsaved } from '#webapp/staff/typed.ts'
import { unsavedOf, useUnsavedGuard } from '#webapp/staff/unsaved.ts'
import { haptic } from '#webapp/telegram.ts'
import { toast } from '#webapp/ui/toast.tsx'

/** The settings in their fields: what is typed stays typed, whatever the server or another admin says. */
export function createBoardForm(first: Shown) {
  const [shown, setShown] = createSignal(first)
  const base = createMemo(() => typedOf(shown().settings, shown().usual))
  const usual = createMemo(() => typedOf(shown().usual, shown().usual))
  const begun = untrack(() => {
    const { typed, before } = unsavedOf<Unsaved>('board') ?? { typed: base(), before: base() }
    return rebase(typed, before, base())
  })
  const [typed, setTyped] = createSignal<Typed>(begun.typed)
  const [problems, setProblems] = createSignal<Typed>({})
  const [clashes, setClashes] = createSignal<Typed>(begun.clashes)
  const [saving, setSaving] = createSignal(false)

  /** Undefined takes a category out. */
  function set(path: string, text: string | undefined) {
    const { [path]: _, ...others } = typed()
    setTyped(text === undefined ? others : { ...others, [path]: text })
    for (const marks of [setProblems, setClashes]) marks(({ [path]: _mended, ...rest }) => rest)
  }

  /** Takes in what others have changed; true when it is not the same that was changed here. */
  async function refresh(): Promise<boolean> {
    const next = await loadSettings()
    if (next.revision === shown().revision) return true
    const merged = rebase(typed(), base(), typedOf(next.settings, next.usual))
    setShown(next)
    setTyped(merged.typed)
    setClashes(merged.clashes)
    return Object.keys(merged.clashes).length === 0
  }

  async function save(): Promise<void> {
    setSaving(true)
    setProblems({})
    try {
      let merged = false
      for (let tries = 3; ; tries--) {
        const sent = typed()
        try {
          const saved = await saveSettings(changesOf(sent, base(), usual()), shown().revision)
          setShown((before) => ({ ...before, ...saved }))
          // What was typed while it was being saved stays typed.
          setTyped(rebase(typed(), sent, base()).typed)
          setClashes({})
          break
        } catch (error) {
          if (!(error instanceof ApiError && error.code === 'settings.changed') || tries === 0) throw error
          merged = true
          if (!(await refresh())) throw new ApiError('settings.changed', t('board.clashed'))
        }
      }
      haptic('success')
      toast(t(merged ? 'board.saved_merged' : 'board.saved'))
    } catch (error) {
      haptic('error')
      if (error instanceof ApiError) setProblems(error.fields)
      toast(
        error instanceof ApiError && error.code === 'settings.invalid' ? t('board.wrong') : messageOf(error),
      )
      showFirstProblem()
    } finally {
      setSaving(false)
    }
  }

  const isDirty = () => differing(typed(), base()).length > 0
  useUnsavedGuard('board', () => (isDirty() ? { typed: typed(), before: base() } : undefined))
  return {
    shown,
    typed,
    usual,
    problems,
    clashes,
    saving,
    set,
    save,
    refresh,
    isDirty,
  }
}
export type BoardForm = ReturnType<typeof createBoardForm>

/** The field to be looked at comes into sight, and the keyboard goes on there. */
export const showFirstProblem = () =>
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('.vb-field--problem .vb-field__input')?.focus(),
  )
