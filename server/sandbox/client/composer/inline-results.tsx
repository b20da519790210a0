import type { InlineQueryResult } from '@grammyjs/types'
import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import type { InlineQueryButton, InlineQueryResponse, Person } from '../../telegram/protocol.ts'
import { askInline, fileUrl, sendInlineResult } from '../api.ts'
import { attempt, toast } from '../dialogs/dialogs.ts'
import { openLink } from '../navigate.ts'
import { type ChatState, sandbox } from '../sandbox.ts'
import { clearDraft, draftOf } from './draft.ts'

/** Telegram asks the bot once typing pauses. */
const PAUSE_MS = 300
/** Pixels above the end of the list at which the next page is asked for. */
const NEAR_END = 120

/** What the bot offers while `@bot query` is typed: https://core.telegram.org/bots/inline */
export function InlineResults(props: { chat: ChatState; person: Person }) {
  const [results, setResults] = createSignal<readonly InlineQueryResult[]>([])
  const [last, setLast] = createSignal<InlineQueryResponse>()
  const query = () => {
    const [, name, words] = /^@(\w+)\s(.*)$/s.exec(draftOf(props.chat.id).text) ?? []
    return name?.toLowerCase() === sandbox.bot.username?.toLowerCase() ? words : undefined
  }
  const ask = async (words: string, offset = '') => {
    const answer = await askInline({ from: props.person.id, chatId: props.chat.id, query: words, offset })
    if (query() !== words) return
    setResults((before) => (offset ? [...before, ...answer.results] : answer.results))
    setLast(answer)
  }
  createEffect(
    on(query, (words) => {
      setResults([])
      setLast(undefined)
      if (words === undefined) return
      const timer = setTimeout(() => attempt(ask(words)), PAUSE_MS)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  const more = (list: HTMLElement) => {
    const offset = last()?.nextOffset
    if (!offset || list.scrollHeight - list.scrollTop - list.clientHeight > NEAR_END) return
    setLast((answer) => answer && { ...answer, nextOffset: '' })
    attempt(ask(query() ?? '', offset))
  }
  const choose = async (result: InlineQueryResult) => {
    await sendInlineResult({ from: props.person.id, chatId: props.chat.id, query: query() ?? '', result })
    clearDraft(props.chat.id)
  }
  return (
    <Show when={last()}>
      <ul
        class="commands"
        aria-label="Results of the bot"
        data-testid="inline-results"
        onScroll={(event) => more(event.currentTarget)}
      >
        <Show when={last()?.button}>
          {(button) => (
            <li>
              <button type="button" class="inline-button" onClick={() => press(button())}>
                {button().text}
              </button>
            </li>
          )}
        </Show>
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

/** The button above the results. */
function press(button: InlineQueryButton) {
  if ('start_parameter' in button)
    openLink(`https://t.me/${sandbox.bot.username}?start=${button.start_parameter}`)
  else toast('The sandbox opens no Mini App from here')
}

/** Each kind of result has its own fields; what one lacks is not shown. */
function fieldOf(
  result: InlineQueryResult,
  name: 'title' | 'description' | 'thumbnail_url' | 'photo_file_id',
) {
  const value: unknown = name in result ? result[name as keyof InlineQueryResult] : undefined
  return typeof value === 'string' ? value : undefined
}

const thumbnailOf = (result: InlineQueryResult) => {
  const fileId = fieldOf(result, 'photo_file_id')
  return fileId ? fileUrl(fileId) : fieldOf(result, 'thumbnail_url')
}
