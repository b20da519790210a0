import { createMemo, createSignal } from 'solid-js'
import { ApiError, messageOf } from '#webapp/api.ts'
import { t } from '#webapp/staff/i18n.ts'
import { changesOf, typedOf } from '#webapp/staff/settings/form.ts'
import { loadSettings, type Shown, saveSettings } from '#webapp/staff/settings/queries.ts'
import { createTypedForm } from '#webapp/staff/typed-form.ts'
import { haptic } from '#webapp/telegram.ts'
import { toast } from '#webapp/ui/toast.tsx'

/** The settings in their fields: what is typed stays typed, whatever the server or another admin says. */
export function createBoardForm(first: Shown) {
  const [shown, setShown] = createSignal(first)
  const usual = createMemo(() => typedOf(shown().usual, shown().usual))
  const form = createTypedForm('board', typedOf(first.settings, first.usual))
  const { typed, base, clashes, setProblems } = form
  const [saving, setSaving] = createSignal(false)

  /** Takes in what others have changed; true when it is not the same that was changed here. */
  async function refresh(): Promise<boolean> {
    const next = await loadSettings()
    if (next.revision === shown().revision) return true
    setShown(next)
    form.overtake(typedOf(next.settings, next.usual))
    return Object.keys(clashes()).length === 0
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
          const now = setShown((before) => ({ ...before, ...saved }))
          form.settle(sent, typedOf(now.settings, now.usual))
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

  return {
    shown,
    typed,
    usual,
    problems: form.problems,
    clashes,
    saving,
    set: form.set,
    save,
    refresh,
    isDirty: form.isDirty,
  }
}
export type BoardForm = ReturnType<typeof createBoardForm>

/** The field to be looked at comes into sight, and the keyboard goes on there. */
export const showFirstProblem = () =>
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('.vb-field--problem .vb-field__input')?.focus(),
  )
