import { createSignal, For, Show } from 'solid-js'
import { type ReadWords, readWords, withoutRepeated, wordList } from '#shared/moderation/word-list.ts'
import { t } from '#webapp/staff/i18n.ts'
import { countLines } from '#webapp/staff/settings/words.ts'
import { haptic } from '#webapp/telegram.ts'
import { Section } from '#webapp/ui/Section.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** So many wrong lines are named; the rest is counted. */
const named = 5

/** A field for many words, one a line; what is wrong with them is said by line, and they stay typed. */
export function AddWords(props: { words: readonly string[]; onAdd: (words: readonly string[]) => void }) {
  const [text, setText] = createSignal('')
  const [problem, setProblem] = createSignal<string>()
  const [wrong, setWrong] = createSignal<ReadWords['wrong']>([])

  /** Refused before the field has it: a phone would stand still over a million lines. */
  function refuse(pasted: string, event?: Event): boolean {
    if (pasted.length <= wordList.pasted) return false
    event?.preventDefault()
    haptic('error')
    const lines = countLines(pasted)
    setProblem(
      lines > wordList.most
        ? t('words.too_many', { max: wordList.most, count: lines })
        : t('words.pasted_too_much', { max: wordList.pasted }),
    )
    return true
  }
  function type(next: string) {
    const before = text()
    setText(next)
    if (refuse(next)) queueMicrotask(() => setText(before))
    else {
      setProblem(undefined)
      setWrong([])
    }
  }
  function add() {
    const read = readWords(text())
    setWrong(read.wrong)
    if (read.wrong.length > 0) return haptic('error')
    if (read.words.length === 0) return
    const all = withoutRepeated([...props.words, ...read.words])
    if (all.length > wordList.most)
      return setProblem(t('words.too_many', { max: wordList.most, count: all.length }))
    const added = all.length - props.words.length
    props.onAdd(read.words)
    setText('')
    haptic('success')
    const repeated = read.words.length - added
    toast(
      [
        added > 0 && t('words.added', { count: added }),
        repeated > 0 && t('words.repeated', { count: repeated }),
      ]
        .filter(Boolean)
        .join(', '),
    )
  }
  return (
    <Section>
      <div
        class="words__paste"
        onPaste={(event) => refuse(event.clipboardData?.getData('text/plain') ?? '', event)}
        onDrop={(event) => refuse(event.dataTransfer?.getData('text/plain') ?? '', event)}
      >
        <TextField
          label={t('words.add_field')}
          value={text()}
          onInput={type}
          problem={problem()}
          placeholder={'zakalat\nqimor*'}
          multiline
        />
      </div>
      <Show when={wrong().length > 0}>
        <ul class="words__wrong" role="alert">
          <For each={wrong().slice(0, named)}>
            {({ line, text: word, problem: { code, ...bounds } }) => (
              <li>
                {t('words.line', {
                  line,
                  text: word.slice(0, 40),
                  problem: t(`problem.${code}`, { ...bounds }),
                })}
              </li>
            )}
          </For>
          <Show when={wrong().length > named}>
            <li>{t('words.more_wrong', { count: wrong().length - named })}</li>
          </Show>
        </ul>
      </Show>
      <div class="words__add">
        <button type="button" class="vb-button" disabled={text().trim() === ''} onClick={add}>
          {t('words.add')}
        </button>
      </div>
    </Section>
  )
}
