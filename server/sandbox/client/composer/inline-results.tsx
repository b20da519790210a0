import type { InlineQueryResult } from '@grammyjs/types'
import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { askInline, sendInlineResult } from '../api.ts'
import { attempt } from '../dialogs/dialogs.ts'
import { type ChatState, sandbox } from '../sandbox.ts'
import { clearDraft, draftOf } from './draft.ts'

/** Telegram asks the bot once typing pauses. */
const PAUSE_MS = 300

/** What the bot offers while `@bot query` is typed: https://core.telegram.org/bots/inline */
export function InlineResults(props: { chat: ChatState; person: Person }) {
  const [results, setResults] = createSignal<InlineQueryResult[]>([])
  const query = () => {
    const [, name, words] = /^@(\w+)\s(.*)$/s.exec(draftOf(props.chat.id).text) ?? []
    return name?.toLowerCase() === sandbox.bot.username?.toLowerCase() ? words : undefined
  }
  createEffect(
    on(query, (words) => {
      setResults([])
      if (words === undefined) return
      let current = true
      const { id: chatId } = props.chat
      const ask = async () => {
        const answer = await askInline({ from: props.person.id, chatId, query: words })
        if (current) setResults(answer.results)
      }
      const timer = setTimeout(() => attempt(ask()), PAUSE_MS)
      onCleanup(() => {
        current = false
        clearTimeout(timer)
      })
    }),
  )
  const choose = async (result: InlineQueryResult) => {
    await sendInlineResult({ from: props.person.id, chatId: props.chat.id, query: query() ?? '', result })
    clearDraft(props.chat.id)
  }
  return (
    <Show when={results().length > 0}>
      <ul class="commands" aria-label="Results of the bot">
        <For each={results()}>
          {(result) => (
            <li>
              <button type="button" class="inline-result" onClick={() => attempt(choose(result))}>
                <Show when={thumbnailOf(result)}>{(url) => <img src={url()} alt="" />}</Show>
                <b>{fieldOf(result, 'title') ?? result.type}</b>
                <span>{fieldOf(result, 'description')}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** Each kind of result has its own fields; what one lacks is not shown. */
function fieldOf(result: InlineQueryResult, name: 'title' | 'description' | 'thumbnail_url') {
  const value: unknown = name in result ? result[name as keyof InlineQueryResult] : undefined
  return typeof value === 'string' ? value : undefined
}

const thumbnailOf = (result: InlineQueryResult) => fieldOf(result, 'thumbnail_url')
