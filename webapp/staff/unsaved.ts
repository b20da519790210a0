import { useBeforeLeave } from '@solidjs/router'
import { createEffect, onCleanup } from 'solid-js'
import { t } from '#webapp/staff/i18n.ts'
import { keep, recall } from '#webapp/storage.ts'
import { closingConfirmation, confirm } from '#webapp/telegram.ts'

const keyOf = (form: string) => `unsaved.${form}`

/** The unsaved changes of a form in which the app was ended from outside, as phones do when another app is looked at. */
export function unsavedOf<T>(form: string): T | undefined {
  try {
    return (JSON.parse(recall('local', keyOf(form)) || 'null') as T | null) ?? undefined
  } catch {
    return undefined
  }
}

/**
 * Asks before a screen with unsaved changes is left: by a link, by going back, by closing the app. While it is not
 * left, `unsaved` (undefined when there is nothing) is kept on the device for `unsavedOf`.
 */
export function useUnsavedGuard(form: string, unsaved: () => object | undefined): void {
  const isDirty = () => unsaved() !== undefined
  createEffect(() => keep('local', keyOf(form), isDirty() ? JSON.stringify(unsaved()) : ''))
  createEffect(() => closingConfirmation(isDirty()))
  onCleanup(() => {
    keep('local', keyOf(form), '')
    closingConfirmation(false)
  })
  useBeforeLeave((leaving) => {
    if (leaving.defaultPrevented || !isDirty()) return
    leaving.preventDefault()
    void confirm(t('board.unsaved'), { text: t('board.leave'), destructive: true }).then((agreed) => {
      if (agreed) leaving.retry(true)
    })
  })
}
