import { useBeforeLeave } from '@solidjs/router'
import { createEffect, onCleanup } from 'solid-js'
import { t } from '#webapp/staff/i18n.ts'
import { closingConfirmation, confirm } from '#webapp/telegram.ts'

/** Asks before a screen with unsaved changes is left: by a link, by going back, by closing the app. */
export function useUnsavedGuard(isDirty: () => boolean): void {
  createEffect(() => closingConfirmation(isDirty()))
  onCleanup(() => closingConfirmation(false))
  useBeforeLeave((leaving) => {
    if (leaving.defaultPrevented || !isDirty()) return
    leaving.preventDefault()
    void confirm(t('board.unsaved'), { text: t('board.leave'), destructive: true }).then((agreed) => {
      if (agreed) leaving.retry(true)
    })
  })
}
