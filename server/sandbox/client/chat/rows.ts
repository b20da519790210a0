import type { Message } from '@grammyjs/types'
import { serviceText } from './service.ts'

/**
 * A line of the history: a day's label, a service note, or a bubble. A bubble holds one message, or the messages of an
 * album; `first` and `last` say where it stands among its sender's bubbles (name above the first, tail on the last).
 */
export type Row =
  | { key: string; kind: 'day'; date: number }
  | { key: string; kind: 'service'; id: number }
  | { key: string; kind: 'bubble'; ids: number[]; first: boolean; last: boolean }

/** Bubbles of one sender stand together unless they are further apart: seconds. */
const GROUP_SECONDS = 600

export function rowsOf(messages: readonly Message[]): Row[] {
  const rows: Row[] = []
  let previous: Message | undefined
  let bubble: Extract<Row, { kind: 'bubble' }> | undefined
  for (const message of messages) {
    const id = message.message_id
    if (!previous || !sameDay(previous.date, message.date)) {
      rows.push({ key: `day-${id}`, kind: 'day', date: message.date })
      bubble = undefined
    }
    if (serviceText(message) !== undefined) {
      rows.push({ key: `service-${id}`, kind: 'service', id })
      bubble = undefined
    } else if (bubble && previous?.media_group_id && previous.media_group_id === message.media_group_id) {
      bubble.ids.push(id)
    } else {
      const joins = bubble !== undefined && previous !== undefined && together(previous, message)
      if (bubble) bubble.last = !joins
      bubble = { key: `bubble-${id}`, kind: 'bubble', ids: [id], first: !joins, last: true }
      rows.push(bubble)
    }
    previous = message
  }
  return rows
}

const sender = (message: Message) => message.sender_chat?.id ?? message.from?.id

const together = (a: Message, b: Message) =>
  a.chat.type !== 'channel' && sender(a) === sender(b) && b.date - a.date < GROUP_SECONDS

export function sameDay(a: number, b: number): boolean {
  return new Date(a * 1000).toDateString() === new Date(b * 1000).toDateString()
}
