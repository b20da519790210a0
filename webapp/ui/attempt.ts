import { createSignal } from 'solid-js'
import { messageOf } from '#webapp/api.ts'
import { haptic } from '#webapp/telegram.ts'
import { toast } from '#webapp/ui/toast.tsx'

/** Something a button does at the server: one at a time, felt when it went well, said when it did not. */
export function createAttempt() {
  const [busy, setBusy] = createSignal(false)

  /** Answers whether it went well; false also while another is still being done. */
  async function attempt<Args extends unknown[]>(
    deed: (...args: Args) => Promise<unknown>,
    ...args: Args
  ): Promise<boolean> {
    if (busy()) return false
    setBusy(true)
    try {
      await deed(...args)
      haptic('success')
      return true
    } catch (error) {
      haptic('error')
      toast(messageOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, attempt }
}
