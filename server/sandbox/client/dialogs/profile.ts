import { createSignal } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'

/** Whom a link pointed at: somebody of the sandbox, or only what the link says. */
export interface Profile {
  person?: Person | undefined
  username?: string
  phone?: string
  /** The text that Telegram would put into the input of their chat. */
  draft?: string | undefined
}

const [profile, showProfile] = createSignal<Profile>()

export { profile, showProfile }
