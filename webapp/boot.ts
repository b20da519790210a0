import { createSignal } from 'solid-js'
import type { AdCard } from '#server/ads/views.ts'
import type { Rate } from '#shared/money/money.ts'

/** What the server puts into the page so that the first screen needs no request. */
export interface Boot {
  feed?: { items: AdCard[]; nextCursor: string | null }
  rate?: Rate
  publicUrl?: string
  telegramOrigin?: string
  bot?: { username: string }
}

function readBoot(): Boot {
  try {
    return JSON.parse(document.getElementById('boot')?.textContent ?? '{}') as Boot
  } catch {
    return {}
  }
}

export const boot = readBoot()

/** The day's rate, absent until it is known. */
export const [rate, setRate] = createSignal(boot.rate)
/** Where public photos lie, absent until it is known. */
export const [publicUrl, setPublicUrl] = createSignal(boot.publicUrl)
