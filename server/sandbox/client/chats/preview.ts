import type { Message } from '@grammyjs/types'
import { nameOf, serviceText } from '../chat/service.ts'

/** What the chat list says of a message, after the sender's name. */
export function previewText(message: Message): string {
  const service = serviceText(message)
  if (service !== undefined) return service
  const text = message.text ?? message.caption
  const kind = mediaLabel(message)
  return [kind, text].filter(Boolean).join(kind?.length === 2 ? ' ' : ', ') || 'Message'
}

/** A captioned photo shows its picture's sign only, a bare one also the word. */
function mediaLabel(message: Message): string | undefined {
  if (message.photo) return message.caption ? '🖼' : '🖼 Photo'
  if (message.video) return message.caption ? '🎬' : '🎬 Video'
  if (message.document) return message.caption ? '📎' : `📎 ${message.document.file_name ?? 'File'}`
  if (message.contact) return `👤 ${nameOf(message.contact)}`
  if (message.location) return '📍 Location'
  if (message.sticker) return `${message.sticker.emoji ?? ''} Sticker`.trim()
  if (message.voice) return '🎤 Voice message'
  return undefined
}

/** Time of today, weekday of this week, else the date: as the chat list shows it. */
export function shortDate(unixSeconds: number, now = new Date()): string {
  const date = new Date(unixSeconds * 1000)
  const days = (now.getTime() - date.getTime()) / 86_400_000
  if (date.toDateString() === now.toDateString()) return clock(unixSeconds)
  if (days < 7) return date.toLocaleDateString('en-GB', { weekday: 'short' })
  return date.toLocaleDateString('en-GB', { day: '2-digit', month: '2-digit', year: '2-digit' })
}

/** `HH:MM` of the machine's zone. */
export const clock = (unixSeconds: number) =>
  new Date(unixSeconds * 1000).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
